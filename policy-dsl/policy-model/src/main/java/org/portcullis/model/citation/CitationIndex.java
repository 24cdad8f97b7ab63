package org.portcullis.model.citation;

import java.time.LocalDate;
import java.util.List;

/**
 * Answers whether a cited provision is catalogued and what is known of its dates.
 *
 * <p>Implementations MUST be immutable and safe for use by several threads, and MUST give the same answers in the same
 * order for their whole life.
 */
public interface CitationIndex {

    /** Tells whether the catalogue has an entry for exactly this corpus and provision. */
    boolean knows(Citation citation);

    /** Lists the names of all corpora, in the order of the catalogue, without duplicates. */
    List<String> corpora();

    /** Lists all citations, corpus by corpus, each in the reading order of its rule book, without duplicates. */
    List<Citation> citations();

    /**
     * Says whether the provision was in force on the given day, both ends of its dates included.
     *
     * <p>An implementation MUST answer {@link Standing#DATES_UNKNOWN} rather than guess when a date it would need is
     * not known.
     */
    Standing standing(Citation citation, LocalDate day);

    /** Says what a catalogue knows of a provision on one day. */
    enum Standing {
        /** The known dates cover the day. */
        IN_FORCE,
        /** The provision begins after the day. */
        NOT_YET,
        /** The provision ended before the day. */
        WITHDRAWN,
        /** The provision is catalogued and the dates needed to decide are not known. */
        DATES_UNKNOWN,
        /** The catalogue has no such provision. */
        NOT_CATALOGUED
    }
}
