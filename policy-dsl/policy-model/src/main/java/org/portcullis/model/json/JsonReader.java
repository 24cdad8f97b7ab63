package org.portcullis.model.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reads JSON strictly: what two readers could understand differently is refused.
 *
 * <p>Refused beyond the grammar of RFC 8259: duplicate keys, lone surrogates and noncharacters (RFC 7493), fractions and
 * exponents, numbers beyond 2^53-1, negative zero, null, nesting over {@link #MAX_DEPTH} levels, ill-formed UTF-8, a byte
 * order mark, and anything after the value. White space is accepted; {@link #readCanonical} asks for the canonical form
 * besides, and finds it while it reads.
 */
public final class JsonReader {

    /** The most objects and arrays that may be nested in each other. */
    public static final int MAX_DEPTH = 8;

    /** The most digits of a whole number; 2^53-1 has 16. */
    private static final int MAX_DIGITS = 16;

    /** The bytes from here on belong to characters beyond ASCII; as bytes with a sign they are negative. */
    private static final long BEYOND_ASCII = 0x8080_8080_8080_8080L;

    private static final long EACH = 0x0101_0101_0101_0101L;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final int FIRST_ROOM = 8;

    private final byte[] bytes;
    private int at;

    /** Where the first thing stands that the canonical form spells otherwise, or -1. */
    private int otherSpelling = -1;

    /** Tells of the text that was read last whether its characters are all ASCII and none is escaped in canonical form. */
    private boolean plain;

    private JsonReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads the one value that the bytes hold; the array is not kept. */
    public static Json read(byte[] bytes) throws IllFormedJson {
        return new JsonReader(bytes).whole(false);
    }

    /** Reads the one value that the bytes hold in canonical form, which is what {@link CanonicalJson#bytes} gives for it. */
    public static Json readCanonical(byte[] bytes) throws IllFormedJson {
        return new JsonReader(bytes).whole(true);
    }

    /** Reads the one object that the bytes hold. */
    public static JsonObject readObject(byte[] bytes) throws IllFormedJson {
        return object(read(bytes));
    }

    /** Reads the one object that the bytes hold in canonical form. */
    public static JsonObject readCanonicalObject(byte[] bytes) throws IllFormedJson {
        return object(readCanonical(bytes));
    }

    private static JsonObject object(Json value) throws IllFormedJson {
        try {
            return Kind.OBJECT.expect(value, JsonObject.class, "document");
        } catch (JsonMismatch mismatch) {
            throw new IllFormedJson("the value is not an object", 0);
        }
    }

    private Json whole(boolean canonical) throws IllFormedJson {
        requireUtf8(bytes);
        skipSpace();
        Json value = value(0);
        skipSpace();
        if (at != bytes.length) {
            throw refuse("something follows the value");
        }
        if (canonical && otherSpelling >= 0) {
            throw new IllFormedJson("it is not in canonical form", otherSpelling);
        }
        return value;
    }

    private static boolean isAscii(byte[] bytes) {
        int i = 0;
        for (; i + Long.BYTES <= bytes.length; i += Long.BYTES) {
            if (((long) EIGHT_BYTES.get(bytes, i) & BEYOND_ASCII) != 0) {
                return false;
            }
        }
        while (i < bytes.length && bytes[i] >= 0) {
            i++;
        }
        return i == bytes.length;
    }

    private static void requireUtf8(byte[] bytes) throws IllFormedJson {
        if (isAscii(bytes)) {
            return;
        }
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
            case '"' -> {
                String text = string();
                yield JsonText.read(text, plain);
            }
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
        JsonMembers members = new JsonMembers();
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
            Json value = value(depth);
            int place = members.place(key);
            if (place < 0) {
                at = keyAt;
                throw refuse("a key is given twice");
            }
            if (place < members.size()) {
                isSpelledOtherwise(keyAt);
            }
            members.insert(place, key, value);
            more = comma('}');
        }
        at++;
        return members.object();
    }

    private JsonArray array(int depth) throws IllFormedJson {
        Json[] items = new Json[FIRST_ROOM];
        int size = 0;
        boolean more = peek() != ']';
        while (more) {
            if (size == items.length) {
                items = Arrays.copyOf(items, size * 2);
            }
            items[size++] = value(depth);
            more = comma(']');
        }
        at++;
        return new JsonArray(List.of(Arrays.copyOf(items, size)));
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
        int end = endOfPlain();
        if (end < bytes.length && bytes[end] == '"') {
            at = end + 1;
            plain = true;
            return new String(bytes, start + 1, end - start - 1, StandardCharsets.ISO_8859_1);
        }
        return richString(start);
    }

    /** Gives the first place that ends a text, or that is escaped or not ASCII. */
    private int endOfPlain() {
        int end = at;
        while (end + Long.BYTES <= bytes.length && isPlain((long) EIGHT_BYTES.get(bytes, end))) {
            end += Long.BYTES;
        }
        while (end < bytes.length && bytes[end] >= 0x20 && bytes[end] != '"' && bytes[end] != '\\') {
            end++;
        }
        return end;
    }

    /** Tells whether none of eight bytes is below a space, a quotation mark, a backslash or beyond ASCII. */
    private static boolean isPlain(long eight) {
        long quotes = eight ^ EACH * '"';
        long backslashes = eight ^ EACH * '\\';
        long found = ((eight - EACH * ' ') & ~eight)
                | ((quotes - EACH) & ~quotes)
                | ((backslashes - EACH) & ~backslashes)
                | eight;
        return (found & BEYOND_ASCII) == 0;
    }

    /** Reads a text that has an escape or a character beyond ASCII, or is wrong. */
    private String richString(int start) throws IllFormedJson {
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
        plain = JsonText.firstUnplain(whole) == whole.length();
        return whole;
    }

    private char escape() throws IllFormedJson {
        int letter = peek();
        at++;
        return switch (letter) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> {
                isSpelledOtherwise(at - 2);
                yield '/';
            }
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int digits = at;
                char unit = hexUnit();
                if (!isCanonicalEscape(unit, digits)) {
                    isSpelledOtherwise(digits - 2);
                }
                yield unit;
            }
            default -> {
                at--;
                throw refuse("an escape is unknown");
            }
        };
    }

    /** Tells whether the canonical form spells a character with these four digits. */
    private boolean isCanonicalEscape(char unit, int digits) {
        boolean shorter = unit == '\b' || unit == '\t' || unit == '\n' || unit == '\f' || unit == '\r';
        return unit < 0x20 && !shorter && !(bytes[digits + 3] >= 'A' && bytes[digits + 3] <= 'F');
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
        while (at < bytes.length && bytes[at] <= ' ' && isSpace(bytes[at])) {
            isSpelledOtherwise(at);
            at++;
        }
    }

    private static boolean isSpace(byte unit) {
        return unit == ' ' || unit == '\n' || unit == '\r' || unit == '\t';
    }

    private void isSpelledOtherwise(int place) {
        otherSpelling = otherSpelling < 0 ? place : otherSpelling;
    }

    /** Gives the next byte as 0 to 255, or -1 at the end. */
    private int peek() {
        return at < bytes.length ? bytes[at] & 0xFF : -1;
    }

    private IllFormedJson refuse(String reason) {
        return new IllFormedJson(reason, at);
    }
}
