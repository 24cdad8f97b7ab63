package org.portcullis.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;

/**
 * A checked policy, free of source positions: what the engine runs and what the journal names by its fingerprint.
 *
 * <p>Scopes are resolved into the controls' applicability; they are kept for registers and explanations. Order is the order of the text; it never
 * changes a decision. What changes from day to day, effective periods and recalibrations, is applied by {@link InForce}.
 *
 * @param requirements what the policy demands of itself, found met
 * @param claims what the policy claims of itself, not proved
 */
public record PolicyPack(
        Header header,
        List<Scope> scopes,
        List<Control> controls,
        List<Recalibration> recalibrations,
        List<Duties> duties,
        List<Requirement> requirements,
        List<Claim> claims,
        List<PolicyTest> tests) {
    public PolicyPack {
        scopes = List.copyOf(scopes);
        controls = List.copyOf(controls);
        recalibrations = List.copyOf(recalibrations);
        duties = List.copyOf(duties);
        requirements = List.copyOf(requirements);
        claims = List.copyOf(claims);
        tests = List.copyOf(tests);
        long distinct = controls.stream().map(Control::id).distinct().count();
        if (distinct != controls.size()) {
            throw new IllegalArgumentException("two controls of policy `" + header.name() + "` have the same id");
        }
    }

    /** A pack of controls and tests alone. */
    public PolicyPack(Header header, List<Scope> scopes, List<Control> controls, List<PolicyTest> tests) {
        this(header, scopes, controls, List.of(), List.of(), List.of(), List.of(), tests);
    }

    /** The same with other controls and recalibrations. */
    PolicyPack with(List<Control> others, List<Recalibration> active) {
        return new PolicyPack(header, scopes, others, active, duties, requirements, claims, tests);
    }

    /** Finds a control by its id. */
    public Optional<Control> find(ControlId id) {
        return controls.stream().filter(control -> control.id().equals(id)).findFirst();
    }

    /** The recalibration that is in force for a control on a day; the compiler lets at most one be. */
    public Optional<Recalibration> recalibration(ControlId id, LocalDate day) {
        return recalibrations.stream()
                .filter(change -> change.control().equals(id) && change.period().contains(day))
                .findFirst();
    }
}
