package org.portcullis.app.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads JSON (RFC 8259) and remembers where each value stands; mistakes are said in people's words, the first one ends the reading.
 *
 * <p>Numbers stay as they are written: what they mean is for the attribute to say.
 */
final class PlacedJsonReader {
    private static final int MAX_DEPTH = 8;
    private static final Pattern BARE =
            Pattern.compile("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String file;
    private final String text;
    private final Mistakes mistakes;
    private int at;
    private int line = 1;
    private int column = 1;

    private PlacedJsonReader(String file, String text, Mistakes mistakes) {
        this.file = file;
        this.text = text;
        this.mistakes = mistakes;
    }

    /** The one value of the text; empty where a mistake was found. */
    static Optional<PlacedJson> read(String file, String text, Mistakes mistakes) {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        PlacedJsonReader reader = new PlacedJsonReader(file, withoutMark, mistakes);
        try {
            reader.skipBlanks();
            PlacedJson value = reader.value(0);
            reader.skipBlanks();
            if (reader.at < withoutMark.length()) {
                throw reader.refuse(
                        "something follows the end of the document", "write one object and nothing after it");
            }
            return Optional.of(value);
        } catch (Refusal refused) {
            mistakes.add(refused.at, refused.message, refused.cure);
            return Optional.empty();
        }
    }

    private PlacedJson value(int depth) throws Refusal {
        if (depth > MAX_DEPTH) {
            throw refuse("lists and objects are nested deeper than " + MAX_DEPTH, "write attributes and their values");
        }
        return switch (peek()) {
            case '{' -> fields(depth);
            case '[' -> items(depth);
            case '"' -> {
                Place place = here();
                yield new PlacedJson.Text(place, string());
            }
            default -> bare();
        };
    }

    private PlacedJson.Fields fields(int depth) throws Refusal {
        Place place = here();
        Map<String, PlacedJson.Field> fields = new LinkedHashMap<>();
        step();
        skipBlanks();
        boolean more = peek() != '}';
        while (more) {
            Place nameAt = here();
            if (peek() != '"') {
                throw refuse("the name of an attribute is expected here", "write it in double quotation marks");
            }
            String name = string();
            skipBlanks();
            take(':', "a colon is expected after the name `" + name + "`");
            skipBlanks();
            PlacedJson.Field field = new PlacedJson.Field(name, nameAt, value(depth + 1));
            if (fields.putIfAbsent(name, field) != null) {
                mistakes.add(nameAt, "`" + name + "` is stated twice", "keep one of them");
            }
            more = more('}');
        }
        step();
        return new PlacedJson.Fields(place, List.copyOf(fields.values()));
    }

    private PlacedJson.Items items(int depth) throws Refusal {
        Place place = here();
        List<PlacedJson> items = new ArrayList<>();
        step();
        skipBlanks();
        boolean more = peek() != ']';
        while (more) {
            items.add(value(depth + 1));
            more = more(']');
        }
        step();
        return new PlacedJson.Items(place, List.copyOf(items));
    }

    private boolean more(char close) throws Refusal {
        skipBlanks();
        if (peek() == close) {
            return false;
        }
        take(',', "a comma or `" + close + "` is expected here");
        skipBlanks();
        if (peek() == close) {
            throw refuse("nothing follows the comma", "leave the last comma out");
        }
        return true;
    }

    private String string() throws Refusal {
        StringBuilder read = new StringBuilder();
        Place begin = here();
        step();
        while (peek() != '"') {
            char c = peek();
            if (at >= text.length() || c < ' ') {
                throw new Refusal(begin, "the text that begins here does not end in its line", "close it with `\"`");
            }
            if (c == '\\') {
                step();
                read.append(escaped());
            } else {
                read.append(c);
                step();
            }
        }
        step();
        return read.toString();
    }

    private char escaped() throws Refusal {
        char c = peek();
        step();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                String digits = text.substring(Math.min(at, text.length()), Math.min(at + 4, text.length()));
                if (!digits.matches("[0-9a-fA-F]{4}")) {
                    throw refuse("four hexadecimal digits are expected after `\\u`", "write for example `\\u00e9`");
                }
                for (int digit = 0; digit < 4; digit++) {
                    step();
                }
                yield (char) Integer.parseInt(digits, 16);
            }
            default ->
                throw refuse("JSON knows no `\\" + c + "`", "write the letter itself, or `\\\\` for a backslash");
        };
    }

    private PlacedJson bare() throws Refusal {
        Place place = here();
        int start = at;
        while (at < text.length() && ",:{}[]\" \t\r\n".indexOf(text.charAt(at)) < 0) {
            step();
        }
        String word = text.substring(start, at);
        if (!BARE.matcher(word).matches()) {
            throw new Refusal(
                    place,
                    word.isEmpty() ? "a value is expected here" : "`" + shortened(word) + "` is no value of JSON",
                    "write values in double quotation marks, as in `\"USD 300 million\"`");
        }
        return new PlacedJson.Bare(place, word);
    }

    private void take(char wanted, String message) throws Refusal {
        if (peek() != wanted) {
            throw refuse(
                    message, at >= text.length() ? "the file ends too early" : "see what stands before this place");
        }
        step();
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            step();
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    /** Goes on by one code unit; the second half of a pair takes no column of its own. */
    private void step() {
        if (at >= text.length()) {
            return;
        }
        char c = text.charAt(at++);
        if (c == '\n') {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate(c)) {
            column++;
        }
    }

    private Place here() {
        return new Place(file, line, column);
    }

    private Refusal refuse(String message, String cure) {
        return new Refusal(here(), message, cure);
    }

    private static String shortened(String word) {
        return word.length() <= 40 ? word : word.substring(0, 40) + "…";
    }

    /** Ends the reading of one file. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Place at;
        private final String message;
        private final String cure;

        Refusal(Place at, String message, String cure) {
            super(message);
            this.at = at;
            this.message = message;
            this.cure = cure;
        }
    }
}
