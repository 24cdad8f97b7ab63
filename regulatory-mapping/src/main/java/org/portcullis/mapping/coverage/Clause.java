package org.portcullis.mapping.coverage;

import java.util.List;
import org.portcullis.mapping.Provision;

/**
 * Is one provision with the controls that cite it and what the journal shows.
 *
 * @param provision the provision
 * @param verdict what the evidence amounts to
 * @param because the sentence of the predicate that decided, with its figures, lower case and without a full stop
 * @param controls the controls that cite exactly this provision, in the order of the pack, possibly none
 */
public record Clause(Provision provision, Verdict verdict, String because, List<Cell> controls) {

    /** Copies the cells. */
    public Clause {
        controls = List.copyOf(controls);
    }

    /**
     * Is where a provision meets a control.
     *
     * @param control the control
     * @param evidence what the journal shows of it
     */
    public record Cell(CitingControl control, ControlEvidence evidence) {}
}
