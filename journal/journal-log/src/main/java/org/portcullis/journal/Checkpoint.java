package org.portcullis.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.Digest;

/**
 * Is the statement that a journal of a size has a root, as C2SP tlog-checkpoint writes it.
 *
 * @param origin the name of the journal
 * @param size the number of entries
 * @param root the RFC 6962 root of the tree over them
 */
public record Checkpoint(String origin, long size, Digest root) {

    private static final int SIGNATURE_BYTES = 64;

    private static final Pattern FORM =
            Pattern.compile("(([^\n]+)\n(0|[1-9][0-9]{0,15})\n([^\n]{44})\n)\n\u2014 ([^ \n]+) ([^ \n]+)\n"
                    + "(\u2014 [^ \n]+ [^ \n]+\n){0,64}");

    /** Gives the text that is signed. */
    String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.hash()) + "\n";
    }

    /** Gives the signed note: the text, an empty line, and one signature line. */
    String signedBy(Signer signer) {
        return signedBy(signer, VerifierKey.of(signer).keyHashBytes());
    }

    /** Gives the signed note of a signer whose mark is known. */
    String signedBy(Signer signer, byte[] keyMark) {
        String text = text();
        byte[] signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] marked = ByteBuffer.allocate(keyMark.length + signature.length)
                .put(keyMark)
                .put(signature)
                .array();
        return text + "\n\u2014 " + signer.keyId() + " " + Base64.getEncoder().encodeToString(marked) + "\n";
    }

    /** Gives a note without the lines behind its first signature. */
    static String withoutCosignatures(String note) {
        int signature = note.indexOf("\n\n");
        int end = signature < 0 ? -1 : note.indexOf('\n', signature + 2);
        return end < 0 ? note : note.substring(0, end + 1);
    }

    /** Reads what a note states, whoever signed it. */
    public static Optional<Checkpoint> read(String note) {
        Matcher form = FORM.matcher(note);
        try {
            return form.matches() ? Optional.of(statement(form)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * Reads a note and gives its statement when the first signature is the signer's, and nothing otherwise. Further lines,
     * such as cosignatures of witnesses, are not looked at.
     */
    public static Optional<Checkpoint> open(String note, Signer signer, SignatureCheck check) {
        return open(note, VerifierKey.of(signer), check);
    }

    /** Reads a note and gives its statement when the first signature is of the key, and nothing otherwise. */
    public static Optional<Checkpoint> open(String note, VerifierKey key, SignatureCheck check) {
        Matcher form = FORM.matcher(note);
        if (!form.matches() || !form.group(5).equals(key.name())) {
            return Optional.empty();
        }
        try {
            byte[] marked = Base64.getDecoder().decode(form.group(6));
            byte[] mark = key.keyHashBytes();
            boolean accepted = marked.length == mark.length + SIGNATURE_BYTES
                    && Arrays.equals(marked, 0, mark.length, mark, 0, mark.length)
                    && check.accepts(
                            key.publicKey(),
                            form.group(1).getBytes(StandardCharsets.UTF_8),
                            Arrays.copyOfRange(marked, mark.length, marked.length));
            return accepted ? Optional.of(statement(form)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Checkpoint statement(Matcher form) {
        Digest root = Digest.ofHash(Base64.getDecoder().decode(form.group(4)));
        return new Checkpoint(form.group(2), Long.parseLong(form.group(3)), root);
    }
}
