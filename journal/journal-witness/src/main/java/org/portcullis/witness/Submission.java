package org.portcullis.witness;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is what a log sends to have a checkpoint cosigned.
 *
 * @param oldSize the size that the log believes the witness cosigned last
 * @param proof the consistency proof from there
 * @param note the checkpoint, as it came
 * @param checkpoint the checkpoint, read
 */
record Submission(long oldSize, List<byte[]> proof, String note, SignedCheckpoint checkpoint) {

    /** The most bytes of a submission that are read. */
    static final int MAX_BYTES = 64 << 10;

    private static final int MAX_PROOF_LINES = 63;
    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

    Submission {
        proof = List.copyOf(proof);
    }

    static Submission read(byte[] body) throws Malformed {
        String text = utf8(body);
        int empty = text.indexOf("\n\n");
        if (empty < 0) {
            throw new Malformed("there is no empty line before the checkpoint");
        }
        String[] lines = text.substring(0, empty).split("\n", -1);
        Matcher old = OLD.matcher(lines[0]);
        if (!old.matches()) {
            throw new Malformed("the first line is not `old` and a size");
        }
        if (lines.length - 1 > MAX_PROOF_LINES) {
            throw new Malformed("the proof has more than " + MAX_PROOF_LINES + " lines");
        }
        List<byte[]> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(SignedCheckpoint.hash(lines[i]));
        }
        String note = text.substring(empty + 2);
        return new Submission(Long.parseLong(old.group(1)), proof, note, SignedCheckpoint.read(note));
    }

    private static String utf8(byte[] body) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new Malformed("the body is not UTF-8");
        }
    }
}
