package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.ControlSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.QuorumSyntax;
import org.portcullis.model.organisation.Desk;
import org.portcullis.model.organisation.Person;

/** Finds holds that the people of the firm cannot release, or not independently, and roles that nobody holds. */
final class ApproverCheck implements Check {
    /** The most people of one desk who are tried as the one who submits; that one of more could do it alone is not found. */
    private static final int MAX_REQUESTERS = 50;

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        Staff.of(policy, settings).ifPresent(staff -> {
            Submitting submitting = new Submitting(staff.submitters(policy), byDesk(staff));
            Signing.ofChanges(policy).filter(staff::hasAll).ifPresent(signing -> other(signing, staff, diagnostics));
            for (ControlOutline control : policy.controls()) {
                control.grant().ifPresent(grant -> grant.roles().forEach(role -> held(role, staff, diagnostics)));
                control.acknowledged()
                        .flatMap(ControlSyntax.Acknowledged::by)
                        .ifPresent(role -> held(role, staff, diagnostics));
                control.terms()
                        .map(Signing::of)
                        .filter(staff::hasAll)
                        .ifPresent(terms -> hold(terms, submitting, staff, diagnostics));
                Signing.besideTheHold(control).stream()
                        .filter(staff::hasAll)
                        .forEach(signing -> other(signing, staff, diagnostics));
                control.tells().forEach(role -> held(role, staff, diagnostics));
            }
        });
    }

    private static void held(Located<String> role, Staff staff, Diagnostics diagnostics) {
        if (staff.has(role) && staff.holders(role).isEmpty()) {
            diagnostics.report(
                    DiagnosticCode.ROLE_WITHOUT_HOLDER,
                    role.span(),
                    "nobody holds the role " + UserText.quoted(role.value()) + " on " + staff.day(),
                    "give somebody the role in the organisation file, or name another role");
        }
    }

    private static Map<String, Set<String>> byDesk(Staff staff) {
        Map<String, Set<String>> byDesk = new TreeMap<>();
        for (Person person : staff.firm().people()) {
            person.desk()
                    .ifPresent(desk -> byDesk.computeIfAbsent(desk, none -> new TreeSet<>())
                            .add(person.id()));
        }
        return byDesk;
    }

    private static void hold(Signing terms, Submitting submitting, Staff staff, Diagnostics diagnostics) {
        Seats seats = staff.seats(terms, staff.day(), staff.firm()::holders);
        if (!seats.canBeTaken()) {
            tooFew(terms, seats, staff, diagnostics);
            return;
        }
        needed(terms, seats, submitting.people(), staff, diagnostics);
        twice(terms, seats, staff, diagnostics);
        ownDesk(terms, seats, submitting, staff, diagnostics);
        keys(terms, seats, staff, diagnostics);
    }

    /** What no requester asks for: nobody is barred, and no desk waits for it. */
    private static void other(Signing signing, Staff staff, Diagnostics diagnostics) {
        Seats seats = staff.seats(signing, staff.day(), staff.firm()::holders);
        if (seats.canBeTaken()) {
            twice(signing, seats, staff, diagnostics);
            keys(signing, seats, staff, diagnostics);
        } else {
            tooFew(signing, seats, staff, diagnostics);
        }
    }

    private static void tooFew(Signing terms, Seats seats, Staff staff, Diagnostics diagnostics) {
        boolean alone = false;
        for (int index = 0; index < terms.quorums().size(); index++) {
            Set<String> eligible = seats.eligible().get(index);
            int needed = seats.needed().get(index);
            if (eligible.size() < needed) {
                alone = true;
                diagnostics.report(
                        DiagnosticCode.TOO_FEW_APPROVERS,
                        terms.quorums().get(index).span(),
                        "this quorum needs " + people(needed) + ", and on " + staff.day() + " "
                                + (eligible.isEmpty() ? "nobody" : "only " + staff.named(eligible)) + " may sign",
                        "let more people hold the roles, or ask for fewer");
            }
        }
        if (!alone) {
            Set<String> all = new TreeSet<>();
            seats.eligible().forEach(all::addAll);
            diagnostics.report(
                    DiagnosticCode.TOO_FEW_APPROVERS,
                    terms.span(),
                    "the quorums need " + seats.count() + " different people at once, and on " + staff.day() + " only "
                            + seats.taken() + " can be found"
                            + (all.size() == seats.taken() ? ": " : " among ") + staff.named(all),
                    "let different people hold the roles, or ask for fewer");
        }
    }

    /** Only people who could sign, or whose delegates could, are missed when they submit. */
    private static void needed(
            Signing terms, Seats seats, Set<String> submitters, Staff staff, Diagnostics diagnostics) {
        Set<String> approvers = new TreeSet<>();
        seats.eligible().forEach(approvers::addAll);
        List<String> missed = submitters.stream()
                .filter(person -> !Collections.disjoint(staff.barredBy(person), approvers))
                .filter(person -> !seats.canBeTakenWithout(staff.barredBy(person)))
                .toList();
        if (!missed.isEmpty()) {
            boolean all = missed.size() == submitters.size();
            diagnostics.report(
                    all ? DiagnosticCode.TOO_FEW_APPROVERS : DiagnosticCode.REQUESTER_IS_NEEDED,
                    terms.span(),
                    "nobody can release what " + staff.named(missed)
                            + " may submit, because whoever submits does not sign",
                    "let more people hold the roles, or let those who sign submit nothing");
        }
    }

    private static void twice(Signing terms, Seats seats, Staff staff, Diagnostics diagnostics) {
        List<QuorumSyntax> quorums = terms.quorums();
        for (int later = 1; later < quorums.size(); later++) {
            Set<String> both = new TreeSet<>();
            for (int earlier = 0; earlier < later; earlier++) {
                if (Collections.disjoint(roles(quorums.get(earlier)), roles(quorums.get(later)))) {
                    Set<String> shared = new TreeSet<>(seats.eligible().get(earlier));
                    shared.retainAll(seats.eligible().get(later));
                    both.addAll(shared);
                }
            }
            if (!both.isEmpty()) {
                diagnostics.report(
                        DiagnosticCode.ONE_PERSON_IN_TWO_QUORUMS,
                        quorums.get(later).span(),
                        staff.named(both) + " may sign for this quorum and for an earlier one of other roles, on "
                                + staff.day(),
                        "let different people hold the roles, so that the second pair of eyes is independent of the first");
            }
        }
    }

    private static void ownDesk(
            Signing terms, Seats seats, Submitting submitting, Staff staff, Diagnostics diagnostics) {
        List<String> desks = new ArrayList<>();
        for (Desk desk : staff.firm().desks()) {
            Set<String> people = submitting.byDesk().getOrDefault(desk.id(), new TreeSet<>());
            Seats own = seats.only(people);
            boolean alone = own.canBeTaken()
                    && people.stream()
                            .filter(submitting.people()::contains)
                            .limit(MAX_REQUESTERS)
                            .anyMatch(person -> own.canBeTakenWithout(staff.barredBy(person)));
            if (alone) {
                desks.add(UserText.quoted(desk.name()));
            }
        }
        if (!desks.isEmpty()) {
            diagnostics.report(
                    DiagnosticCode.OWN_DESK_RELEASES,
                    terms.span(),
                    "people of " + (desks.size() == 1 ? "the desk " : "one of the desks ") + String.join(", ", desks)
                            + " alone can release what one of them submits",
                    "ask for a role that only people outside of the desk hold");
        }
    }

    /** A firm whose file lists no key enrols them elsewhere. */
    private static void keys(Signing terms, Seats seats, Staff staff, Diagnostics diagnostics) {
        if (staff.firm().keys().isEmpty()) {
            return;
        }
        for (int index = 0; index < terms.quorums().size(); index++) {
            List<String> without = seats.eligible().get(index).stream()
                    .filter(person -> !staff.firm().hasKey(person, staff.day()))
                    .toList();
            if (!without.isEmpty()) {
                diagnostics.report(
                        DiagnosticCode.APPROVER_WITHOUT_KEY,
                        terms.quorums().get(index).span(),
                        staff.named(without) + " may sign for this quorum and has no key that counts on " + staff.day(),
                        "add the public key to the organisation file, or take the role away");
            }
        }
    }

    private static Set<String> roles(QuorumSyntax quorum) {
        return quorum.roles().stream().map(Located::value).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String people(int count) {
        return count == 1 ? "1 person" : count + " people";
    }

    /** Who may submit something, and the people of each desk. */
    private record Submitting(Set<String> people, Map<String, Set<String>> byDesk) {}
}
