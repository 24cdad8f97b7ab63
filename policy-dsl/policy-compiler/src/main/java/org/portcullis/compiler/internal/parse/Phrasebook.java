package org.portcullis.compiler.internal.parse;

import java.util.Map;
import java.util.Set;
import org.portcullis.compiler.internal.parse.generated.PolicyLexer;

/** What people write in place of the language's words, and what each clause looks like. */
final class Phrasebook {
    /** What the signs of other languages are in words. */
    static final Map<String, String> WORDS_FOR_SIGNS = Map.ofEntries(
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

    /** The words of the language for words that mean the same. */
    static final Map<String, String> WORDS_FOR_SYNONYMS = Map.ofEntries(
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

    /** What to do about characters that mean nothing here. */
    static final Map<String, String> CURES_FOR_CHARACTERS = Map.ofEntries(
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

    /** What to write for characters that mean the same elsewhere. */
    static final Map<String, String> CHARACTERS_FOR_CHARACTERS = Map.of(";", ".", "[", "(", "]", ")", "#", "--");

    /** What each clause looks like, for the cure of its absence. */
    static final Map<Integer, String> CLAUSES = Map.ofEntries(
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

    /** What to do about words that have no counterpart. */
    static final Map<String, String> CURES_FOR_WORDS = Map.ofEntries(
            Map.entry("between", "write two comparisons joined with `and`, as in `a is at least x and a is at most y`"),
            Map.entry("two", "write numbers in digits: `2`"),
            Map.entry("three", "write numbers in digits: `3`"),
            Map.entry("both", "write numbers in digits: `2`"),
            Map.entry("percent", "write `%` right after the number"));

    /** What to write for kinds of declaration that other languages have. */
    static final Map<String, String> CURES_FOR_KINDS = Map.ofEntries(
            Map.entry("limit", "write `hard limit` or `soft limit`"),
            Map.entry("rule", "say what kind of control it is, for example `hard limit`, `soft limit` or `approval`"),
            Map.entry(
                    "control", "say what kind of control it is, for example `hard limit`, `soft limit` or `approval`"),
            Map.entry("define", "write `scope`"),
            Map.entry("let", "write `grant`"),
            Map.entry("allow", "write `grant`"),
            Map.entry("permit", "write `grant`"),
            Map.entry("deny", "write `hard limit`: what no grant covers is refused without being denied"),
            Map.entry("warn", "write `soft limit`"),
            Map.entry("block", "write `hard limit`"));

    /** The shortest word whose inflections are recognised. */
    static final int SHORTEST_STEM = 4;

    /** Up to so many possible words an example says more than a list. */
    static final int FEW = 2;

    /** Words that `the` stands before. */
    static final Set<Integer> NEED_THE = Set.of(
            PolicyLexer.ORDER,
            PolicyLexer.WHOLE,
            PolicyLexer.BASKET,
            PolicyLexer.RELEASE,
            PolicyLexer.STRATEGY,
            PolicyLexer.TRADER,
            PolicyLexer.DESK,
            PolicyLexer.REQUESTER);

    /** The first words of clauses and measures that most sentences do without. */
    static final Set<Integer> SELDOM = Set.of(
            PolicyLexer.EARLY,
            PolicyLexer.EXCEPTIONAL,
            PolicyLexer.RE_ENABLED,
            PolicyLexer.EFFECTIVE,
            PolicyLexer.ROLLOUT,
            PolicyLexer.COUNTING,
            PolicyLexer.CASE,
            PolicyLexer.CHANGE,
            PolicyLexer.COUNT,
            PolicyLexer.SUM);

    /** The order of a control's clauses. */
    static final String CONTROL_ORDER =
            "`cites`, `owner`, `review`, `effective`, `rollout`, `applies to`, what the control does, `missing data`, `say`";

    /** The order of the header's clauses. */
    static final String HEADER_ORDER = "`language`, `version`, `owner`, `review`, `effective`, `time zone`, "
            + "`calendar`, `currency`, `market data`, `reference data`, `missing data`";

    private Phrasebook() {}
}
