package org.portcullis.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Accepts exactly the canonical form (RFC 8785) of the profile and nothing else: what parses is canonical, so no second
 * form needs to be compared. Mutable, for one text.
 */
final class CanonicalParser {

    /** The most objects and arrays that may be nested in each other. */
    private static final int MAX_DEPTH = 8;

    private static final long MAX_WHOLE = (1L << 53) - 1;

    private static final String ESCAPED_BY_LETTER = "\b\t\n\f\r\"\\";
    private static final String ESCAPE_LETTERS = "btnfr\"\\";

    private final String text;
    private int at;

    private CanonicalParser(String text) {
        this.text = text;
    }

    /** Is thrown at the first character that the canonical form cannot have there. */
    static final class NotCanonical extends Exception {

        private static final long serialVersionUID = 1L;

        NotCanonical(String reason) {
            super(reason);
        }
    }

    /** Reads one value that fills the bytes. */
    static Value parse(byte[] bytes) throws NotCanonical {
        CanonicalParser parser = new CanonicalParser(decoded(bytes));
        Value value = parser.value(0);
        if (parser.at != parser.text.length()) {
            throw parser.refuse("something follows the value");
        }
        return value;
    }

    private static String decoded(byte[] bytes) throws NotCanonical {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new NotCanonical("it is not UTF-8");
        }
    }

    private Value value(int depth) throws NotCanonical {
        char next = peek();
        return switch (next) {
            case '{' -> members(deeper(depth));
            case '[' -> items(deeper(depth));
            case '"' -> new Value.Text(string());
            case 't' -> word("true", new Value.Truth(true));
            case 'f' -> word("false", new Value.Truth(false));
            default -> whole();
        };
    }

    private int deeper(int depth) throws NotCanonical {
        if (depth == MAX_DEPTH) {
            throw refuse("nesting goes over " + MAX_DEPTH + " levels");
        }
        at++;
        return depth + 1;
    }

    private Value members(int depth) throws NotCanonical {
        TreeMap<String, Value> members = new TreeMap<>();
        while (peek() != '}') {
            if (!members.isEmpty()) {
                take(',');
            }
            String key = string();
            if (!members.isEmpty() && members.lastKey().compareTo(key) >= 0) {
                throw refuse("keys are not in ascending order");
            }
            take(':');
            members.put(key, value(depth));
        }
        at++;
        return new Value.Members(members);
    }

    private Value items(int depth) throws NotCanonical {
        List<Value> items = new ArrayList<>();
        while (peek() != ']') {
            if (!items.isEmpty()) {
                take(',');
            }
            items.add(value(depth));
        }
        at++;
        return new Value.Items(items);
    }

    private Value word(String word, Value value) throws NotCanonical {
        if (!text.startsWith(word, at)) {
            throw refuse("a value was expected");
        }
        at += word.length();
        return value;
    }

    private Value whole() throws NotCanonical {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int digitsFrom = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(digitsFrom, at);
        boolean plain = !digits.isEmpty()
                && digits.length() <= 16
                && (digits.charAt(0) != '0' || (digits.length() == 1 && digitsFrom == start));
        if (!plain || Long.parseLong(digits) > MAX_WHOLE) {
            at = start;
            throw refuse("a value was expected");
        }
        return new Value.Whole(Long.parseLong(text.substring(start, at)));
    }

    private String string() throws NotCanonical {
        take('"');
        StringBuilder out = new StringBuilder();
        while (peek() != '"') {
            int codePoint = text.codePointAt(at);
            if (codePoint < 0x20 || isNoncharacter(codePoint)) {
                throw refuse("a text has a character that must be escaped or cannot be carried");
            }
            at += Character.charCount(codePoint);
            out.appendCodePoint(codePoint == '\\' ? escaped() : codePoint);
        }
        at++;
        return out.toString();
    }

    private char escaped() throws NotCanonical {
        char letter = peek();
        at++;
        int known = ESCAPE_LETTERS.indexOf(letter);
        if (known >= 0) {
            return ESCAPED_BY_LETTER.charAt(known);
        }
        String digits = letter == 'u' && at + 4 <= text.length() ? text.substring(at, at + 4) : "";
        if (!digits.matches("00[01][0-9a-f]")) {
            throw refuse("an escape is not the shortest one");
        }
        char unit = (char) Integer.parseInt(digits, 16);
        if (ESCAPED_BY_LETTER.indexOf(unit) >= 0) {
            throw refuse("an escape is not the shortest one");
        }
        at += 4;
        return unit;
    }

    private static boolean isNoncharacter(int codePoint) {
        return (codePoint >= 0xFDD0 && codePoint <= 0xFDEF) || (codePoint & 0xFFFE) == 0xFFFE;
    }

    private void take(char expected) throws NotCanonical {
        if (peek() != expected) {
            throw refuse("`" + expected + "` was expected");
        }
        at++;
    }

    private char peek() throws NotCanonical {
        if (at >= text.length()) {
            throw refuse("the value is cut off");
        }
        return text.charAt(at);
    }

    private NotCanonical refuse(String reason) {
        return new NotCanonical(reason + " at character " + at);
    }
}
