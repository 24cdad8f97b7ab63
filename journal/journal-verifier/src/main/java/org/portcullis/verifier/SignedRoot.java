package org.portcullis.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is a C2SP checkpoint with the journal's signature line.
 *
 * @param size the number of entries
 * @param rootBase64 the root over them
 * @param signed the text that was signed
 * @param line the journal's signature line
 */
record SignedRoot(long size, String rootBase64, String signed, SignatureLine line) {

    /** The most bytes that a note with cosignatures may have. */
    static final int MAX_NOTE_BYTES = 100_000;

    private static final Pattern FORM = Pattern.compile("([^\n]+\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n)\n"
            + "\u2014 ([^ \n]+) ([A-Za-z0-9+/=]+)\n((?:\u2014 [^ \n]+ [A-Za-z0-9+/=]+\n)*+)");

    /**
     * Is a note that others signed too.
     *
     * @param root what the journal signed
     * @param others the signature lines behind the journal's own
     */
    record Cosigned(SignedRoot root, List<SignatureLine> others) {

        Cosigned {
            others = List.copyOf(others);
        }
    }

    /** Reads a note with one signature; the place is where it stands. */
    static SignedRoot read(byte[] note, Rejection.Place place) throws Rejection {
        Cosigned read = readCosigned(note, place, "one signature");
        if (!read.others().isEmpty()) {
            throw new Rejection(Outcome.ILL_FORMED, place, "the signed root is not a note with one signature");
        }
        return read.root();
    }

    /** Reads a note that begins with the journal's signature and may have others behind it. */
    static Cosigned readCosigned(byte[] note, Rejection.Place place) throws Rejection {
        return readCosigned(note, place, "the journal's signature first");
    }

    private static Cosigned readCosigned(byte[] note, Rejection.Place place, String expected) throws Rejection {
        Rejection malformed =
                new Rejection(Outcome.ILL_FORMED, place, "the signed root is not a note with " + expected);
        String text = new String(note, StandardCharsets.UTF_8);
        Matcher form = FORM.matcher(text);
        boolean wellFormed = note.length <= MAX_NOTE_BYTES
                && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), note)
                && form.matches()
                && isCanonical(form.group(3))
                && isCanonical(form.group(5));
        if (!wellFormed) {
            throw malformed;
        }
        SignatureLine first = new SignatureLine(form.group(4), form.group(5));
        List<SignatureLine> others = new ArrayList<>();
        for (String line : form.group(6).lines().toList()) {
            int space = line.lastIndexOf(' ');
            SignatureLine other = new SignatureLine(line.substring(2, space), line.substring(space + 1));
            if (!isCanonical(other.markedBase64()) || other.sameKey(first)) {
                throw malformed;
            }
            others.add(other);
        }
        return new Cosigned(new SignedRoot(Long.parseLong(form.group(2)), form.group(3), form.group(1), first), others);
    }

    /** Tells whether it is signed with the key. */
    boolean isSignedBy(NoteKey key) {
        return line.claims(key)
                && origin().equals(key.name())
                && Ed25519.accepts(key.publicKey(), signed.getBytes(StandardCharsets.UTF_8), line.signature());
    }

    /** Holds it against the key. */
    void requireSignedBy(NoteKey key, Rejection.Place place) throws Rejection {
        if (!line.claims(key) || !origin().equals(key.name())) {
            throw new Rejection(
                    Outcome.UNTRUSTED_KEY,
                    place,
                    "the root over " + size + " entries is not signed by `" + key.name() + "`");
        }
        if (!Ed25519.accepts(key.publicKey(), signed.getBytes(StandardCharsets.UTF_8), line.signature())) {
            throw new Rejection(
                    Outcome.TAMPERED, place, "the signature of the root over " + size + " entries does not hold");
        }
    }

    boolean isRoot(byte[] root) {
        return Arrays.equals(Base64.getDecoder().decode(rootBase64), root);
    }

    /** Gives the name of the journal that it speaks of. */
    String origin() {
        return signed.substring(0, signed.indexOf('\n'));
    }

    /** Gives the note with this one signature. */
    String note() {
        return signed + "\n\u2014 " + line.name() + " " + line.markedBase64() + "\n";
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
