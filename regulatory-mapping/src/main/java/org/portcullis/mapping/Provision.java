package org.portcullis.mapping;

import java.util.List;
import org.portcullis.model.citation.Citation;

/**
 * Is one catalogued provision.
 *
 * @param citation its name
 * @param segment the part of the corpus it stands in, for example {@code Article 15}
 * @param paraphrase what it asks for, in our own words
 * @param kinds what the bound party has to do, at least one unless nothing is confirmed
 * @param appliesTo whom it binds
 * @param condition in words, which of them
 * @param inForce when it binds
 * @param sources keys of the sources that the paraphrase rests on, at least one unless nothing is confirmed
 * @param verifiedOn the day on which somebody compared the entry with the official text; unknown when nobody recorded one
 * @param sureness how the paraphrase is known
 * @param note what a reader has to know besides, or the empty string
 */
public record Provision(
        Citation citation,
        String segment,
        Paraphrase paraphrase,
        List<ObligationKind> kinds,
        Addressee appliesTo,
        String condition,
        InForce inForce,
        List<String> sources,
        DateMark verifiedOn,
        Sureness sureness,
        String note) {

    /** Copies the lists and refuses an entry without a kind or source, unless it is general knowledge. */
    public Provision {
        kinds = List.copyOf(kinds);
        sources = List.copyOf(sources);
        if (sureness != Sureness.GENERAL && (kinds.isEmpty() || sources.isEmpty())) {
            throw new IllegalArgumentException(citation + " needs at least one kind of obligation and one source");
        }
        if (segment.isBlank() || condition.isBlank()) {
            throw new IllegalArgumentException(citation + " has blank text");
        }
    }

    /** Tells whether running controls can by itself show that some part of the obligation was kept. */
    public boolean shownByControls() {
        return kinds.stream().anyMatch(ObligationKind::shownByControls);
    }
}
