package org.portcullis.app.orders;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.portcullis.app.terminal.UserMistake;

/** Reads a file in parts of whole lines; mutable, owned by one thread. */
final class PartedFile implements AutoCloseable {
    /** The longest line, in bytes. */
    static final int MAX_LINE = 1 << 20;

    private final String shown;
    private final InputStream file;
    private final int partBytes;
    private byte[] rest = new byte[0];
    private long lines;
    private long bytes;
    private boolean isOver;

    private PartedFile(String shown, InputStream file, int partBytes) {
        this.shown = shown;
        this.file = file;
        this.partBytes = partBytes;
    }

    static PartedFile open(Path path, String shown, int partBytes) throws IOException {
        return new PartedFile(shown, Files.newInputStream(path), partBytes);
    }

    /** The first line alone; empty where the file is. */
    Optional<FilePart> header() throws IOException {
        Filled filled = fill();
        int end = 0;
        while (end < filled.end && filled.buffer[end++] != '\n') {}
        return part(filled, end);
    }

    /** The next lines, as many as fit into a part but at least one; empty after the last. */
    Optional<FilePart> next() throws IOException {
        Filled filled = fill();
        return part(filled, filled.end);
    }

    /** Is bytes that were read, of which those before {@code end} are whole lines. */
    private static final class Filled {
        private final byte[] buffer;
        private final int length;
        private final int end;

        Filled(byte[] buffer, int length, int end) {
            this.buffer = buffer;
            this.length = length;
            this.end = end;
        }
    }

    private Filled fill() throws IOException {
        byte[] buffer = Arrays.copyOf(rest, Math.max(partBytes, rest.length));
        int length = rest.length;
        while (true) {
            while (!isOver && length < buffer.length) {
                int read = file.read(buffer, length, buffer.length - length);
                isOver = read < 0;
                length += Math.max(read, 0);
            }
            int end = isOver ? length : lastLineEnd(buffer, length);
            if (end > 0 || isOver) {
                return new Filled(buffer, length, end);
            }
            if (length > MAX_LINE) {
                throw new UserMistake(shown + ":" + (lines + 1) + ": the line is longer than " + MAX_LINE
                        + " bytes; this is no file of orders");
            }
            buffer = Arrays.copyOf(buffer, Math.max(64, 2 * buffer.length));
        }
    }

    private Optional<FilePart> part(Filled filled, int end) {
        if (end == 0) {
            return Optional.empty();
        }
        byte[] buffer = filled.buffer;
        rest = Arrays.copyOfRange(buffer, end, filled.length);
        bytes += end;
        FilePart part = new FilePart(buffer, end, lines + 1, bytes);
        for (int at = 0; at < end; at++) {
            if (buffer[at] == '\n') {
                lines++;
            }
        }
        return Optional.of(part);
    }

    /** Behind the last end of a line; 0 where there is none. */
    private static int lastLineEnd(byte[] buffer, int length) {
        int at = length;
        while (at > 0 && buffer[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
