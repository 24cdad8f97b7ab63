package org.portcullis.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says what openings open of a journal, and what stays closed.
 *
 * @param given openings that were given
 * @param people people whom they open
 * @param texts texts that they open
 * @param committed people whom the journal commits to
 * @param gone people who were erased and are not opened
 * @param erased people who were erased and are opened all the same
 * @param unused commitments of openings that nothing in what was examined carries
 */
record Opened(
        long given, long people, long texts, long committed, long gone, List<Erased> erased, List<String> unused) {

    /**
     * Is a person who was erased and whose opening was given.
     *
     * @param commitment what the opening opens
     * @param person the pseudonym
     * @param where the entry of the erasure, in words
     */
    record Erased(String commitment, String person, String where) {

        String json() {
            return "{\"commitment\":" + VerdictText.quoted(commitment) + ",\"person\":" + VerdictText.quoted(person)
                    + ",\"where\":" + VerdictText.quoted(where) + "}";
        }
    }

    Opened {
        erased = List.copyOf(erased);
        unused = List.copyOf(unused);
    }

    /** Counts people whom nothing opens, and who were not erased. */
    long withheld() {
        return committed - people - gone;
    }

    /** Gives it for people, line by line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("openings: " + given + " given, they open " + people + (people == 1 ? " person" : " people") + " and "
                + texts + (texts == 1 ? " text" : " texts") + "; " + unused.size() + " open nothing here");
        lines.add("people: " + committed + " committed, " + people + " opened, " + withheld() + " withheld, " + gone
                + " erased");
        erased.forEach(person -> lines.add("opening " + person.commitment() + ": " + person.person() + " erased in "
                + person.where() + "; the opening given still fits"));
        unused.forEach(commitment -> lines.add("opening " + commitment + ": nothing here carries this commitment"));
        return lines;
    }

    /** Gives it as one JSON object. */
    String json() {
        return "{\"erased\":[" + erased.stream().map(Erased::json).collect(Collectors.joining(",")) + "],\"given\":"
                + given + ",\"opened\":{\"people\":" + people + ",\"texts\":" + texts + "},\"people\":{\"committed\":"
                + committed + ",\"erased\":" + gone + ",\"opened\":" + people + ",\"withheld\":" + withheld()
                + "},\"unused\":[" + unused.stream().map(VerdictText::quoted).collect(Collectors.joining(",")) + "]}";
    }
}
