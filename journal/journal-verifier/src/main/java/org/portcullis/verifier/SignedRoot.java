package org.portcullis.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is a C2SP checkpoint with exactly one signature line.
 *
 * @param size the number of entries
 * @param rootBase64 the root over them
 * @param signed the text that was signed
 * @param signer the name in the signature line
 * @param signatureBase64 the key's four bytes and the signature
 */
record SignedRoot(long size, String rootBase64, String signed, String signer, String signatureBase64) {

    private static final int MARK_BYTES = 4;

    private static final Pattern FORM = Pattern.compile(
            "([^\n]+\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n)\n\u2014 ([^ \n]+) ([A-Za-z0-9+/=]+)\n");

    /** Reads a note; the place is where it stands. */
    static SignedRoot read(byte[] note, Rejection.Place place) throws Rejection {
        String text = new String(note, StandardCharsets.UTF_8);
        Matcher form = FORM.matcher(text);
        boolean wellFormed = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), note)
                && form.matches()
                && isCanonical(form.group(3))
                && isCanonical(form.group(5));
        if (!wellFormed) {
            throw new Rejection(Outcome.ILL_FORMED, place, "the signed root is not a note with one signature");
        }
        return new SignedRoot(
                Long.parseLong(form.group(2)), form.group(3), form.group(1), form.group(4), form.group(5));
    }

    /** Holds it against the key. */
    void requireSignedBy(NoteKey key, Rejection.Place place) throws Rejection {
        byte[] marked = Base64.getDecoder().decode(signatureBase64);
        byte[] mark = key.hash();
        boolean ours = signer.equals(key.name())
                && signed.startsWith(key.name() + "\n")
                && marked.length > MARK_BYTES
                && Arrays.equals(marked, 0, MARK_BYTES, mark, 0, MARK_BYTES);
        if (!ours) {
            throw new Rejection(
                    Outcome.UNTRUSTED_KEY,
                    place,
                    "the root over " + size + " entries is not signed by `" + key.name() + "`");
        }
        byte[] signature = Arrays.copyOfRange(marked, MARK_BYTES, marked.length);
        if (!Ed25519.accepts(key.publicKey(), signed.getBytes(StandardCharsets.UTF_8), signature)) {
            throw new Rejection(
                    Outcome.TAMPERED, place, "the signature of the root over " + size + " entries does not hold");
        }
    }

    boolean isRoot(byte[] root) {
        return Arrays.equals(Base64.getDecoder().decode(rootBase64), root);
    }

    /** Base64 has several spellings of some bytes; only the canonical one is accepted. */
    private static boolean isCanonical(String base64) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Base64.getDecoder().decode(base64))
                    .equals(base64);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
