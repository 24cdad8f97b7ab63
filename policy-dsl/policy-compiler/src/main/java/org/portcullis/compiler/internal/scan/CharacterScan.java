package org.portcullis.compiler.internal.scan;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Cure;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Fix;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.UserText;

/**
 * Walks a text once, character by character, and knows only three places: program text, a quoted string, a comment.
 *
 * <p>Mutable, used once, by one thread. Bidirectional and control characters are reported everywhere, since they can disguise what a comment or a string is;
 * the rest only where it changes what the policy says.
 */
final class CharacterScan {
    private final String text;
    private final Diagnostics diagnostics;
    private final StringBuilder replaced;
    private final int maxFindings;
    private final int startOfText;
    private int findings;
    private Place place = Place.PROGRAM;
    private int stringStart;
    private boolean openedByTypographicMark;
    private int wordStart = -1;

    private enum Place {
        PROGRAM,
        STRING,
        COMMENT
    }

    CharacterScan(SourceText source, Diagnostics diagnostics, int maxFindings) {
        this.text = source.text();
        this.diagnostics = diagnostics;
        this.maxFindings = maxFindings;
        this.replaced = new StringBuilder(text);
        this.startOfText = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** The text to parse; empty if the file has too many findings to be a policy. */
    Optional<String> run() {
        if (startOfText == 1) {
            replaced.setCharAt(0, ' ');
        }
        int at = startOfText;
        while (at < text.length() && findings < maxFindings) {
            int codePoint = text.codePointAt(at);
            step(at, codePoint);
            at += Character.charCount(codePoint);
        }
        if (findings >= maxFindings) {
            return Optional.empty();
        }
        endWord(text.length());
        endString(text.length());
        return Optional.of(replaced.toString());
    }

    private void step(int at, int codePoint) {
        CharacterKind kind = CharacterKind.of(codePoint);
        if (isPartOfWord(codePoint)) {
            beginWord(at);
        } else {
            endWord(at);
        }
        switch (kind) {
            case PLAIN -> plain(at, codePoint);
            case BIDIRECTIONAL -> bidirectional(at, codePoint);
            case CONTROL -> control(at, codePoint);
            case INVISIBLE -> invisible(at, codePoint);
            case UNUSUAL_SPACE -> unusualSpace(at, codePoint);
            case QUOTATION_MARK, DASH, FULL_WIDTH_SIGN -> typographic(at, codePoint, kind);
        }
    }

    private void plain(int at, int codePoint) {
        if (codePoint == '\n' || codePoint == '\r') {
            endString(at);
            place = Place.PROGRAM;
        } else if (codePoint == '"' && place == Place.PROGRAM) {
            place = Place.STRING;
            stringStart = at;
            openedByTypographicMark = false;
        } else if (codePoint == '"' && place == Place.STRING) {
            endString(at + 1);
        } else if (codePoint == '-' && place == Place.PROGRAM && text.startsWith("--", at)) {
            place = Place.COMMENT;
        }
    }

    private void endString(int end) {
        if (place == Place.STRING) {
            place = Place.PROGRAM;
            String written = text.substring(stringStart, end);
            if (!Normalizer.isNormalized(written, Normalizer.Form.NFC)) {
                report(
                        DiagnosticCode.NOT_NORMALIZED,
                        new Span(stringStart, end),
                        "an accented letter in this text is written as a letter and a separate accent",
                        normalized(written, new Span(stringStart, end)));
            }
        }
    }

    private static Cure normalized(String written, Span span) {
        String help = "type the text again, because text that looks the same would not compare as the same";
        String composed = Normalizer.normalize(written, Normalizer.Form.NFC);
        return composed.length() > Fix.MAX_LENGTH ? Cure.of(help) : Cure.of(help, Fix.write(span, composed));
    }

    private void bidirectional(int at, int codePoint) {
        replace(at, codePoint, ' ');
        report(
                DiagnosticCode.BIDIRECTIONAL_CONTROL,
                span(at, codePoint),
                "the character " + name(codePoint) + " changes the direction of the text that follows it",
                deleted("delete it, because with it the policy reads differently from what it says", at, codePoint));
    }

    private void control(int at, int codePoint) {
        replace(at, codePoint, ' ');
        report(
                DiagnosticCode.CONTROL_CHARACTER,
                span(at, codePoint),
                "the control character " + name(codePoint) + " has no place in a policy",
                deleted("delete it", at, codePoint));
    }

    private void invisible(int at, int codePoint) {
        if (place != Place.COMMENT) {
            replace(at, codePoint, ' ');
            report(
                    DiagnosticCode.INVISIBLE_CHARACTER,
                    span(at, codePoint),
                    "the character " + name(codePoint) + " is invisible or has no agreed shape",
                    deleted(
                            "delete it, because text that looks the same would not compare as the same",
                            at,
                            codePoint));
        }
    }

    private void unusualSpace(int at, int codePoint) {
        if (place != Place.COMMENT) {
            replace(at, codePoint, ' ');
            report(
                    DiagnosticCode.INVISIBLE_CHARACTER,
                    span(at, codePoint),
                    "the character " + name(codePoint) + " looks like a space and is none",
                    Cure.of(
                            "type an ordinary space instead",
                            new Fix("write an ordinary space", span(at, codePoint), " ")));
        }
    }

    private void typographic(int at, int codePoint, CharacterKind kind) {
        boolean closes = place == Place.STRING && openedByTypographicMark && kind == CharacterKind.QUOTATION_MARK;
        if (place != Place.PROGRAM && !closes) {
            return;
        }
        String written = UserText.quoted(Character.toString(codePoint));
        if (kind == CharacterKind.DASH && opensComment(at + Character.charCount(codePoint))) {
            blankLine(at);
            place = Place.COMMENT;
            report(
                    DiagnosticCode.TYPOGRAPHIC_CHARACTER,
                    span(at, codePoint),
                    written + " does not begin a comment",
                    Cure.of(
                            "type `--`, and switch off the replacement of dashes in your editor",
                            Fix.write(span(at, codePoint), "--")));
            return;
        }
        char means = CharacterKind.replacement(codePoint);
        replace(at, codePoint, means);
        if (closes) {
            endString(at + 1);
        } else if (kind == CharacterKind.QUOTATION_MARK) {
            place = Place.STRING;
            stringStart = at;
            openedByTypographicMark = true;
        }
        report(
                DiagnosticCode.TYPOGRAPHIC_CHARACTER,
                span(at, codePoint),
                written + " is not a character of the language",
                Cure.of(
                        "type " + UserText.quoted(Character.toString(means))
                                + ", and switch off the replacement of quotation marks and dashes in your editor",
                        Fix.write(span(at, codePoint), Character.toString(means))));
    }

    private boolean opensComment(int after) {
        return after < text.length() && text.charAt(after) == ' ';
    }

    private void blankLine(int from) {
        for (int at = from; at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r'; at++) {
            replaced.setCharAt(at, ' ');
        }
    }

    private static boolean isPartOfWord(int codePoint) {
        return codePoint > ' '
                && (Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK);
    }

    private void beginWord(int at) {
        if (wordStart < 0) {
            wordStart = at;
        }
    }

    private void endWord(int end) {
        if (wordStart >= 0 && place != Place.COMMENT) {
            Scripts.doubt(text.substring(wordStart, end))
                    .ifPresent(doubt -> report(
                            doubt.code(), new Span(wordStart, end), doubt.message(), cure(doubt, wordStart, end)));
        }
        wordStart = -1;
    }

    private static Cure cure(Scripts.Doubt doubt, int start, int end) {
        return doubt.latin()
                .filter(latin -> latin.length() <= Fix.MAX_LENGTH)
                .map(latin -> Cure.of(doubt.help(), Fix.write(new Span(start, end), latin)))
                .orElseGet(() -> Cure.of(doubt.help()));
    }

    private void replace(int at, int codePoint, char with) {
        replaced.setCharAt(at, with);
        if (Character.charCount(codePoint) == 2) {
            replaced.setCharAt(at + 1, ' ');
        }
    }

    private void report(DiagnosticCode code, Span span, String message, Cure cure) {
        findings++;
        diagnostics.report(code, span, message, cure);
    }

    private static Cure deleted(String help, int at, int codePoint) {
        return Cure.of(help, Fix.delete(span(at, codePoint), name(codePoint)));
    }

    private static Span span(int at, int codePoint) {
        return Span.of(at, Character.charCount(codePoint));
    }

    private static String name(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }
}
