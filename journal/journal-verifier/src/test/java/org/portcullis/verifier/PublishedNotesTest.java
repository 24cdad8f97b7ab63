package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reads the notes that were published as examples, unchanged; where a key was published, the signature must hold, too. */
class PublishedNotesTest {

    private static final String NEUMANN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final int SIGNATURE_BYTES = 64;

    @Test
    void theSignatureOfTheReferenceImplementationHolds() throws IOException {
        NoteKey key = NoteKey.read(NEUMANN).orElseThrow();
        Signed note = signed("peter-neumann");
        assertTrue(note.line().claims(key));
        assertTrue(Ed25519.accepts(key.publicKey(), note.text(), note.line().signature()));
        byte[] changed = note.text();
        changed[0] ^= 1;
        assertFalse(Ed25519.accepts(key.publicKey(), changed, note.line().signature()));
    }

    @Test
    void noPartOfTheKeyOfTheReferenceImplementationIsAKey() {
        for (int from = 0; from < NEUMANN.length(); from++) {
            for (int to = from; to <= NEUMANN.length(); to++) {
                boolean whole = from == 0 && to == NEUMANN.length();
                assertEquals(whole, NoteKey.read(NEUMANN.substring(from, to)).isPresent(), from + " to " + to);
            }
        }
    }

    @Test
    void theKeyOfTheReferenceImplementationWithAnotherLetterIsNone() {
        for (int at = 0; at < NEUMANN.length(); at++) {
            char next = (char) (NEUMANN.charAt(at) + 1);
            String changed = NEUMANN.substring(0, at) + next + NEUMANN.substring(at + 1);
            assertEquals(Optional.empty(), NoteKey.read(changed), changed);
        }
    }

    @Test
    void aKeyOfAnotherLengthOrAlgorithmIsNone() {
        String longer = "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==";
        String unknown = "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        assertEquals(Optional.empty(), NoteKey.read(longer));
        assertEquals(Optional.empty(), NoteKey.read(unknown));
        assertEquals(Optional.empty(), NoteKey.readWitness(NEUMANN));
    }

    @Test
    void theExampleOfASignedNoteHasOneSignature() throws IOException {
        Signed note = signed("signed-note");
        assertEquals("quasimodo.example/salvatore", note.line().name());
        assertEquals(SIGNATURE_BYTES, note.line().signature().length);
    }

    @Test
    void theExampleOfACheckpointIsRead() throws Exception {
        byte[] bytes = bytes("tlog-checkpoint");
        SignedRoot root = SignedRoot.read(bytes, Rejection.Place.of("checkpoint"));
        assertEquals("example.com/behind-the-sofa", root.origin());
        assertEquals(20_852_163, root.size());
        assertEquals(new String(bytes, StandardCharsets.UTF_8), root.note());
        assertEquals(SIGNATURE_BYTES, root.line().signature().length);
    }

    @Test
    void theExampleOfACosignatureIsReadWithItsTime() throws Exception {
        SignedRoot.Cosigned note = SignedRoot.readCosigned(bytes("tlog-cosignature"), Rejection.Place.of("checkpoint"));
        assertEquals(
                new String(bytes("tlog-checkpoint"), StandardCharsets.UTF_8),
                note.root().note());
        assertEquals(1, note.others().size());
        SignatureLine line = note.others().get(0);
        assertEquals("witness.example.com/w1", line.name());
        ByteBuffer timed = ByteBuffer.wrap(line.signature());
        assertEquals(1_679_315_147, timed.getLong());
        assertEquals(SIGNATURE_BYTES, timed.remaining());
    }

    /** Is a note of any text, which this product's journals have none of. */
    private record Signed(String signed, SignatureLine line) {

        byte[] text() {
            return signed.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Signed signed(String name) throws IOException {
        String note = new String(bytes(name), StandardCharsets.UTF_8);
        int end = note.lastIndexOf("\n\n") + 1;
        String[] words = note.substring(end + 1).strip().split(" ", -1);
        assertEquals("\u2014", words[0]);
        return new Signed(note.substring(0, end), new SignatureLine(words[1], words[2]));
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(Resources.at("/vectors/notes/" + name));
    }
}
