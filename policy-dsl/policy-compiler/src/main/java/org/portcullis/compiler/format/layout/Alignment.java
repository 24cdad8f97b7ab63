package org.portcullis.compiler.format.layout;

import java.util.List;

/** Finds the places of a sentence as it was written in its canonical spelling, which leaves parentheses out, spells numbers anew and may order parts anew. */
final class Alignment {
    /** How far apart two places that belong together are looked for. */
    private static final int REACH = 40;

    private final List<String> written;
    private final CanonicalSentence canonical;
    private final int[] places;

    private Alignment(List<String> written, CanonicalSentence canonical) {
        this.written = written;
        this.canonical = canonical;
        this.places = new int[written.size() + 1];
    }

    /** For each number of written words how many canonical words stand there; never falls. */
    static int[] of(List<String> written, CanonicalSentence canonical) {
        return new Alignment(written, canonical).places();
    }

    private int[] places() {
        int from = 0;
        int to = 0;
        while (from < written.size()) {
            int[] meeting = nextMeeting(from, to);
            for (int at = from; at < meeting[0]; at++) {
                places[at] = Math.min(to + at - from, meeting[1]);
            }
            from = meeting[0];
            to = meeting[1];
            if (from < written.size()) {
                places[from++] = to++;
            }
        }
        places[written.size()] = canonical.size();
        return places;
    }

    /** The nearest places from here on at which both sentences go on with the same word; their ends, if there are none within reach. */
    private int[] nextMeeting(int from, int to) {
        for (int distance = 0; distance <= 2 * REACH; distance++) {
            for (int skipped = 0; skipped <= distance; skipped++) {
                if (meets(from + skipped, to + distance - skipped)) {
                    return new int[] {from + skipped, to + distance - skipped};
                }
            }
        }
        return new int[] {written.size(), canonical.size()};
    }

    private boolean meets(int from, int to) {
        return from < written.size()
                && to < canonical.size()
                && written.get(from).equals(canonical.text(to));
    }
}
