package org.portcullis.compiler.internal.scan;

import java.util.Locale;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;

/**
 * Checks the limits, the encoding and the characters of a policy before it is parsed.
 *
 * <p>Whatever the bytes are, the scan ends with diagnostics, in time that grows with the length alone.
 */
public final class RawScan {
    /** The largest file that is read, in bytes. */
    public static final int MAX_FILE_BYTES = 4 * 1024 * 1024;

    /** The longest line that is read, in UTF-16 code units. */
    public static final int MAX_LINE_LENGTH = 10_000;

    /** After so many findings of one file the scan stops, since the file is no policy. */
    static final int MAX_FINDINGS = 1_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private RawScan() {}

    /**
     * Decodes and scans the bytes of a file.
     *
     * @param name what diagnostics call the file
     */
    public static ScannedText scan(String name, byte[] bytes, Diagnostics diagnostics) {
        boolean tooLarge = bytes.length > MAX_FILE_BYTES;
        Utf8.Decoded decoded = Utf8.decode(bytes, Math.min(bytes.length, MAX_FILE_BYTES), MAX_FINDINGS, diagnostics);
        SourceText source = new SourceText(name, decoded.text());
        if (tooLarge) {
            diagnostics.report(
                    DiagnosticCode.FILE_TOO_LARGE,
                    Span.at(0),
                    String.format(
                            Locale.ROOT,
                            "the file has %,d bytes and at most %,d are read",
                            bytes.length,
                            MAX_FILE_BYTES),
                    "split the policy, or move dense limits into a table");
        }
        return tooLarge || !decoded.valid() ? new ScannedText(source, Optional.empty()) : scan(source, diagnostics);
    }

    /** Scans a text that is decoded already. */
    public static ScannedText scan(SourceText source, Diagnostics diagnostics) {
        if (hasLongLine(source, diagnostics)) {
            return new ScannedText(source, Optional.empty());
        }
        CharacterScan characters = new CharacterScan(source, diagnostics, MAX_FINDINGS);
        if (source.text().startsWith(String.valueOf(BYTE_ORDER_MARK))) {
            diagnostics.report(
                    DiagnosticCode.BYTE_ORDER_MARK,
                    Span.of(0, 1),
                    "the file begins with a byte order mark",
                    "save the file as UTF-8 without a byte order mark");
        }
        return new ScannedText(source, characters.run());
    }

    private static boolean hasLongLine(SourceText source, Diagnostics diagnostics) {
        boolean found = false;
        for (int line = 1; line <= source.lineCount(); line++) {
            Span span = source.lineSpan(line);
            if (span.length() > MAX_LINE_LENGTH) {
                found = true;
                diagnostics.report(
                        DiagnosticCode.LINE_TOO_LONG,
                        new Span(span.start() + MAX_LINE_LENGTH, span.end()),
                        String.format(
                                Locale.ROOT,
                                "the line has %,d characters and at most %,d are read",
                                span.length(),
                                MAX_LINE_LENGTH),
                        "break the line, which may be broken wherever a space may stand");
            }
        }
        return found;
    }
}
