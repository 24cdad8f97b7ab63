package org.portcullis.report.excel;

import java.util.List;

/**
 * Is a row as the file has it.
 *
 * @param index from zero
 * @param hidden whether nobody sees it
 * @param cells from left to right; those without content may be missing
 */
record FoundRow(int index, boolean hidden, List<FoundCell> cells) {

    FoundRow {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return cells.stream().allMatch(FoundCell::isBlank);
    }
}
