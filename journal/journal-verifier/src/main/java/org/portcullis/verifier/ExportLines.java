package org.portcullis.verifier;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Reads an export line by line, holds one line in memory, and digests what lies before it. Mutable, for one export. */
final class ExportLines {

    /** The most bytes of a line: an entry of 60,000 bytes has at most twice as many as a JSON text, and a proof is small beside it. */
    static final int MAX_LINE_BYTES = 262_144;

    private static final int BUFFER_BYTES = 65_536;

    private final InputStream in;
    private final String name;
    private final MessageDigest digest = Sha256.digest();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long lineStart;
    private long read;

    ExportLines(InputStream in, String name) {
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
        this.name = name;
    }

    /** Gives the next line as canonical JSON, or nothing at the end. */
    Optional<Value> next() throws IOException, Rejection {
        digest.update(line.toByteArray());
        lineStart = read;
        if (!readLine()) {
            return Optional.empty();
        }
        byte[] bytes = line.toByteArray();
        try {
            return Optional.of(CanonicalParser.parse(Arrays.copyOf(bytes, bytes.length - 1)));
        } catch (CanonicalParser.NotCanonical malformed) {
            throw new Rejection(
                    Outcome.ILL_FORMED, place(), "the line is not canonical JSON: " + malformed.getMessage());
        }
    }

    /** Gives the digest of all lines before the one that was read last; it can be asked for once. */
    String digestBefore() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** Gives where the line that was read last begins. */
    Rejection.Place place() {
        return Rejection.Place.of(name).at(lineStart);
    }

    /** Gives how many bytes were read. */
    long bytes() {
        return read;
    }

    private boolean readLine() throws IOException, Rejection {
        line.reset();
        for (int next = in.read(); next >= 0; next = in.read()) {
            read++;
            line.write(next);
            if (next == '\n') {
                return true;
            }
            if (line.size() == MAX_LINE_BYTES) {
                throw new Rejection(Outcome.ILL_FORMED, place(), "the line goes over " + MAX_LINE_BYTES + " bytes");
            }
        }
        if (line.size() > 0) {
            throw new Rejection(Outcome.TRUNCATED, place(), "the export ends inside a line");
        }
        return false;
    }
}
