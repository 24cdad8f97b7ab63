package org.portcullis.mapping.load;

import java.util.Optional;
import org.portcullis.model.citation.Citation;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Text;

/** Reads a citation as catalogue files write it: the corpus, a blank, and the number. */
final class CitationText {

    private CitationText() {}

    /** Gives the citation, or nothing after reporting why not; whether it is catalogued is another question. */
    static Optional<Citation> read(Text text, Faults faults) {
        int blank = text.value().indexOf(' ');
        String corpus = blank < 0 ? text.value() : text.value().substring(0, blank);
        String number = blank < 0 ? "" : text.value().substring(blank + 1);
        if (Citation.isCorpus(corpus) && Citation.isProvision(number)) {
            return Optional.of(new Citation(corpus, number));
        }
        faults.add(
                text.at(),
                "`" + text.value() + "` is not the name of a provision",
                "write the corpus and the number such as `UK-RTS6 15(1)(b)`");
        return Optional.empty();
    }
}
