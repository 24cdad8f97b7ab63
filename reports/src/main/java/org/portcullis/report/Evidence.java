package org.portcullis.report;

import java.util.List;
import org.portcullis.report.sheet.Sheet;

/**
 * Is a workbook before it is written.
 *
 * @param request what was asked for
 * @param sheets in the order of their tabs
 * @param reservations what keeps it from being taken for clean, the gravest first
 */
public record Evidence(EvidenceRequest request, List<Sheet> sheets, List<Reservation> reservations) {

    /** Copies the list and refuses two sheets of one name. */
    public Evidence {
        sheets = List.copyOf(sheets);
        reservations = List.copyOf(reservations);
        if (sheets.stream().map(Sheet::name).distinct().count() != sheets.size()) {
            throw new IllegalArgumentException("two sheets have the same name");
        }
    }

    /** Is a workbook without reservations. */
    public Evidence(EvidenceRequest request, List<Sheet> sheets) {
        this(request, sheets, List.of());
    }
}
