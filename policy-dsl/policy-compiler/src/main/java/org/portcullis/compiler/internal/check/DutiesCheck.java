package org.portcullis.compiler.internal.check;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.model.control.Role;
import org.portcullis.model.organisation.Delegation;
import org.portcullis.model.organisation.Person;

/** Finds people who hold, or act in, both of two roles that the policy gives to different people: from the first day on which it counts, without an end. */
final class DutiesCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        Staff.of(policy, settings)
                .ifPresent(staff -> policy.duties().stream()
                        .filter(duties -> staff.has(duties.first()) && staff.has(duties.second()))
                        .forEach(duties -> check(duties, staff, diagnostics)));
    }

    private static void check(Declaration.Duties duties, Staff staff, Diagnostics diagnostics) {
        Set<Role> both = Set.of(
                new Role(duties.first().value()), new Role(duties.second().value()));
        String roles = UserText.quoted(duties.first().value()) + " and "
                + UserText.quoted(duties.second().value());
        Set<String> holding = new TreeSet<>();
        for (Person person : staff.firm().people()) {
            boolean leaves = person.valid()
                    .until()
                    .filter(until -> !until.isAfter(staff.day()))
                    .isPresent();
            if (!leaves && person.roles().containsAll(both)) {
                holding.add(person.id());
            }
        }
        if (!holding.isEmpty()) {
            diagnostics.report(
                    DiagnosticCode.DUTIES_HELD_TOGETHER,
                    duties.span(),
                    staff.named(holding) + (holding.size() == 1 ? " holds " : " hold ") + roles
                            + ", which different people must hold",
                    "take one of the roles away in the organisation file");
        }
        Map<String, LocalDate> acting = acting(both, staff);
        acting.keySet().removeAll(holding);
        acting.forEach((person, day) -> diagnostics.report(
                DiagnosticCode.DUTIES_DELEGATED_TOGETHER,
                duties.span(),
                "a delegation lets " + staff.named(Set.of(person)) + " act as both " + roles + " on " + day,
                "delegate to somebody who holds neither role"));
    }

    /** Who acts in both roles, with the first such day: what a delegation gives, it gives when it begins or when the policy does. */
    private static Map<String, LocalDate> acting(Set<Role> both, Staff staff) {
        Map<String, LocalDate> acting = new TreeMap<>();
        for (Delegation delegation : staff.firm().delegations()) {
            if (both.contains(delegation.role())) {
                LocalDate begin = delegation.valid().from();
                LocalDate day = begin.isAfter(staff.day()) ? begin : staff.day();
                if (staff.firm().rolesOf(delegation.to(), day).containsAll(both)) {
                    acting.merge(delegation.to(), day, (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }
        return acting;
    }
}
