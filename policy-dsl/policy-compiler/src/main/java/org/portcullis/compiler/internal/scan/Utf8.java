package org.portcullis.compiler.internal.scan;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;

/** Decodes UTF-8 and reports every sequence that is not, which reads as one `U+FFFD` each. */
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /**
     * Decodes up to {@code length} bytes, and of malformed ones at most {@code maxErrors} sequences; what follows the last is left out.
     *
     * @return the text, and whether all of it was valid
     */
    static Decoded decode(byte[] bytes, int length, int maxErrors, Diagnostics diagnostics) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        CharBuffer out = CharBuffer.allocate(length + 1);
        int errors = 0;
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError() && errors < maxErrors) {
            errors++;
            int at = in.position();
            diagnostics.report(
                    DiagnosticCode.INVALID_UTF8,
                    Span.of(out.position(), 1),
                    String.format(Locale.ROOT, "byte 0x%02X at offset %d is not valid UTF-8", bytes[at] & 0xFF, at),
                    "save the file in the encoding UTF-8 and type the character again");
            out.put(REPLACEMENT);
            in.position(at + result.length());
            result = decoder.decode(in, out, true);
        }
        return new Decoded(out.flip().toString(), errors == 0);
    }

    /** What the bytes say. */
    record Decoded(String text, boolean valid) {}
}
