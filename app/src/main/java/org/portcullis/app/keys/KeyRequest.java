package org.portcullis.app.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.engine.approval.EnrolledKey;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.BothProviders;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/**
 * What a person has signed to enrol or to rotate a key; it travels as a file to the second person and to whoever holds the journal. Nothing in it is secret.
 *
 * @param proof the enrolment or the rotation, signed with the new key
 * @param consent the rotation, signed with the old key; empty for an enrolment
 */
public record KeyRequest(JsonObject proof, Optional<JsonObject> consent) {
    private static final String REQUEST = "portcullis-key-request/1";
    private static final String CONFIRMATION = "portcullis-key-confirmation/1";
    private static final int MAX_BYTES = 20_000;

    /** What the second person signed, and who that is. */
    public record Confirmation(String confirmedBy, JsonObject envelope) {}

    /** Asks to enrol the signer's key. */
    public static KeyRequest enrolment(String person, Signer key) {
        return new KeyRequest(Enrolment.sign(person, key), Optional.empty());
    }

    /** Asks to rotate; both keys sign. */
    public static KeyRequest rotation(Rotation rotation, Signer newKey, Signer oldKey) {
        return new KeyRequest(rotation.sign(newKey), Optional.of(rotation.sign(oldKey)));
    }

    /** The key that is to be confirmed, as the request names it; empty where it is of no form. */
    public Optional<EnrolledKey> key() {
        return consent.isPresent()
                ? Rotation.read(proof).map(read -> EnrolledKey.of(read.keyId(), read.person(), read.publicKey()))
                : Enrolment.read(proof).map(read -> EnrolledKey.of(read.keyId(), read.person(), read.publicKey()));
    }

    /** Whether the new key has signed it. */
    public boolean isProven() {
        BothProviders check = new BothProviders();
        return consent.isPresent()
                ? Rotation.read(proof)
                        .filter(read -> read.isProvenBy(proof, check))
                        .isPresent()
                : Enrolment.read(proof)
                        .filter(read -> read.isProvenBy(proof, check))
                        .isPresent();
    }

    /** Confirms it as a second person. */
    public Confirmation confirm(String person, Signer key) {
        return new Confirmation(person, KeyConfirmation.sign(proof, person, key));
    }

    /** What the engine is asked to do. */
    public Command command(Confirmation confirmation) {
        return consent.isPresent()
                ? new Command.RotateKey(proof, consent.get(), confirmation.confirmedBy(), confirmation.envelope())
                : new Command.EnrolKey(proof, confirmation.confirmedBy(), confirmation.envelope());
    }

    /** Writes it to a new file. */
    public void write(Path file, String shown) {
        JsonObject.Builder json = JsonObject.builder().put("format", REQUEST).put("proof", proof);
        consent.ifPresent(envelope -> json.put("consent", envelope));
        write(json.build(), file, shown);
    }

    /** Writes a confirmation to a new file. */
    public static void write(Confirmation confirmation, Path file, String shown) {
        write(
                JsonObject.builder()
                        .put("format", CONFIRMATION)
                        .put("confirmedBy", confirmation.confirmedBy())
                        .put("confirmation", confirmation.envelope())
                        .build(),
                file,
                shown);
    }

    /** Reads a request; {@link UserMistake} where the file is none. */
    public static KeyRequest read(Path file, String shown) {
        JsonObject json = json(file, shown, REQUEST, "a request for a key");
        try {
            KeyRequest request = new KeyRequest(
                    json.object("proof"), json.has("consent") ? Optional.of(json.object("consent")) : Optional.empty());
            if (request.key().isPresent()) {
                return request;
            }
        } catch (JsonMismatch other) {
            throw new UserMistake(shown + ": is not a request for a key");
        }
        throw new UserMistake(shown + ": is not a request for a key");
    }

    /** Reads a confirmation; {@link UserMistake} where the file is none. */
    public static Confirmation readConfirmation(Path file, String shown) {
        JsonObject json = json(file, shown, CONFIRMATION, "a confirmation of a key");
        try {
            return new Confirmation(json.text("confirmedBy"), json.object("confirmation"));
        } catch (JsonMismatch other) {
            throw new UserMistake(shown + ": is not a confirmation of a key");
        }
    }

    private static void write(JsonObject json, Path file, String shown) {
        try {
            Files.writeString(
                    file, CanonicalJson.text(json) + "\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw new UserMistake(shown + ": is there already; nothing is overwritten, so name another file");
        } catch (IOException unwritable) {
            throw new UserMistake(shown + ": cannot be written: " + unwritable.getMessage());
        }
    }

    private static JsonObject json(Path file, String shown, String format, String what) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new UserMistake(shown + ": no such file");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new UserMistake(shown + ": is not " + what);
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            JsonObject json = JsonReader.readObject(text.strip().getBytes(StandardCharsets.UTF_8));
            if (json.findText("format").equals(Optional.of(format))) {
                return json;
            }
        } catch (IllFormedJson | JsonMismatch other) {
            throw new UserMistake(shown + ": is not " + what);
        } catch (IOException unreadable) {
            throw new UserMistake(shown + ": cannot be read: " + unreadable.getMessage());
        }
        throw new UserMistake(shown + ": is not " + what);
    }
}
