package org.portcullis.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Is the first line of an export: which entries of which journal it is about.
 *
 * @param key the verifier key that it names
 * @param scope what the exporter says it chose by
 * @param from the first entry of the range
 * @param to the first entry behind the range
 * @param size how many entries the checkpoint signs
 * @param checkpoint the note
 * @param timestamp the token over the note, as it stands there
 * @param left the roots over what lies before the range
 * @param right the roots over what lies behind the range
 * @param previous the checkpoint of the export before, and how this one extends it
 */
record ExportHead(
        NoteKey key,
        Value scope,
        long from,
        long to,
        long size,
        String checkpoint,
        Optional<String> timestamp,
        List<byte[]> left,
        List<byte[]> right,
        Optional<Previous> previous) {

    private static final String FORMAT = "portcullis-export/1";
    private static final Set<String> NEEDED =
            Set.of("checkpoint", "format", "from", "journal", "key", "left", "right", "scope", "size", "to");
    private static final Set<String> OPTIONAL = Set.of("previous", "timestamp");

    /** No path in a tree of up to 2^53 leaves is longer. */
    private static final int MAX_HASHES = 128;

    /**
     * Is what an export says about the one before it.
     *
     * @param checkpoint the note
     * @param proof the consistency proof from it to this export's checkpoint
     */
    record Previous(String checkpoint, List<byte[]> proof) {}

    static ExportHead read(Value line, Rejection.Place place) throws Rejection {
        String format = line.text("format")
                .orElseThrow(
                        () -> illFormed(place, "it does not begin as an export does; its first line names no format"));
        if (!format.equals(FORMAT)) {
            throw illFormed(
                    place,
                    "it is of the format `" + format + "` and this verifier reads `" + FORMAT
                            + "`; take a newer verifier");
        }
        requireMembers(line, place);
        NoteKey key = NoteKey.read(text(line, "key", place))
                .orElseThrow(() -> illFormed(place, "its `key` is not a verifier key"));
        if (!key.name().equals(text(line, "journal", place))) {
            throw illFormed(place, "its `journal` is not the name of its key");
        }
        long from = whole(line, "from", place);
        long to = whole(line, "to", place);
        long size = whole(line, "size", place);
        if (from < 0 || to < from || size < to || size == 0) {
            throw illFormed(
                    place, "the range from " + from + " to " + to + " does not lie within " + size + " entries");
        }
        List<byte[]> left = hashes(line, "left", place);
        List<byte[]> right = hashes(line, "right", place);
        if (left.size() != CompactRange.coveringFirst(from) || right.size() != CompactRange.coveringRest(to, size)) {
            throw illFormed(place, "`left` and `right` do not cover what lies outside of the range");
        }
        return new ExportHead(
                key,
                line.member("scope").orElse(new Value.Truth(false)),
                from,
                to,
                size,
                text(line, "checkpoint", place),
                line.text("timestamp"),
                left,
                right,
                previous(line, place));
    }

    /** Gives the scope in words. */
    String scopeInWords() {
        String kind = scope.text("kind").orElse("");
        return switch (kind) {
            case "all" -> "the whole journal";
            case "period" ->
                "the period from " + scope.text("from").orElse("the beginning") + " to "
                        + scope.text("to").orElse("the end");
            case "desk" -> "desk `" + scope.text("desk").orElse("") + "`";
            case "case" -> "case `" + scope.text("case").orElse("") + "`";
            default -> "`" + kind + "`";
        };
    }

    /** Reads an array of hashes in canonical base64. */
    static List<byte[]> hashes(Value line, String member, Rejection.Place place) throws Rejection {
        List<Value> items = line.member(member)
                .flatMap(Value::asItems)
                .filter(found -> found.size() <= MAX_HASHES)
                .orElseThrow(() -> illFormed(place, "its `" + member + "` is not a list of hashes"));
        List<byte[]> hashes = new ArrayList<>(items.size());
        for (Value item : items) {
            hashes.add(hash(item.asText(), member, place));
        }
        return hashes;
    }

    /** Reads one hash in canonical base64. */
    static byte[] hash(Optional<String> base64, String member, Rejection.Place place) throws Rejection {
        String text = base64.filter(some -> some.length() == 44)
                .orElseThrow(() -> illFormed(place, "its `" + member + "` has something else than a hash"));
        try {
            byte[] hash = Base64.getDecoder().decode(text);
            if (hash.length == Sha256.BYTES
                    && Base64.getEncoder().encodeToString(hash).equals(text)) {
                return hash;
            }
        } catch (IllegalArgumentException malformed) {
            throw illFormed(place, "its `" + member + "` has something else than base64");
        }
        throw illFormed(place, "its `" + member + "` has something else than a hash");
    }

    /** Reads the checkpoint, which signs as many entries as the export says. */
    SignedRoot.Cosigned signedRoot(Rejection.Place place) throws Rejection {
        SignedRoot.Cosigned cosigned = SignedRoot.readCosigned(checkpoint.getBytes(StandardCharsets.UTF_8), place);
        SignedRoot root = cosigned.root();
        root.requireSignedBy(key, place);
        if (root.size() != size) {
            throw new Rejection(
                    Outcome.TAMPERED,
                    place,
                    "the export is of " + size + " entries and its checkpoint signs " + root.size());
        }
        return cosigned;
    }

    static Rejection illFormed(Rejection.Place place, String reason) {
        return new Rejection(Outcome.ILL_FORMED, place, reason);
    }

    private static void requireMembers(Value line, Rejection.Place place) throws Rejection {
        SortedMap<String, Value> members =
                line.asMembers().orElseThrow(() -> illFormed(place, "the first line is not an object"));
        Set<String> present = new TreeSet<>(members.keySet());
        boolean complete = present.containsAll(NEEDED);
        present.removeAll(NEEDED);
        present.removeAll(OPTIONAL);
        if (!complete || !present.isEmpty()) {
            throw illFormed(place, "the first line does not have the members of version 1");
        }
    }

    private static Optional<Previous> previous(Value line, Rejection.Place place) throws Rejection {
        Optional<Value> previous = line.member("previous");
        if (previous.isEmpty()) {
            return Optional.empty();
        }
        String checkpoint = text(previous.get(), "checkpoint", place);
        return Optional.of(new Previous(checkpoint, hashes(previous.get(), "proof", place)));
    }

    private static String text(Value line, String member, Rejection.Place place) throws Rejection {
        return line.text(member).orElseThrow(() -> illFormed(place, "its `" + member + "` is not a text"));
    }

    private static long whole(Value line, String member, Rejection.Place place) throws Rejection {
        return line.whole(member).orElseThrow(() -> illFormed(place, "its `" + member + "` is not a whole number"));
    }
}
