package org.portcullis.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is a checkpoint as C2SP tlog-checkpoint writes it, with whatever signatures came with it.
 *
 * @param text the lines that are signed, with their line feeds
 * @param origin the name of the log
 * @param tree the size and the root
 * @param signatures the signature lines, checked by nobody yet
 */
record SignedCheckpoint(String text, String origin, Consistency.Tree tree, List<Signature> signatures) {

    private static final int MAX_SIGNATURES = 100;
    private static final Pattern TREE = Pattern.compile("([^\n]+)\n(0|[1-9][0-9]{0,17})\n([^\n]{44})\n(?:[^\n]+\n)*");
    private static final Pattern SIGNATURE = Pattern.compile("\u2014 ([^\\s+]+) ([A-Za-z0-9+/]+={0,2})");

    /**
     * Is a signature line.
     *
     * @param name the name of the key
     * @param markedBase64 the base64 behind it: four bytes that mark the key, and the signature
     */
    record Signature(String name, String markedBase64) {

        private static final int MARK_BYTES = 4;

        /** Tells whether the line says that it is of this key. */
        boolean isOf(String keyName, byte[] keyId) {
            byte[] marked = Base64.getDecoder().decode(markedBase64);
            return name.equals(keyName)
                    && marked.length > MARK_BYTES
                    && Arrays.equals(marked, 0, MARK_BYTES, keyId, 0, MARK_BYTES);
        }

        byte[] bytes() {
            byte[] marked = Base64.getDecoder().decode(markedBase64);
            return Arrays.copyOfRange(marked, MARK_BYTES, marked.length);
        }
    }

    SignedCheckpoint {
        signatures = List.copyOf(signatures);
    }

    /** Reads a note: the text, an empty line, and at least one signature line. */
    static SignedCheckpoint read(String note) throws Malformed {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new Malformed("the checkpoint has no signature");
        }
        String text = note.substring(0, end + 1);
        Matcher tree = TREE.matcher(text);
        if (!tree.matches()) {
            throw new Malformed("the checkpoint is not an origin, a size and a root on a line each");
        }
        hash(tree.group(3));
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2).split("\n", -1)) {
            if (!line.isEmpty()) {
                signatures.add(signature(line));
            }
        }
        // Splitting at every line feed leaves one empty piece at the end and none elsewhere.
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES || note.endsWith("\n\n")) {
            throw new Malformed("the checkpoint has not between 1 and " + MAX_SIGNATURES + " signatures");
        }
        return new SignedCheckpoint(
                text, tree.group(1), new Consistency.Tree(Long.parseLong(tree.group(2)), tree.group(3)), signatures);
    }

    /** Gives the bytes that are signed. */
    byte[] signed() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the base64 of one hash. */
    static byte[] hash(String base64) throws Malformed {
        byte[] hash = decode(base64);
        if (hash.length != Hashes.BYTES
                || !Base64.getEncoder().encodeToString(hash).equals(base64)) {
            throw new Malformed("`" + base64 + "` is not the base64 of a hash");
        }
        return hash;
    }

    private static Signature signature(String line) throws Malformed {
        Matcher form = SIGNATURE.matcher(line);
        if (!form.matches()) {
            throw new Malformed("the checkpoint has a line that is not a signature");
        }
        decode(form.group(2));
        return new Signature(form.group(1), form.group(2));
    }

    private static byte[] decode(String base64) throws Malformed {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed("the checkpoint has a part that is not base64");
        }
    }
}
