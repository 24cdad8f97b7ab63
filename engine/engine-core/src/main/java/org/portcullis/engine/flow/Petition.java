package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.engine.approval.Binding;
import org.portcullis.engine.approval.FrozenQuorum;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.PetitionText;
import org.portcullis.engine.approval.RetypedAmount;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.Digest;

/**
 * A petition that is about to begin.
 *
 * @param asked what is asked for
 * @param policy the fingerprint of the pack whose terms apply
 * @param sentences what it is about, as the people who sign read it
 * @param quorums all must be met by different people
 */
record Petition(
        PetitionEntry.Asked asked,
        String policy,
        List<String> sentences,
        List<FrozenQuorum> quorums,
        List<RetypedAmount> retyped,
        List<Hold.Escalation> escalation,
        Instant notAfter) {

    /** The entries that begin it, and the outcome. */
    Transition begin(Context context) {
        String correlation = asked.submission().isEmpty() ? asked.petition() : asked.submission();
        List<Draft> drafts = new ArrayList<>();
        bodies(context).forEach(body -> drafts.add(new Draft(body, correlation, policy)));
        return new Transition(drafts, () -> Petitioning.outcomeOf(context.state(), asked.petition()));
    }

    private SortedSet<Role> roles() {
        SortedSet<Role> roles = new TreeSet<>();
        quorums.forEach(frozen -> roles.addAll(frozen.quorum().roles()));
        return roles;
    }

    private List<EntryBody> bodies(Context context) {
        String text =
                PetitionText.of(asked.person(), asked.reason(), asked.circumstances(), sentences, quorums, notAfter);
        Binding binding = new Binding(
                asked.petition(),
                asked.about(),
                Digest.of(asked.toJson()),
                Texts.digest(text),
                policy,
                context.ports().nonces().next(),
                context.at(),
                notAfter);
        Hold hold = new Hold(
                binding,
                asked.purpose(),
                asked.submission(),
                asked.person(),
                text,
                true,
                retyped,
                escalation,
                Optional.empty(),
                context.freeze(asked.person()).separation().about(roles()),
                quorums);
        List<EntryBody> bodies = new ArrayList<>();
        bodies.add(asked);
        bodies.add(HoldEntry.Begun.of(hold));
        for (int index = 0; index < quorums.size(); index++) {
            bodies.add(new HoldEntry.Frozen(hold.id(), asked.submission(), index, quorums.get(index)));
        }
        return bodies;
    }
}
