package org.portcullis.compiler.internal.parse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.internal.parse.generated.PolicyLexer;

/** Turns the place where a sentence could not be read any further into a diagnostic; mistakes that people are known to make get an answer of their own. */
final class Misreading {
    private static final Map<String, String> WORDS_FOR_SIGNS = Map.ofEntries(
            Map.entry(">", "is more than"),
            Map.entry("<", "is less than"),
            Map.entry(">=", "is at least"),
            Map.entry("<=", "is at most"),
            Map.entry("=", "is"),
            Map.entry("==", "is"),
            Map.entry("!=", "is not"),
            Map.entry("<>", "is not"),
            Map.entry("&", "and"),
            Map.entry("&&", "and"),
            Map.entry("|", "or"),
            Map.entry("||", "or"),
            Map.entry("!", "not ( … )"));

    private static final Map<String, String> WORDS_FOR_SYNONYMS = Map.ofEntries(
            Map.entry("exceeds", "is more than"),
            Map.entry("above", "more than"),
            Map.entry("greater", "more"),
            Map.entry("larger", "more"),
            Map.entry("bigger", "more"),
            Map.entry("higher", "more"),
            Map.entry("below", "less than"),
            Map.entry("under", "less than"),
            Map.entry("fewer", "less"),
            Map.entry("lower", "less"),
            Map.entry("smaller", "less"),
            Map.entry("equals", "is"),
            Map.entry("equal", "is"),
            Map.entry("isn't", "is not"),
            Map.entry("in", "one of"),
            Map.entry("unknown", "missing"),
            Map.entry("absent", "missing"),
            Map.entry("reject", "block"),
            Map.entry("stop", "block"),
            Map.entry("deny", "block"),
            Map.entry("message", "say"));

    private static final Map<String, String> CURES_FOR_CHARACTERS = Map.ofEntries(
            Map.entry("$", "write the currency as three capital letters, as in `USD 4 billion`"),
            Map.entry("£", "write the currency as three capital letters, as in `GBP 4 billion`"),
            Map.entry("€", "write the currency as three capital letters, as in `EUR 4 billion`"),
            Map.entry(";", "end a declaration with a full stop"),
            Map.entry("'", "write text in double quotation marks, as in `\"Delta 1\"`"),
            Map.entry("-", "numbers have no sign: say it with `is less than` or with another attribute"),
            Map.entry("#", "begin a comment with `--`"),
            Map.entry("/", "begin a comment with `--`"),
            Map.entry("[", "write parentheses `(` and `)`"),
            Map.entry("]", "write parentheses `(` and `)`"),
            Map.entry("{", "placeholders stand inside a text, as in `say \"{order.symbol}\"`"));

    /** What each clause looks like, for the cure of its absence. */
    private static final Map<Integer, String> CLAUSES = Map.ofEntries(
            Map.entry(PolicyLexer.LANGUAGE, "language 1"),
            Map.entry(PolicyLexer.VERSION, "version 2026.11.1"),
            Map.entry(PolicyLexer.OWNER, "owner \"Trading Risk\""),
            Map.entry(PolicyLexer.REVIEW, "review every 90 days, last on 2026-11-01"),
            Map.entry(PolicyLexer.EFFECTIVE, "effective from 2026-12-01"),
            Map.entry(PolicyLexer.TIME, "time zone Europe/London"),
            Map.entry(PolicyLexer.CALENDAR, "calendar XLON-EQ"),
            Map.entry(PolicyLexer.CURRENCY, "currency USD converted at ECB-EOD, stale after 1 day"),
            Map.entry(PolicyLexer.MARKET, "market data stale after 2 seconds"),
            Map.entry(PolicyLexer.MISSING, "missing data blocks"),
            Map.entry(PolicyLexer.MEANS, "means order.desk is \"Delta 1\""),
            Map.entry(PolicyLexer.CITES, "cites UK-RTS6 \"15(1)(b)\""),
            Map.entry(PolicyLexer.APPLIES, "applies to orders in scope LDN-D1, when released"),
            Map.entry(PolicyLexer.LETS, "lets role \"Trader\" submit orders, when released"),
            Map.entry(PolicyLexer.BLOCK, "block the order if order.notional is more than USD 250 million"),
            Map.entry(PolicyLexer.WARN, "warn the trader if order.notional is more than USD 25 million"),
            Map.entry(PolicyLexer.ACKNOWLEDGED, "acknowledged one by one with a reason"),
            Map.entry(PolicyLexer.HOLD, "hold the release if basket.notional is more than USD 100 million"),
            Map.entry(PolicyLexer.UNTIL, "until 1 of role \"Desk Head\" and 1 of role \"Trading Risk\""),
            Map.entry(PolicyLexer.WITHIN, "within 10 minutes, otherwise reject"),
            Map.entry(PolicyLexer.SAY, "say \"{order.symbol} is {order.notional}. The limit is {limit}.\""),
            Map.entry(PolicyLexer.GIVEN, "given basket.notional is USD 58 million"),
            Map.entry(PolicyLexer.WHEN, "when released"),
            Map.entry(PolicyLexer.EXPECT, "expect block"));

    private static final Set<Integer> NEED_THE = Set.of(
            PolicyLexer.ORDER,
            PolicyLexer.WHOLE,
            PolicyLexer.BASKET,
            PolicyLexer.RELEASE,
            PolicyLexer.STRATEGY,
            PolicyLexer.TRADER,
            PolicyLexer.DESK,
            PolicyLexer.REQUESTER);

    private final Sentence sentence;
    private final int at;
    private final Token word;
    private final Span span;
    private final SortedSet<Integer> expected;

    private Misreading(Sentence sentence, FirstMistake.Found found) {
        this.sentence = sentence;
        this.word = found.word();
        this.at = word.getTokenIndex();
        this.expected = found.expected();
        this.span = ended() ? Span.at(Spans.of(sentence.last()).end()) : Spans.of(word);
    }

    /** Explains why the sentence could not be read. */
    static Diagnostic explain(Sentence sentence, FirstMistake.Found found) {
        Misreading misreading = new Misreading(sentence, found);
        return Stream.<Supplier<Optional<Diagnostic>>>of(
                        misreading::unclosedText,
                        misreading::sign,
                        misreading::unknownCharacter,
                        misreading::missingFullStop,
                        misreading::malformedId,
                        misreading::capitals,
                        misreading::missingThe,
                        misreading::missingClause,
                        misreading::clauseOutOfOrder,
                        misreading::currency,
                        misreading::missingQuotationMarks,
                        misreading::synonym,
                        misreading::misspelling)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(misreading::unexpected);
    }

    private Optional<Diagnostic> unclosedText() {
        return when(
                word.getType() == PolicyLexer.UNCLOSED,
                () -> Diagnostic.of(
                        DiagnosticCode.UNCLOSED_STRING,
                        span,
                        "the quotation mark is not closed on its line",
                        "close the text with `\"`"));
    }

    private Optional<Diagnostic> sign() {
        return Optional.ofNullable(word.getType() == PolicyLexer.SIGN ? WORDS_FOR_SIGNS.get(word.getText()) : null)
                .map(words -> Diagnostic.of(
                        DiagnosticCode.SIGN_FOR_WORD,
                        span,
                        expectedFound(),
                        "the language has words in place of signs: write `" + words + "`"));
    }

    private Optional<Diagnostic> unknownCharacter() {
        return when(word.getType() == PolicyLexer.UNKNOWN, () -> {
            Diagnostic found = Diagnostic.of(
                    DiagnosticCode.UNKNOWN_CHARACTER,
                    span,
                    UserText.quoted(word.getText()) + " means nothing in the language");
            String cure = CURES_FOR_CHARACTERS.get(word.getText());
            return found.withHelp(cure == null ? "leave it out, or put it inside a text" : cure);
        });
    }

    /** The sentence could have ended here and another declaration begins. */
    private Optional<Diagnostic> missingFullStop() {
        return when(
                ended() && expected.contains(PolicyLexer.STOP),
                () -> Diagnostic.of(
                        DiagnosticCode.MISSING_FULL_STOP,
                        span,
                        "the `" + sentence.kind() + "` does not end with a full stop",
                        "write `.` at its end"));
    }

    private Optional<Diagnostic> malformedId() {
        boolean name = !ended() && Character.isLetter(word.getText().charAt(0)) && word.getType() != PolicyLexer.ID;
        boolean onlyId = expected.contains(PolicyLexer.ID) && !expected.contains(PolicyLexer.CAPS);
        boolean clause = CLAUSES.containsKey(word.getType());
        return when(
                name && onlyId && !clause,
                () -> Diagnostic.of(
                        DiagnosticCode.MALFORMED_ID,
                        span,
                        UserText.quoted(word.getText()) + " is no id",
                        "write ids in capital letters with at least one dash, as in `LDN-WAVE-NOTIONAL`"));
    }

    private Optional<Diagnostic> capitals() {
        if (ended()) {
            return Optional.empty();
        }
        String lower = word.getText().toLowerCase(Locale.ROOT);
        boolean keyword = Expectation.keywords(expected).contains(lower);
        return when(
                keyword && !lower.equals(word.getText()),
                () -> Diagnostic.of(
                        DiagnosticCode.UNEXPECTED_WORD,
                        span,
                        "expected `" + lower + "`, found " + UserText.quoted(word.getText()),
                        "write the language's words in lower case: `" + lower + "`"));
    }

    private Optional<Diagnostic> missingThe() {
        boolean wanted = expected.contains(PolicyLexer.THE) && NEED_THE.contains(word.getType());
        return when(
                wanted && !expected.contains(word.getType()),
                () -> Diagnostic.of(
                        DiagnosticCode.UNEXPECTED_WORD,
                        span,
                        "expected `the`, found " + UserText.quoted(word.getText()),
                        "write `the " + word.getText() + "`"));
    }

    /** The sentence ends, or another clause begins, where a clause has to stand. */
    private Optional<Diagnostic> missingClause() {
        boolean atClause = ended() || word.getType() == PolicyLexer.STOP || CLAUSES.containsKey(word.getType());
        List<Integer> clauses = expected.stream().filter(CLAUSES::containsKey).toList();
        boolean already =
                sentence.words().subList(0, at).stream().anyMatch(before -> before.getType() == word.getType());
        if (!atClause || clauses.isEmpty() || (already && !ended())) {
            return Optional.empty();
        }
        int needed =
                clauses.stream().filter(type -> !isOptional(type)).findFirst().orElse(clauses.get(0));
        String name = "`" + PolicyLexer.VOCABULARY.getLiteralName(needed).replace("'", "") + "`";
        String before = ended() ? "at its end" : "before " + UserText.quoted(word.getText());
        return Optional.of(Diagnostic.of(
                DiagnosticCode.MISSING_CLAUSE,
                span,
                "the `" + sentence.kind() + "` has no " + name + " " + before,
                "write for example `" + CLAUSES.get(needed) + "`"));
    }

    private Optional<Diagnostic> clauseOutOfOrder() {
        boolean clause =
                CLAUSES.containsKey(word.getType()) && expected.stream().anyMatch(CLAUSES::containsKey);
        return when(
                clause,
                () -> Diagnostic.of(
                        DiagnosticCode.UNEXPECTED_WORD,
                        span,
                        expectedFound(),
                        "clauses have one order: `cites`, `owner`, `review`, `applies to`, what it does, `missing data`, `say`"));
    }

    private Optional<Diagnostic> currency() {
        boolean amount = expected.contains(PolicyLexer.CAPS)
                && word.getType() == PolicyLexer.WORD
                && type(at + 1) == PolicyLexer.NUMBER;
        return when(
                amount,
                () -> Diagnostic.of(
                        DiagnosticCode.UNKNOWN_CURRENCY,
                        span,
                        UserText.quoted(word.getText()) + " is no currency",
                        word.getText().length() == 3
                                ? "write currencies in capital letters: `"
                                        + word.getText().toUpperCase(Locale.ROOT) + "`"
                                : "write the three capital letters of the currency, as in `USD 4 billion`"));
    }

    private Optional<Diagnostic> missingQuotationMarks() {
        boolean name = word.getType() == PolicyLexer.WORD
                || word.getType() == PolicyLexer.CAPS
                || word.getType() == PolicyLexer.ID;
        boolean text = expected.size() == 1 && expected.contains(PolicyLexer.STRING);
        return when(
                name && text,
                () -> Diagnostic.of(
                        DiagnosticCode.UNEXPECTED_WORD,
                        span,
                        expectedFound(),
                        "write it in quotation marks: `\"" + cut(word.getText()) + "\"`"));
    }

    private Optional<Diagnostic> synonym() {
        if (ended()) {
            return Optional.empty();
        }
        String lower = word.getText().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(WORDS_FOR_SYNONYMS.get(lower))
                .filter(words -> Expectation.keywords(expected).stream().anyMatch(words::startsWith))
                .map(words ->
                        Diagnostic.of(DiagnosticCode.UNEXPECTED_WORD, span, expectedFound(), "write `" + words + "`"));
    }

    private Optional<Diagnostic> misspelling() {
        if (ended() || word.getType() == PolicyLexer.STRING) {
            return Optional.empty();
        }
        return Spelling.closest(word.getText(), Expectation.keywords(expected))
                .map(keyword -> Diagnostic.of(
                        DiagnosticCode.UNEXPECTED_WORD, span, expectedFound(), "did you mean `" + keyword + "`?"));
    }

    private Diagnostic unexpected() {
        Diagnostic found = Diagnostic.of(DiagnosticCode.UNEXPECTED_WORD, span, expectedFound());
        return sentence.hasKind()
                ? found.withHelp("see how a `" + sentence.kind() + "` is written in the language reference")
                : found;
    }

    private String expectedFound() {
        String found;
        if (ended()) {
            found = "the end of the sentence";
        } else if (word.getType() == PolicyLexer.STOP) {
            found = "the full stop";
        } else {
            found = UserText.quoted(word.getText());
        }
        return "expected " + Expectation.phrase(expected) + ", found " + found;
    }

    /** Whether the words ran out before a full stop. */
    private boolean ended() {
        return word.getType() == Token.EOF;
    }

    private int type(int index) {
        return index < sentence.words().size() ? sentence.words().get(index).getType() : Token.EOF;
    }

    private static boolean isOptional(int clause) {
        return switch (clause) {
            case PolicyLexer.LANGUAGE, PolicyLexer.OWNER, PolicyLexer.REVIEW, PolicyLexer.MISSING, PolicyLexer.CITES ->
                true;
            default -> false;
        };
    }

    private static Optional<Diagnostic> when(boolean applies, Supplier<Diagnostic> diagnostic) {
        return applies ? Optional.of(diagnostic.get()) : Optional.empty();
    }

    private static String cut(String text) {
        return text.length() > UserText.MAX_CODE_POINTS ? text.substring(0, UserText.MAX_CODE_POINTS) + "…" : text;
    }
}
