package org.portcullis.model.citation;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Names one provision of one corpus, as a policy cites it: {@code FCA-MAR "7A.3.2R(2)"}.
 *
 * <p>A citation is a name, not a promise that the provision exists; ask a {@link CitationIndex} for that. Two citations
 * are equal when both parts are equal character by character: {@code 15(1) (a)} and {@code 15(1)(a)} differ.
 *
 * @param corpus the rule book, in the form that {@link #isCorpus} accepts
 * @param provision the place inside the rule book, in the form that {@link #isProvision} accepts
 */
public record Citation(String corpus, String provision) implements Comparable<Citation> {

    /** The longest corpus name, in characters. */
    public static final int MAX_CORPUS_LENGTH = 40;

    /** The longest provision name, in characters. */
    public static final int MAX_PROVISION_LENGTH = 64;

    private static final Pattern CORPUS = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");
    private static final Pattern PROVISION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.()/-]*( [A-Za-z0-9.()/-]+)*");
    private static final Comparator<Citation> ORDER =
            Comparator.comparing(Citation::corpus).thenComparing(Citation::provision);

    /**
     * Refuses text that no policy could cite.
     *
     * @throws IllegalArgumentException if either part is malformed; callers that read user text MUST ask
     *     {@link #isCorpus} and {@link #isProvision} first and report a diagnostic
     */
    public Citation {
        if (!isCorpus(corpus)) {
            throw new IllegalArgumentException("corpus must be upper-case words joined by dashes: `" + corpus + "`");
        }
        if (!isProvision(provision)) {
            throw new IllegalArgumentException(
                    "provision must be letters, digits, dots, brackets, slashes, dashes and single spaces: `"
                            + provision
                            + "`");
        }
    }

    /** Tells whether the text has the form of a corpus name: at least two upper-case words joined by dashes. */
    public static boolean isCorpus(String text) {
        return text.length() <= MAX_CORPUS_LENGTH && CORPUS.matcher(text).matches();
    }

    /**
     * Tells whether the text has the form of a provision: ASCII letters, digits, {@code . ( ) / -} and single inner
     * spaces, beginning with a letter or digit.
     */
    public static boolean isProvision(String text) {
        return text.length() <= MAX_PROVISION_LENGTH && PROVISION.matcher(text).matches();
    }

    /** Orders by corpus, then by provision, both by UTF-16 code unit: a canonical order, not a reading order. */
    @Override
    public int compareTo(Citation other) {
        return ORDER.compare(this, other);
    }

    /** Writes the citation as a policy does: {@code FCA-MAR "7A.3.2R(2)"}. */
    @Override
    public String toString() {
        return corpus + " \"" + provision + "\"";
    }
}
