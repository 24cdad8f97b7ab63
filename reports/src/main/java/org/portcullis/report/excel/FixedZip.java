package org.portcullis.report.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Copies a file of the library with the same date on every entry, since the library stamps them with the clock; names a workbook's styles and puts
 * in the rows of its tables.
 */
public final class FixedZip {

    /** The earliest date that archives can carry. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String STYLES = "xl/styles.xml";
    private static final String BEFORE_GALLERY = "</cellXfs>";
    /** The range of cells that the library knows of, with its last line between the groups. */
    private static final Pattern HEADS = Pattern.compile("(<dimension ref=\"A1:[A-Z]+)\\d+(\"/>)");

    private static final String AFTER_ROWS = "</sheetData>";

    private FixedZip() {}

    /** Copies a file that has no styles to name. */
    public static void copy(Path file, OutputStream out) throws IOException {
        copy(file, out, "", Map.of());
    }

    /**
     * Copies a workbook in the order of its directory.
     *
     * @param gallery is the element that names its styles
     * @param rows are those that come after the rows that a sheet has, by the name of its part
     */
    static void copy(Path workbook, OutputStream out, String gallery, Map<String, TabRows> rows) throws IOException {
        ZipArchiveOutputStream to = new ZipArchiveOutputStream(out);
        to.setUseZip64(Zip64Mode.AsNeeded);
        // Read by its directory: the library marks sizes in a way that a stream reader of the JDK takes for damage.
        try (ZipFile from = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                TabRows spliced = rows.get(entry.getName());
                try (InputStream content = from.getInputStream(entry)) {
                    if (spliced == null) {
                        copy(entry.getName(), content, to, gallery);
                    } else {
                        splice(entry.getName(), text(content), spliced, to);
                    }
                }
            }
        }
        to.finish();
        to.flush();
    }

    private static ZipArchiveEntry entry(String name) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(DATE);
        return entry;
    }

    private static void copy(String name, InputStream content, ZipArchiveOutputStream to, String gallery)
            throws IOException {
        to.putArchiveEntry(entry(name));
        if (name.equals(STYLES)) {
            to.write(named(text(content), gallery).getBytes(StandardCharsets.UTF_8));
        } else {
            content.transferTo(to);
        }
        to.closeArchiveEntry();
    }

    /** Writes what stands before the rows, the rows as they were kept, and what stands behind them, as one stream of RFC 1951. */
    private static void splice(String name, String sheet, TabRows rows, ZipArchiveOutputStream to) throws IOException {
        int at = sheet.indexOf(AFTER_ROWS);
        if (at < 0) {
            throw new IllegalStateException("the part `" + name + "` has no rows to which others could be added");
        }
        byte[] before = HEADS.matcher(sheet.substring(0, at))
                .replaceFirst(found -> found.group(1) + rows.lastLine() + found.group(2))
                .getBytes(StandardCharsets.UTF_8);
        byte[] after = sheet.substring(at).getBytes(StandardCharsets.UTF_8);
        byte[] head = compressed(before, false);
        byte[] tail = compressed(after, true);
        ZipArchiveEntry entry = entry(name);
        entry.setMethod(ZipEntry.DEFLATED);
        entry.setSize(before.length + rows.length() + after.length);
        entry.setCompressedSize(head.length + rows.compressed() + tail.length);
        entry.setCrc(Crc.joined(Crc.joined(sum(before), rows.sum(), rows.length()), sum(after), after.length));
        try (InputStream whole = new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), rows.read(), new ByteArrayInputStream(tail))))) {
            to.addRawArchiveEntry(entry, whole);
        }
    }

    private static byte[] compressed(byte[] content, boolean last) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = TabRows.deflater();
        try {
            DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, true);
            out.write(content);
            if (last) {
                out.finish();
            } else {
                out.flush();
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static long sum(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return sum.getValue();
    }

    private static String text(InputStream content) throws IOException {
        return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String named(String styles, String gallery) {
        int end = styles.indexOf(BEFORE_GALLERY) + BEFORE_GALLERY.length();
        if (end < BEFORE_GALLERY.length() || styles.contains("<cellStyles")) {
            throw new IllegalStateException("the style sheet of the workbook has another shape than expected");
        }
        return styles.substring(0, end) + gallery + styles.substring(end);
    }
}
