package org.portcullis.engine.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;

/**
 * What waits until people sign, for example one submission for its release: everything as it was when the hold began.
 *
 * <p>Where several controls hold one submission, this is all of them together: every quorum must be met, the earliest time limit counts, and one person
 * counts once.
 *
 * @param purpose what happens once every quorum is met
 * @param submission the engine's id of the submission; empty where the purpose is about none
 * @param requester who submitted or asked, and so never approves
 * @param text what approvers read; its digest is in the binding
 * @param estimate what each approver estimates before being shown {@code text}, if anything
 * @param separation the roles that different people hold, as far as they matter here
 * @param quorums all must be met by different people
 */
public record Hold(
        Binding binding,
        Purpose purpose,
        String submission,
        String requester,
        String text,
        boolean reasonRequired,
        List<RetypedAmount> retyped,
        List<Escalation> escalation,
        Optional<OwnEstimate> estimate,
        Separation separation,
        List<FrozenQuorum> quorums) {
    public Hold {
        retyped = List.copyOf(retyped);
        escalation = List.copyOf(escalation);
        quorums = List.copyOf(quorums);
    }

    /** Tells a role at an instant that the hold still waits. */
    public record Escalation(Instant at, Role to, ControlId control) {}

    /** The hold's id. */
    public String id() {
        return binding.hold();
    }

    /** The same hold with one quorum more. */
    public Hold withQuorum(FrozenQuorum quorum) {
        List<FrozenQuorum> more = new ArrayList<>(quorums);
        more.add(quorum);
        return withQuorums(more);
    }

    /** The same hold with other quorums. */
    public Hold withQuorums(List<FrozenQuorum> others) {
        return new Hold(
                binding,
                purpose,
                submission,
                requester,
                text,
                reasonRequired,
                retyped,
                escalation,
                estimate,
                separation,
                others);
    }

    /** How many people must sign in all. */
    public int peopleNeeded() {
        return quorums.stream().mapToInt(frozen -> frozen.quorum().needed()).sum();
    }

    /** Whether the people who are eligible could meet every quorum, if all of them signed. */
    public boolean isReachable() {
        SortedMap<String, SortedSet<Role>> everyone = new TreeMap<>();
        for (FrozenQuorum quorum : quorums) {
            quorum.eligible()
                    .forEach((person, roles) -> everyone.computeIfAbsent(person, none -> new TreeSet<>())
                            .addAll(roles));
        }
        return Seating.of(quorums, everyone).isComplete();
    }

    /** The roles in which a person may vote here; none where the person may not. */
    public SortedSet<Role> rolesOf(String person) {
        SortedSet<Role> roles = new TreeSet<>();
        for (FrozenQuorum quorum : quorums) {
            roles.addAll(quorum.eligible().getOrDefault(person, new TreeSet<>()));
        }
        return roles;
    }

    /** The statement of a person for this hold, in all roles that count for the person here; sign it with the person's own key. */
    public Statement statement(
            Statement.Action action, String approver, String reason, SortedMap<String, String> retypedAmounts) {
        return new Statement(action, approver, rolesOf(approver), binding, reason, retypedAmounts);
    }
}
