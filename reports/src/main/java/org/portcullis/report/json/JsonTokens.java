package org.portcullis.report.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON (RFC 8259) token by token, so that no document has to be held as a whole. Mutable; one thread.
 *
 * <p>Fractions, exponents and whole numbers of more than {@link #MAX_DIGITS} digits are refused, since evidence has none; so are texts and nesting beyond
 * the maxima here.
 */
final class JsonTokens {

    /** The most objects and lists in each other. */
    static final int MAX_DEPTH = 16;

    /** The most characters of a text. */
    static final int MAX_TEXT = 1 << 24;

    private static final int MAX_DIGITS = 16;
    private static final int BUFFER = 1 << 16;
    private static final int END_OF_FILE = -1;

    /** Is what a token can be. */
    enum Kind {
        OBJECT,
        END_OBJECT,
        LIST,
        END_LIST,
        NAME,
        TEXT,
        WHOLE,
        TRUE,
        FALSE,
        NOTHING,
        END
    }

    /** Is what may come next. */
    private enum Expecting {
        VALUE,
        FIRST_ITEM,
        FIRST_NAME,
        NAME,
        AFTER_VALUE
    }

    private final Reader in;
    private final boolean[] inObject = new boolean[MAX_DEPTH + 1];
    private int depth;
    private Expecting expecting = Expecting.VALUE;
    private int ahead;
    private long character;
    private String text = "";
    private long whole;

    JsonTokens(InputStream bytes) throws IOException {
        this.in = new BufferedReader(
                new InputStreamReader(
                        bytes,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER);
        read();
    }

    /** Gives the text of the last token, a name or a text. */
    String text() {
        return text;
    }

    /** Gives the number of the last token. */
    long whole() {
        return whole;
    }

    /** Reads the next token; {@link Kind#END} after the document. */
    Kind next() throws IOException {
        skipSpace();
        if (expecting == Expecting.AFTER_VALUE) {
            if (depth == 0) {
                return end();
            }
            if (ahead != ',') {
                return close();
            }
            read();
            skipSpace();
            expecting = inObject[depth] ? Expecting.NAME : Expecting.VALUE;
        }
        return switch (expecting) {
            case VALUE -> value();
            case FIRST_ITEM -> ahead == ']' ? close() : value();
            case FIRST_NAME -> ahead == '}' ? close() : name();
            case NAME -> name();
            case AFTER_VALUE -> throw malformed("a comma or an end was expected");
        };
    }

    private Kind end() throws IOException {
        if (ahead != END_OF_FILE) {
            throw malformed("something follows the document");
        }
        return Kind.END;
    }

    private Kind close() throws IOException {
        boolean object = inObject[depth];
        if (ahead != (object ? '}' : ']')) {
            throw malformed("a comma or an end was expected");
        }
        read();
        depth--;
        expecting = Expecting.AFTER_VALUE;
        return object ? Kind.END_OBJECT : Kind.END_LIST;
    }

    private Kind name() throws IOException {
        quoted();
        skipSpace();
        if (ahead != ':') {
            throw malformed("a colon was expected");
        }
        read();
        expecting = Expecting.VALUE;
        return Kind.NAME;
    }

    private Kind value() throws IOException {
        if (ahead == '{' || ahead == '[') {
            return open(ahead == '{');
        }
        expecting = Expecting.AFTER_VALUE;
        return switch (ahead) {
            case '"' -> {
                quoted();
                yield Kind.TEXT;
            }
            case 't' -> word("true", Kind.TRUE);
            case 'f' -> word("false", Kind.FALSE);
            case 'n' -> word("null", Kind.NOTHING);
            default -> number();
        };
    }

    private Kind open(boolean object) throws IOException {
        if (depth == MAX_DEPTH) {
            throw malformed("more than " + MAX_DEPTH + " objects and lists in each other");
        }
        read();
        depth++;
        inObject[depth] = object;
        expecting = object ? Expecting.FIRST_NAME : Expecting.FIRST_ITEM;
        return object ? Kind.OBJECT : Kind.LIST;
    }

    private Kind word(String word, Kind kind) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            if (ahead != word.charAt(i)) {
                throw malformed("`" + word + "` was expected");
            }
            read();
        }
        return kind;
    }

    private Kind number() throws IOException {
        StringBuilder digits = new StringBuilder();
        if (ahead == '-') {
            digits.append('-');
            read();
        }
        int first = digits.length();
        while (ahead >= '0' && ahead <= '9' && digits.length() - first <= MAX_DIGITS) {
            digits.append((char) ahead);
            read();
        }
        int count = digits.length() - first;
        boolean padded = count > 1 && digits.charAt(first) == '0';
        if (count == 0 || count > MAX_DIGITS || padded || ahead == '.' || ahead == 'e' || ahead == 'E') {
            throw malformed("a value was expected; numbers are whole and have at most " + MAX_DIGITS + " digits");
        }
        whole = Long.parseLong(digits.toString());
        return Kind.WHOLE;
    }

    private void quoted() throws IOException {
        if (ahead != '"') {
            throw malformed("a quotation mark was expected");
        }
        read();
        StringBuilder read = new StringBuilder();
        while (ahead != '"') {
            if (ahead < 0x20) {
                throw malformed("a text does not end, or has a control character");
            }
            if (read.length() >= MAX_TEXT) {
                throw malformed("a text has more than " + MAX_TEXT + " characters");
            }
            read.append(ahead == '\\' ? escaped() : (char) ahead);
            read();
        }
        read();
        text = read.toString();
    }

    private char escaped() throws IOException {
        read();
        return switch (ahead) {
            case '"', '\\', '/' -> (char) ahead;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> coded();
            default -> throw malformed("an escape is not one of JSON");
        };
    }

    private char coded() throws IOException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            read();
            int digit = ahead < 0 || ahead > 'f' ? -1 : Character.digit(ahead, 16);
            if (digit < 0) {
                throw malformed("an escape is not one of JSON");
            }
            code = (code << 4) | digit;
        }
        return (char) code;
    }

    private void skipSpace() throws IOException {
        while (ahead == ' ' || ahead == '\n' || ahead == '\r' || ahead == '\t') {
            read();
        }
    }

    private void read() throws IOException {
        try {
            ahead = in.read();
            character++;
        } catch (CharacterCodingException notUtf8) {
            throw malformed("the file is not UTF-8");
        }
    }

    private MalformedJson malformed(String reason) {
        return new MalformedJson(character, reason);
    }
}
