package org.portcullis.app.keys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.portcullis.engine.approval.EnrolledKey;
import org.portcullis.journal.EntryNumber;
import org.portcullis.model.json.JsonObject;

/**
 * What happened to one key, as far as the journal was read.
 *
 * @param key the key as the engine knows it
 * @param begun the entry that brought it
 * @param founding whether no second person signed for it
 * @param confirmedBy the second person
 * @param replaces the key in whose place it came
 * @param replaced the entry that put another key in its place
 * @param revoked the entry that revoked it
 */
public record KeyLife(
        EnrolledKey key,
        EntryNumber begun,
        boolean founding,
        String confirmedBy,
        Optional<String> replaces,
        Optional<Replaced> replaced,
        Optional<Revoked> revoked) {

    /** Another key took its place. */
    public record Replaced(EntryNumber entry, String by) {}

    /** It was revoked. */
    public record Revoked(EntryNumber entry, String by, String reason) {}

    KeyLife replaced(Replaced with, Instant overlapUntil) {
        return new KeyLife(
                key.replaced(overlapUntil), begun, founding, confirmedBy, replaces, Optional.of(with), revoked);
    }

    KeyLife revoked(Revoked how) {
        return new KeyLife(key.revoke(), begun, founding, confirmedBy, replaces, replaced, Optional.of(how));
    }

    /** The state at an instant, in one word for machines. */
    public String state(Instant at) {
        if (key.revoked()) {
            return "revoked";
        }
        if (key.overlapUntil().isEmpty()) {
            return "in-force";
        }
        return key.isInForce(at) ? "overlapping" : "retired";
    }

    /** The state at an instant, for people. */
    public String words(Instant at) {
        String until = key.overlapUntil().map(Instant::toString).orElse("");
        return switch (state(at)) {
            case "revoked" -> "revoked";
            case "overlapping" -> "in force until " + until;
            case "retired" -> "retired since " + until;
            default -> "in force";
        };
    }

    /** The entries about it, for people. */
    public String entries() {
        List<String> entries = new ArrayList<>();
        entries.add((replaces.isPresent() ? "rotated in " : "enrolled ") + begun);
        replaced.ifPresent(how -> entries.add("replaced by " + how.by() + " " + how.entry()));
        revoked.ifPresent(how -> entries.add("revoked " + how.entry()));
        entries.add(founding ? "founding key, seen by " + confirmedBy : "confirmed by " + confirmedBy);
        return String.join("; ", entries);
    }

    /**
     * Everything, for machines.
     *
     * @param shown how people and their words are shown
     */
    public JsonObject json(Instant at, UnaryOperator<String> shown) {
        JsonObject.Builder json = JsonObject.builder()
                .put("keyId", key.keyId())
                .put("person", shown.apply(key.person()))
                .put("publicKey", key.publicKey())
                .put("state", state(at))
                .put("founding", founding)
                .put("confirmedBy", shown.apply(confirmedBy))
                .put("begun", begun.toJson())
                .putIfPresent("replaces", replaces)
                .putIfPresent("overlapUntil", key.overlapUntil().map(Instant::toString));
        replaced.ifPresent(how -> json.put("replaced", how.entry().toJson()).put("replacedBy", how.by()));
        revoked.ifPresent(how -> json.put("revoked", how.entry().toJson())
                .put("revokedBy", shown.apply(how.by()))
                .put("reason", shown.apply(how.reason())));
        return json.build();
    }
}
