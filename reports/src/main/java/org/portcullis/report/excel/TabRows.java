package org.portcullis.report.excel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Holds the rows of one tab in a temporary file, compressed as they will stand in the workbook, until what stands around them is known.
 *
 * <p>Mutable until it is closed; one thread.
 */
final class TabRows implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Deflater deflater = TabRows.deflater();
    private final OutputStream kept;
    private final OutputStream out;
    private final CRC32 sum = new CRC32();
    private final Map<String, String> links = new LinkedHashMap<>();
    private long length;
    private int rows;
    private int lastLine;
    private boolean closed;

    TabRows(Path file) throws IOException {
        this.file = file;
        this.kept = Files.newOutputStream(file);
        this.out = new BufferedOutputStream(new DeflaterOutputStream(kept, deflater, BUFFER, true), BUFFER);
    }

    /** Makes what compresses parts of one stream; each part can stand behind another. */
    static Deflater deflater() {
        return new Deflater(Deflater.BEST_SPEED, true);
    }

    /** Adds a row, on the line of that number from 1. */
    void add(RowXml row, int line) throws IOException {
        lastLine = line;
        length += row.writeTo(out, sum);
        rows++;
    }

    /** Notes that a cell leads to a sheet. */
    void link(String address, String sheet) {
        links.put(address, sheet);
    }

    int rows() {
        return rows;
    }

    /** Gives the line of the last row, from 1; 0 where there is none. */
    int lastLine() {
        return lastLine;
    }

    /** Gives the sheets that cells lead to, by their addresses. */
    Map<String, String> links() {
        return links;
    }

    /** Gives how long the rows are when they are not compressed. */
    long length() {
        return length;
    }

    /** Gives the CRC-32 of the rows when they are not compressed. */
    long sum() {
        return sum.getValue();
    }

    /** Gives how long the rows are as they are kept; only after it was closed. */
    long compressed() throws IOException {
        return Files.size(file);
    }

    /** Reads the rows as they are kept: blocks of RFC 1951 that end at a byte, none of them the last; only after it was closed. */
    InputStream read() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        // Closing the compressing stream would end what it writes, and more is to follow.
        try {
            out.flush();
        } finally {
            deflater.end();
            kept.close();
        }
    }
}
