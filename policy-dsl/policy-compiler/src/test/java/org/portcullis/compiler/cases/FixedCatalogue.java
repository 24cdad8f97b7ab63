package org.portcullis.compiler.cases;

import java.time.LocalDate;
import java.util.List;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.CitationIndex;

/** A small catalogue of invented provisions: one corpus, one provision that has ended, one that has not begun. */
final class FixedCatalogue implements CitationIndex {
    private static final Citation ENDED = new Citation("DEMO-RULES", "1.1");
    private static final Citation COMING = new Citation("DEMO-RULES", "9.9");
    private static final LocalDate END = LocalDate.parse("2020-01-31");
    private static final LocalDate BEGIN = LocalDate.parse("2030-01-01");

    @Override
    public boolean knows(Citation citation) {
        return citations().contains(citation);
    }

    @Override
    public List<String> corpora() {
        return List.of("DEMO-RULES", "DEMO-GUIDE");
    }

    @Override
    public List<Citation> citations() {
        return List.of(
                ENDED,
                new Citation("DEMO-RULES", "7.3.2(1)"),
                new Citation("DEMO-RULES", "7.3.2(2)"),
                COMING,
                new Citation("DEMO-GUIDE", "4"));
    }

    @Override
    public Standing standing(Citation citation, LocalDate day) {
        if (!knows(citation)) {
            return Standing.NOT_CATALOGUED;
        }
        if (citation.equals(ENDED) && day.isAfter(END)) {
            return Standing.WITHDRAWN;
        }
        return citation.equals(COMING) && day.isBefore(BEGIN) ? Standing.NOT_YET : Standing.IN_FORCE;
    }
}
