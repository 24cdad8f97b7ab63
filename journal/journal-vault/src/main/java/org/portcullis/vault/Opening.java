package org.portcullis.vault;

import java.util.Base64;
import java.util.Optional;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;

/**
 * Opens a commitment: whoever has it can compute the commitment, and whoever has not cannot guess what was committed to.
 *
 * @param commitment the digest of the canonical bytes of salt, type and value
 * @param salt base64 of 32 random bytes
 * @param type {@link #PERSON} or {@link #TEXT}
 */
public record Opening(Digest commitment, String salt, String type, JsonObject value) {

    /** The type of the identity of a person. */
    public static final String PERSON = "person";

    /** The type of what a person wrote. */
    public static final String TEXT = "text";

    /** The size of a salt. */
    public static final int SALT_BYTES = 32;

    private static final int SALT_CHARACTERS = 44;

    /** Refuses salts of another size, what does not give the commitment, and values of another form than the type's, with an {@link IllegalArgumentException} or a {@link JsonMismatch}. */
    public Opening {
        if (salt.length() != SALT_CHARACTERS
                || !Base64.getEncoder()
                        .encodeToString(Base64.getDecoder().decode(salt))
                        .equals(salt)) {
            throw new IllegalArgumentException("the salt is not the base64 of " + SALT_BYTES + " bytes");
        }
        if (!commitment.equals(digest(salt, type, value))) {
            throw new IllegalArgumentException("salt and value do not open the commitment `" + commitment + "`");
        }
        if (type.equals(PERSON)) {
            Identity.fromJson(value);
        } else if (!type.equals(TEXT) || value.findText("text").isEmpty()) {
            throw new IllegalArgumentException("an opening of type `" + type + "` with this value is not known");
        }
    }

    static Opening of(Identity person, byte[] salt) {
        return of(PERSON, person.toJson(), salt);
    }

    static Opening of(String text, byte[] salt) {
        return of(TEXT, JsonObject.of("text", text), salt);
    }

    private static Opening of(String type, JsonObject value, byte[] salt) {
        String spelled = Base64.getEncoder().encodeToString(salt);
        return new Opening(digest(spelled, type, value), spelled, type, value);
    }

    private static Digest digest(String salt, String type, JsonObject value) {
        return Digest.of(unopened(salt, type, value).build());
    }

    private static JsonObject.Builder unopened(String salt, String type, JsonObject value) {
        return JsonObject.builder().put("salt", salt).put("type", type).put("value", value);
    }

    /** Who it is; empty for openings of something else. */
    public Optional<Identity> person() {
        return type.equals(PERSON) ? Optional.of(Identity.fromJson(value)) : Optional.empty();
    }

    /** What was written; empty for openings of something else. */
    public Optional<String> text() {
        return type.equals(TEXT) ? value.findText("text") : Optional.empty();
    }

    /** The opening as files carry it. */
    public JsonObject toJson() {
        return unopened(salt, type, value).put("commitment", commitment.value()).build();
    }

    /**
     * Reads an opening.
     *
     * @throws JsonMismatch when a member is missing or of another kind
     * @throws IllegalArgumentException when it does not open its commitment
     */
    public static Opening fromJson(JsonObject json) {
        return new Opening(
                new Digest(json.text("commitment")), json.text("salt"), json.text("type"), json.object("value"));
    }
}
