package org.portcullis.journal.anchor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.engine.journal.SignatureCheck;

/**
 * Is a checkpoint with the lines of witnesses behind the journal's one.
 *
 * @param root the note with the journal's signature line alone
 * @param lines the other signature lines, without their line feeds
 */
record CosignedNote(String root, List<String> lines) {

    CosignedNote {
        lines = List.copyOf(lines);
    }

    /** Takes a note apart that {@link org.portcullis.journal.Checkpoint} accepts. */
    static CosignedNote of(String note) {
        int first = note.indexOf("\n\n") + 2;
        int end = note.indexOf('\n', first) + 1;
        return new CosignedNote(
                note.substring(0, end), note.substring(end).lines().toList());
    }

    /** Gives the lines that are signed. */
    String text() {
        return root.substring(0, root.indexOf("\n\n") + 1);
    }

    /** Gives the whole note. */
    String note() {
        return root + String.join("", lines.stream().map(line -> line + "\n").toList());
    }

    /**
     * Gives the time of each cosignature that holds, by the witness's name in the policy; lines of other keys are not judged.
     *
     * @throws BadCosignature when a line says that it is of a witness of the policy and does not hold
     */
    SortedMap<String, Instant> times(WitnessPolicy policy, SignatureCheck check) throws BadCosignature {
        SortedMap<String, Instant> times = new TreeMap<>();
        for (String name : policy.witnesses().keySet()) {
            WitnessKey key = Optional.ofNullable(policy.witnesses().get(name))
                    .orElseThrow()
                    .key();
            for (String line : lines) {
                if (key.claims(line)) {
                    Instant at = key.time(text(), line, check).orElseThrow(() -> new BadCosignature(name));
                    times.merge(name, at, (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }
        return times;
    }

    /** Is thrown for a cosignature that does not hold. */
    static final class BadCosignature extends Exception {

        private static final long serialVersionUID = 1L;

        BadCosignature(String witness) {
            super("the cosignature of `" + witness + "` does not hold");
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
