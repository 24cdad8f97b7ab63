package org.portcullis.compiler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Policy texts that tests compile. */
public final class Texts {
    /** A header with a review rule, so that controls need none. */
    public static final String HEADER = """
            policy "Test" language 1 version 2026.11.1 owner "Head of Risk" review every 90 days, last on 2026-11-01
            effective from 2026-12-01 time zone Europe/London calendar XLON-EQ
            currency USD converted at ECB-EOD, stale after 1 day market data stale after 2 seconds missing data blocks.
            """;

    private Texts() {}

    /** A file of the test resources. */
    public static String resource(String name) {
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
