package org.portcullis.app.sarif;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes names of files as addresses, and texts so that every reader of JSON takes them. */
final class ArtifactUri {
    private static final String PLAIN = "/-._~!$&'()*+,;=@";

    private ArtifactUri() {}

    /** A file as the user named it: relative to where the command ran, or absolute. */
    static String of(String name) {
        Path path = Path.of(name);
        if (path.isAbsolute()) {
            return "file://" + encoded(path.toString().replace('\\', '/'));
        }
        return encoded(path.toString().replace('\\', '/'));
    }

    /** The text with halves of pairs, which no JSON can carry, replaced. */
    static String printable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .codePoints()
                .map(c -> (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            int c = each & 0xFF;
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
            if (plain) {
                encoded.append((char) c);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return encoded.toString();
    }
}
