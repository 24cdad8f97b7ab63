package org.portcullis.engine.policytest.coverage;

import java.util.List;
import org.portcullis.model.control.Control;

/** One control with all its cells. */
public record ControlCoverage(Control control, List<CellResult> cells) {
    public ControlCoverage {
        cells = List.copyOf(cells);
    }

    /** The share of cells that are tested. */
    public Share share() {
        return new Share(cells.stream().filter(CellResult::isTested).count(), cells.size());
    }
}
