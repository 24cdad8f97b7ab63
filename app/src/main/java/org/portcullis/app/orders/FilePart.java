package org.portcullis.app.orders;

/** Is whole lines of a file; never changed. */
final class FilePart {
    private final byte[] bytes;
    private final int length;
    private final long firstLine;
    private final long end;

    /** The first {@code length} bytes count; they are now the part's and MUST NOT be changed. */
    FilePart(byte[] bytes, int length, long firstLine, long end) {
        this.bytes = bytes;
        this.length = length;
        this.firstLine = firstLine;
        this.end = end;
    }

    /** The lines, from index 0; MUST NOT be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** How many of the bytes count. */
    int length() {
        return length;
    }

    /** The number of the first line, from 1. */
    long firstLine() {
        return firstLine;
    }

    /** How many bytes of the file end with this part. */
    long end() {
        return end;
    }
}
