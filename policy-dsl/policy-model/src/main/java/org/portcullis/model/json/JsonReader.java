package org.portcullis.model.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads JSON strictly: what two readers could understand differently is refused.
 *
 * <p>Refused beyond the grammar of RFC 8259: duplicate keys, lone surrogates and noncharacters (RFC 7493), fractions and
 * exponents, numbers beyond 2^53-1, negative zero, null, nesting over {@link #MAX_DEPTH} levels, ill-formed UTF-8, a byte
 * order mark, and anything after the value. White space is accepted; whoever needs the canonical form compares with
 * {@link CanonicalJson#bytes}.
 */
public final class JsonReader {

    /** The most objects and arrays that may be nested in each other. */
    public static final int MAX_DEPTH = 8;

    /** The most digits of a whole number; 2^53-1 has 16. */
    private static final int MAX_DIGITS = 16;

    private final byte[] bytes;
    private int at;

    private JsonReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads the one value that the bytes hold; the array is not kept. */
    public static Json read(byte[] bytes) throws IllFormedJson {
        requireUtf8(bytes);
        JsonReader reader = new JsonReader(bytes);
        reader.skipSpace();
        Json value = reader.value(0);
        reader.skipSpace();
        if (reader.at != bytes.length) {
            throw reader.refuse("something follows the value");
        }
        return value;
    }

    /** Reads the one object that the bytes hold. */
    public static JsonObject readObject(byte[] bytes) throws IllFormedJson {
        Json value = read(bytes);
        try {
            return Kind.OBJECT.expect(value, JsonObject.class, "document");
        } catch (JsonMismatch mismatch) {
            throw new IllFormedJson("the value is not an object", 0);
        }
    }

    private static void requireUtf8(byte[] bytes) throws IllFormedJson {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, CharBuffer.allocate(bytes.length), true);
        if (result.isError()) {
            throw new IllFormedJson("the bytes are not UTF-8", in.position());
        }
    }

    private Json value(int depth) throws IllFormedJson {
        int next = peek();
        return switch (next) {
            case '{' -> object(deeper(depth));
            case '[' -> array(deeper(depth));
            case '"' -> new JsonText(string());
            case 't' -> literal("true", JsonBool.TRUE);
            case 'f' -> literal("false", JsonBool.FALSE);
            case 'n' -> throw refuse("null is outside the profile");
            default -> {
                if (next == '-' || (next >= '0' && next <= '9')) {
                    yield whole();
                }
                throw refuse(next < 0 ? "the value is cut off" : "a value was expected");
            }
        };
    }

    private int deeper(int depth) throws IllFormedJson {
        if (depth == MAX_DEPTH) {
            throw refuse("nesting goes over " + MAX_DEPTH + " levels");
        }
        at++;
        skipSpace();
        return depth + 1;
    }

    private JsonObject object(int depth) throws IllFormedJson {
        TreeMap<String, Json> members = new TreeMap<>();
        boolean more = peek() != '}';
        while (more) {
            int keyAt = at;
            if (peek() != '"') {
                throw refuse("a key was expected");
            }
            String key = string();
            skipSpace();
            take(':', "a colon was expected");
            skipSpace();
            if (members.putIfAbsent(key, value(depth)) != null) {
                at = keyAt;
                throw refuse("a key is given twice");
            }
            more = comma('}');
        }
        at++;
        return new JsonObject(members);
    }

    private JsonArray array(int depth) throws IllFormedJson {
        List<Json> items = new ArrayList<>();
        boolean more = peek() != ']';
        while (more) {
            items.add(value(depth));
            more = comma(']');
        }
        at++;
        return new JsonArray(items);
    }

    /** Tells whether another item follows, and stops in front of it or of the closing bracket. */
    private boolean comma(char close) throws IllFormedJson {
        skipSpace();
        if (peek() == close) {
            return false;
        }
        take(',', "a comma or the end of the list was expected");
        skipSpace();
        return true;
    }

    private Json literal(String word, Json value) throws IllFormedJson {
        for (int i = 0; i < word.length(); i++) {
            take(word.charAt(i), "a value was expected");
        }
        return value;
    }

    private JsonWhole whole() throws IllFormedJson {
        int start = at;
        boolean negative = peek() == '-';
        if (negative) {
            at++;
        }
        int firstDigit = at;
        long value = 0;
        while (peek() >= '0' && peek() <= '9') {
            if (at - firstDigit == MAX_DIGITS) {
                at = start;
                throw refuse("a number is beyond " + JsonWhole.MAX);
            }
            value = value * 10 + (peek() - '0');
            at++;
        }
        int digits = at - firstDigit;
        int next = peek();
        boolean leadingZero = digits > 1 && bytes[firstDigit] == '0';
        at = start;
        if (digits == 0 || leadingZero) {
            throw refuse("a number is not written as JSON writes it");
        }
        if (next == '.' || next == 'e' || next == 'E') {
            throw refuse("a number with a fraction or an exponent is outside the profile");
        }
        if (negative && value == 0) {
            throw refuse("negative zero is outside the profile");
        }
        if (value > JsonWhole.MAX) {
            throw refuse("a number is beyond " + JsonWhole.MAX);
        }
        at = firstDigit + digits;
        return new JsonWhole(negative ? -value : value);
    }

    private String string() throws IllFormedJson {
        int start = at++;
        StringBuilder text = new StringBuilder();
        int plainFrom = at;
        while (peek() != '"') {
            int unit = peek();
            if (unit < 0) {
                throw refuse("a text is cut off");
            }
            if (unit < 0x20) {
                throw refuse("a text has an unescaped control character");
            }
            if (unit == '\\') {
                text.append(new String(bytes, plainFrom, at - plainFrom, StandardCharsets.UTF_8));
                at++;
                text.append(escape());
                plainFrom = at;
            } else {
                at++;
            }
        }
        text.append(new String(bytes, plainFrom, at - plainFrom, StandardCharsets.UTF_8));
        at++;
        String whole = text.toString();
        if (!JsonText.isWellFormed(whole)) {
            at = start;
            throw refuse("a text has a lone surrogate or a noncharacter");
        }
        return whole;
    }

    private char escape() throws IllFormedJson {
        int letter = peek();
        at++;
        return switch (letter) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexUnit();
            default -> {
                at--;
                throw refuse("an escape is unknown");
            }
        };
    }

    private char hexUnit() throws IllFormedJson {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int letter = peek();
            int digit = letter < 0 || letter > 'f' ? -1 : Character.digit((char) letter, 16);
            if (digit < 0) {
                throw refuse("an escape needs four hexadecimal digits");
            }
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    private void take(char expected, String otherwise) throws IllFormedJson {
        if (peek() != expected) {
            throw refuse(otherwise);
        }
        at++;
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            at++;
        }
    }

    /** Gives the next byte as 0 to 255, or -1 at the end. */
    private int peek() {
        return at < bytes.length ? bytes[at] & 0xFF : -1;
    }

    private IllFormedJson refuse(String reason) {
        return new IllFormedJson(reason, at);
    }
}
