package org.portcullis.engine.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes what people read before they sign for what somebody asked: told by the engine, except for the words of the person, which are marked as such. */
public final class PetitionText {
    /** The longest line, in characters, and the most sentences; the text fits into one entry. */
    private static final int MAX_LINE = 400;

    private static final int MAX_SENTENCES = 40;

    private PetitionText() {}

    /** The text for a petition that is about to begin. */
    public static String of(
            String person,
            String reason,
            String circumstances,
            List<String> sentences,
            List<FrozenQuorum> quorums,
            Instant notAfter) {
        List<String> lines = new ArrayList<>();
        sentences.stream().limit(MAX_SENTENCES).forEach(lines::add);
        if (sentences.size() > MAX_SENTENCES) {
            lines.add("and " + (sentences.size() - MAX_SENTENCES) + " more");
        }
        lines.add("Asked by " + person + ", who says: " + reason);
        if (!circumstances.isEmpty()) {
            lines.add("Exceptional, as " + person + " says, because: " + circumstances);
        }
        lines.add("Needed, all by different people:");
        for (FrozenQuorum quorum : quorums) {
            lines.add("  " + quorum.words() + ", " + quorum.eligible().size() + " eligible");
        }
        lines.add("Each states a reason.");
        lines.add("Until " + notAfter + ", otherwise rejected.");
        return String.join("\n", lines.stream().map(PetitionText::fit).toList()) + "\n";
    }

    private static String fit(String line) {
        return fit(line, MAX_LINE);
    }

    /** One line of a text that people read, cut to so many characters, never inside a surrogate pair. */
    static String fit(String line, int max) {
        String flat = line.replace('\n', ' ').replace('\r', ' ');
        if (flat.length() <= max) {
            return flat;
        }
        int end = Character.isHighSurrogate(flat.charAt(max - 2)) ? max - 2 : max - 1;
        return flat.substring(0, end) + "…";
    }
}
