package org.portcullis.languageserver;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.portcullis.languageserver.port.ProvisionText;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.CitationIndex;

/** A catalogue of the provisions that the test's policy cites, all in force on every day. */
final class FixedProvisions implements CitationIndex, ProvisionText {
    private static final List<Citation> ALL = List.of(
            new Citation("FCA-MAR", "7A.3.2R(2)"),
            new Citation("FCA-MAR", "7A.3.2R(3)"),
            new Citation("FCA-PRIN", "2"),
            new Citation("FCA-PRIN", "3"),
            new Citation("PRA-ALGO", "2.1"),
            new Citation("PRA-ALGO", "2.2(2)"),
            new Citation("UK-RTS6", "12"),
            new Citation("UK-RTS6", "15(1)(a)"),
            new Citation("UK-RTS6", "15(1)(b)"),
            new Citation("UK-RTS6", "15(1)(c)"),
            new Citation("UK-RTS6", "15(1)(d)"),
            new Citation("UK-RTS6", "15(3)"),
            new Citation("UK-RTS6", "15(4)"),
            new Citation("UK-RTS6", "15(5)"),
            new Citation("UK-RTS6", "15(6)"),
            new Citation("UK-RTS6", "16"));

    @Override
    public boolean knows(Citation citation) {
        return ALL.contains(citation);
    }

    @Override
    public List<String> corpora() {
        return ALL.stream().map(Citation::corpus).distinct().toList();
    }

    @Override
    public List<Citation> citations() {
        return ALL;
    }

    @Override
    public Standing standing(Citation citation, LocalDate day) {
        return knows(citation) ? Standing.IN_FORCE : Standing.NOT_CATALOGUED;
    }

    @Override
    public Optional<Entry> find(Citation citation) {
        return knows(citation)
                ? Optional.of(new Entry(
                        "Part of " + citation.corpus(),
                        "Asks for what " + citation.provision() + " asks for.",
                        "read from the regulator",
                        "from unknown to unknown"))
                : Optional.empty();
    }

    @Override
    public Optional<String> corpus(String name) {
        return corpora().contains(name) ? Optional.of("the rule book " + name) : Optional.empty();
    }
}
