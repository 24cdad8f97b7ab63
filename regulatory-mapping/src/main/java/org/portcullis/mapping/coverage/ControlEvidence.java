package org.portcullis.mapping.coverage;

import java.util.List;

/**
 * Counts what a journal shows of one control in the period asked about.
 *
 * @param controlId the control
 * @param evaluated how many times it was evaluated, passes as well as breaches
 * @param fired how many of these times it fired
 * @param entries indices of the first journal entries that show it, ascending; at least one when it was evaluated
 * @param further how many journal entries behind these show it, too
 */
public record ControlEvidence(String controlId, long evaluated, long fired, List<Long> entries, long further) {

    /**
     * Copies the indices.
     *
     * @throws IllegalArgumentException if counts are negative or fired exceeds evaluated, if indices are negative or do
     *     not ascend, or if there are evaluations without an entry or entries without an evaluation
     */
    public ControlEvidence {
        entries = List.copyOf(entries);
        if (fired < 0 || evaluated < fired) {
            throw new IllegalArgumentException(
                    "control `" + controlId + "` fired " + fired + " times of " + evaluated + " evaluations");
        }
        if (further < 0 || (entries.isEmpty() && further > 0)) {
            throw new IllegalArgumentException(
                    "control `" + controlId + "` has " + further + " entries behind " + entries.size());
        }
        if (entries.isEmpty() != (evaluated == 0)) {
            throw new IllegalArgumentException("control `" + controlId + "` has " + evaluated + " evaluations in "
                    + entries.size() + " journal entries");
        }
        long previous = -1;
        for (long entry : entries) {
            if (entry <= previous) {
                throw new IllegalArgumentException("entry " + entry + " follows entry " + previous);
            }
            previous = entry;
        }
    }

    /** Counts with the indices of all entries. */
    public ControlEvidence(String controlId, long evaluated, long fired, List<Long> entries) {
        this(controlId, evaluated, fired, entries, 0);
    }

    /** Gives how many journal entries show the control. */
    public long entryCount() {
        return entries.size() + further;
    }

    /** Says that the journal shows nothing of the control. */
    public static ControlEvidence none(String controlId) {
        return new ControlEvidence(controlId, 0, 0, List.of());
    }

    /** Writes the indices of the first entries with runs joined: {@code 3-5, 9}; the empty string when there are none. */
    public String entriesText() {
        StringBuilder text = new StringBuilder();
        int start = 0;
        while (start < entries.size()) {
            int end = start;
            while (end + 1 < entries.size() && entries.get(end + 1) == entries.get(end) + 1) {
                end++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(entries.get(start));
            if (end > start) {
                text.append('-').append(entries.get(end));
            }
            start = end + 1;
        }
        return text.toString();
    }
}
