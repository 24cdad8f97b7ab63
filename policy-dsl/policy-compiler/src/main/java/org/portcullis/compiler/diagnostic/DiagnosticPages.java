package org.portcullis.compiler.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Finds the page, in Markdown, that explains a code; the pages are those of {@code docs/diagnostics} and travel with the compiler. */
public final class DiagnosticPages {
    private DiagnosticPages() {}

    /**
     * The page of the code, or nothing if there is no such code.
     *
     * @param code as it is printed, in capital or small letters: `P0301`
     */
    public static Optional<String> find(String code) {
        return DiagnosticCode.byCode(code.toUpperCase(Locale.ROOT)).map(DiagnosticPages::page);
    }

    /** The page of the code. */
    public static String page(DiagnosticCode code) {
        String resource = "pages/" + code.code() + ".md";
        try (InputStream in = DiagnosticPages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the page of " + code.code() + " was not packaged");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
