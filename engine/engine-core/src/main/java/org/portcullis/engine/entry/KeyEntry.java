package org.portcullis.engine.entry;

import java.time.Instant;
import java.util.Optional;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.model.json.JsonObject;

/** What happened to people's keys. */
public sealed interface KeyEntry extends EntryBody {

    /** Dispatches on the type. */
    <R> R matchKey(KeyCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.key(this);
    }

    /** Handles each type. */
    interface KeyCases<R> {
        R enrolled(Enrolled entry);

        R rotated(Rotated entry);

        R revoked(Revoked entry);

        R refused(Refused entry);
    }

    /**
     * A key counts from now on.
     *
     * @param publicKey base64 of the 32 bytes of the Ed25519 key
     * @param proof the enrolment, signed by the key itself
     * @param confirmedBy the second person
     * @param confirmation what the second person signed; empty for a founding key alone
     */
    record Enrolled(
            String keyId,
            String person,
            String publicKey,
            JsonObject proof,
            String confirmedBy,
            Optional<JsonObject> confirmation)
            implements KeyEntry {
        static final String TYPE = "key.enrolled";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .put("keyId", keyId)
                    .put("person", person)
                    .put("publicKey", publicKey)
                    .put("proof", proof)
                    .put("confirmedBy", confirmedBy);
            confirmation.ifPresent(envelope -> json.put("confirmation", envelope));
            return json.build();
        }

        static Enrolled fromJson(JsonObject json) {
            return new Enrolled(
                    json.text("keyId"),
                    json.text("person"),
                    json.text("publicKey"),
                    json.object("proof"),
                    json.text("confirmedBy"),
                    confirmationIn(json));
        }

        @Override
        public <R> R matchKey(KeyCases<R> cases) {
            return cases.enrolled(this);
        }
    }

    /**
     * A new key counts from now on, and the one that it replaces no longer than the rotation says.
     *
     * @param proof the rotation, signed by the new key
     * @param consent the rotation, signed by the old key
     * @param confirmedBy the second person
     * @param confirmation what the second person signed; empty only while nobody else has a key
     */
    record Rotated(
            Rotation rotation,
            JsonObject proof,
            JsonObject consent,
            String confirmedBy,
            Optional<JsonObject> confirmation)
            implements KeyEntry {
        static final String TYPE = "key.rotated";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .put("keyId", rotation.keyId())
                    .put("person", rotation.person())
                    .put("publicKey", rotation.publicKey())
                    .put("replaces", rotation.replaces())
                    .put("overlapUntil", rotation.overlapUntil().toString())
                    .put("proof", proof)
                    .put("consent", consent)
                    .put("confirmedBy", confirmedBy);
            confirmation.ifPresent(envelope -> json.put("confirmation", envelope));
            return json.build();
        }

        static Rotated fromJson(JsonObject json) {
            Rotation rotation = new Rotation(
                    json.text("person"),
                    json.text("keyId"),
                    json.text("publicKey"),
                    json.text("replaces"),
                    Instant.parse(json.text("overlapUntil")));
            return new Rotated(
                    rotation,
                    json.object("proof"),
                    json.object("consent"),
                    json.text("confirmedBy"),
                    confirmationIn(json));
        }

        @Override
        public <R> R matchKey(KeyCases<R> cases) {
            return cases.rotated(this);
        }
    }

    /** A key no longer counts. */
    record Revoked(String keyId, String person, String revokedBy, String reason) implements KeyEntry {
        static final String TYPE = "key.revoked";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("keyId", keyId)
                    .put("person", person)
                    .put("revokedBy", revokedBy)
                    .put("reason", reason)
                    .build();
        }

        static Revoked fromJson(JsonObject json) {
            return new Revoked(json.text("keyId"), json.text("person"), json.text("revokedBy"), json.text("reason"));
        }

        @Override
        public <R> R matchKey(KeyCases<R> cases) {
            return cases.revoked(this);
        }
    }

    /**
     * A key was not enrolled, not rotated or not revoked.
     *
     * @param why the code of the reason
     */
    record Refused(String keyId, String person, String why) implements KeyEntry {
        static final String TYPE = "key.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("keyId", keyId, "person", person, "why", why);
        }

        static Refused fromJson(JsonObject json) {
            return new Refused(json.text("keyId"), json.text("person"), json.text("why"));
        }

        @Override
        public <R> R matchKey(KeyCases<R> cases) {
            return cases.refused(this);
        }
    }

    private static Optional<JsonObject> confirmationIn(JsonObject json) {
        return json.has("confirmation") ? Optional.of(json.object("confirmation")) : Optional.empty();
    }
}
