package org.portcullis.model;

import java.util.List;
import java.util.Optional;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;

/**
 * A checked policy, free of source positions: what the engine runs and what the journal names by its fingerprint.
 *
 * <p>Scopes are resolved into the controls' applicability; they are kept for registers and explanations. Order is the order of the text; it never
 * changes a decision.
 */
public record PolicyPack(Header header, List<Scope> scopes, List<Control> controls, List<PolicyTest> tests) {
    public PolicyPack {
        scopes = List.copyOf(scopes);
        controls = List.copyOf(controls);
        tests = List.copyOf(tests);
        long distinct = controls.stream().map(Control::id).distinct().count();
        if (distinct != controls.size()) {
            throw new IllegalArgumentException("two controls of policy `" + header.name() + "` have the same id");
        }
    }

    /** Finds a control by its id. */
    public Optional<Control> find(ControlId id) {
        return controls.stream().filter(control -> control.id().equals(id)).findFirst();
    }
}
