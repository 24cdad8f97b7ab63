package org.portcullis.model.json;

import java.nio.charset.StandardCharsets;

/**
 * Writes the canonical form of RFC 8785 (JSON Canonicalization Scheme): no white space, keys by UTF-16 code units,
 * shortest escapes, UTF-8.
 *
 * <p>Equal values give equal bytes on every machine, so the bytes can be hashed and signed. {@link JsonReader} reads
 * them back to an equal value.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** Gives the canonical bytes; {@link IllegalArgumentException} beyond {@link JsonReader#MAX_DEPTH} levels. */
    public static byte[] bytes(Json value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Gives the canonical text; {@link IllegalArgumentException} beyond {@link JsonReader#MAX_DEPTH} levels. */
    public static String text(Json value) {
        StringBuilder out = new StringBuilder(1024);
        value.match(new Writer(out, 0));
        return out.toString();
    }

    /** Appends one value at a level of nesting. */
    private record Writer(StringBuilder out, int depth) implements Json.Cases<StringBuilder> {

        @Override
        public StringBuilder object(JsonObject value) {
            Writer inner = deeper();
            char separator = '{';
            for (int i = 0; i < value.size(); i++) {
                quote(value.key(i), out.append(separator));
                out.append(':');
                value.value(i).match(inner);
                separator = ',';
            }
            return out.append(separator == '{' ? "{}" : "}");
        }

        @Override
        public StringBuilder array(JsonArray value) {
            Writer inner = deeper();
            char separator = '[';
            for (Json item : value.items()) {
                out.append(separator);
                item.match(inner);
                separator = ',';
            }
            return out.append(separator == '[' ? "[]" : "]");
        }

        @Override
        public StringBuilder text(JsonText value) {
            return value.isPlain() ? out.append('"').append(value.value()).append('"') : quote(value.value(), out);
        }

        @Override
        public StringBuilder whole(JsonWhole value) {
            return out.append(value.value());
        }

        @Override
        public StringBuilder bool(JsonBool value) {
            return out.append(value.value());
        }

        private Writer deeper() {
            if (depth == JsonReader.MAX_DEPTH) {
                throw new IllegalArgumentException("value is nested over " + JsonReader.MAX_DEPTH + " levels");
            }
            return new Writer(out, depth + 1);
        }
    }

    private static StringBuilder quote(String text, StringBuilder out) {
        int plain = JsonText.firstUnplain(text);
        out.append('"');
        if (plain == text.length()) {
            return out.append(text).append('"');
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (unit < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(unit >> 4, 16))
                                .append(Character.forDigit(unit & 15, 16));
                    } else {
                        out.append(unit);
                    }
                }
            }
        }
        return out.append('"');
    }
}
