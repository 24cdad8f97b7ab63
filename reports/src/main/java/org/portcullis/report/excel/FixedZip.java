package org.portcullis.report.excel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies a file of the library with the same date on every entry, since the library stamps them with the clock, and names a workbook's styles. */
public final class FixedZip {

    /** The earliest date that archives can carry. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String STYLES = "xl/styles.xml";
    private static final String BEFORE_GALLERY = "</cellXfs>";

    private FixedZip() {}

    /** Copies a file that has no styles to name. */
    public static void copy(Path file, OutputStream out) throws IOException {
        copy(file, out, "");
    }

    /** Copies a workbook in the order of its directory; {@code gallery} is the element that names its styles. */
    static void copy(Path workbook, OutputStream out, String gallery) throws IOException {
        ZipOutputStream to = new ZipOutputStream(out);
        // Read by its directory: the library marks sizes in a way that a stream reader of the JDK takes for damage.
        try (ZipFile from = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(DATE);
                to.putNextEntry(copy);
                try (InputStream content = from.getInputStream(entry)) {
                    write(entry.getName(), content, to, gallery);
                }
                to.closeEntry();
            }
        }
        to.finish();
        to.flush();
    }

    private static void write(String name, InputStream content, OutputStream to, String gallery) throws IOException {
        if (name.equals(STYLES)) {
            String styles = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            to.write(named(styles, gallery).getBytes(StandardCharsets.UTF_8));
        } else {
            content.transferTo(to);
        }
    }

    private static String named(String styles, String gallery) {
        int end = styles.indexOf(BEFORE_GALLERY) + BEFORE_GALLERY.length();
        if (end < BEFORE_GALLERY.length() || styles.contains("<cellStyles")) {
            throw new IllegalStateException("the style sheet of the workbook has another shape than expected");
        }
        return styles.substring(0, end) + gallery + styles.substring(end);
    }
}
