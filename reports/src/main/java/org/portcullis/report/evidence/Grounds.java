package org.portcullis.report.evidence;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.reading.Reading;
import org.portcullis.report.sheet.TableSheet;

/**
 * Is what every sheet is made from.
 *
 * @param reading the journal
 * @param request what was asked for
 * @param survey what one reading of the whole journal showed
 * @param shown how texts are shown to people
 */
record Grounds(Reading reading, EvidenceRequest request, Survey survey, ShownRows shown) {

    /** Gives what one reading of the journal showed beside the survey. */
    Books books() {
        return survey.books();
    }

    /** Counts the entries of the period that have one of the types. */
    long count(Collection<String> types) {
        return survey.inPeriod(types);
    }

    /** Says where rows come from of which there is one for each entry of the period that has one of the types. */
    static String entries(List<String> types) {
        return "entries " + String.join(", ", types) + " of the period; by entry";
    }

    /** Traces a sheet without a control total. */
    Planned traced(TableSheet sheet, String query, long count, Tested accuracy) {
        return traced(sheet, query, count, Optional.empty(), accuracy);
    }

    /** Traces a sheet with what its totalled column adds up to in the journal. */
    Planned traced(TableSheet sheet, String query, long count, long total, Tested accuracy) {
        return traced(sheet, query, count, Optional.of(BigDecimal.valueOf(total)), accuracy);
    }

    private Planned traced(TableSheet sheet, String query, long count, Optional<BigDecimal> total, Tested accuracy) {
        return new PlannedTable(
                shown.of(sheet), new PlannedTable.Against(query, count, total, survey.gapFree(), accuracy));
    }
}
