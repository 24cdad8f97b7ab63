package org.portcullis.compiler.internal.parse;

import static org.portcullis.compiler.diagnostic.DiagnosticCode.*;

import org.junit.jupiter.api.Test;
import org.portcullis.compiler.diagnostic.DiagnosticCode;

/** What people are known to write, and what they are told. */
class MisreadingTest {
    private static final String BEGIN = "hard limit A-B applies to orders, when released block the order if ";
    private static final String END = " say \"x\".";

    @Test
    void signForComparison() {
        breach("order.notional «>» USD 4 billion")
                .isReported(
                        SIGN_FOR_WORD,
                        "expected a comparison such as `is more than`, found `>`",
                        "the language has words in place of signs: write `is more than`");
    }

    @Test
    void signForAnd() {
        breach("order.desk is \"a\" «&&» order.flow is \"b\"")
                .isReported(
                        SIGN_FOR_WORD,
                        "expected `and`, `missing`, `or` or `say`, found `&&`",
                        "the language has words in place of signs: write `and`");
    }

    @Test
    void missingFullStop() {
        declarations("scope A-B means order.desk is \"a\"«»\nscope C-D means order.desk is \"b\".")
                .isReported(MISSING_FULL_STOP, "the `scope` does not end with a full stop", "write `.` at its end");
    }

    @Test
    void missingLastFullStop() {
        declarations("scope A-B means order.desk is \"a\"«»\n")
                .isReported(MISSING_FULL_STOP, "the `scope` does not end with a full stop", "write `.` at its end");
    }

    @Test
    void capitalisedKeyword() {
        declarations("hard «Limit» A-B applies to orders.")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected `limit`, found `Limit`",
                        "write the language's words in lower case: `limit`");
    }

    @Test
    void capitalisedBeginning() {
        declarations("«Scope» A-B means order.desk is \"a\".")
                .isReported(UNKNOWN_DECLARATION, "no declaration begins with `Scope`", "did you mean `scope`?");
    }

    @Test
    void missingThe() {
        declarations("hard limit A-B applies to orders, when released block «order» if order.desk is \"a\" say \"x\".")
                .isReported(UNEXPECTED_WORD, "expected `the`, found `order`", "write `the order`");
    }

    @Test
    void numberWithoutUnit() {
        breach("order.notional is more than «4 billion»")
                .isReported(
                        MISSING_UNIT,
                        "`4 billion` has no unit: 4 billion of what?",
                        "write the unit, as in `USD 4 billion`, `100 shares`, `95%` or `10 minutes`");
    }

    @Test
    void unknownUnit() {
        breach("order.quantity is more than 4 «sharess»")
                .isReported(UNKNOWN_UNIT, "there is no unit `sharess`", "did you mean `shares`?");
    }

    @Test
    void abbreviatedScale() {
        breach("order.notional is more than USD 4«bn»")
                .isReported(UNKNOWN_UNIT, "there is no unit `bn`", "write `billion` for a thousand million");
    }

    @Test
    void currencyInLowerCase() {
        breach("order.notional is more than «usd» 4 billion")
                .isReported(UNKNOWN_CURRENCY, "`usd` is no currency", "write currencies in capital letters: `USD`");
    }

    @Test
    void currencySign() {
        breach("order.notional is more than «$»4 billion")
                .isReported(
                        UNKNOWN_CHARACTER,
                        "`$` means nothing in the language",
                        "write the currency as three capital letters, as in `USD 4 billion`");
    }

    @Test
    void misspeltKeyword() {
        declarations(
                        "hard limit A-B applies to orders, when «relesed» block the order if order.desk is \"a\" say \"x\".")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected `amended`, `entered`, `executed`, `released` or `sent`, found `relesed`",
                        "did you mean `released`?");
    }

    @Test
    void synonym() {
        breach("order.notional «exceeds» USD 4 billion")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected a comparison such as `is more than`, found `exceeds`",
                        "write `is more than`");
    }

    @Test
    void attributeWithoutItsFirstNoun() {
        breach("«notional» is more than USD 4 billion")
                .isReported(
                        UNKNOWN_MEASURE,
                        "`notional` is no attribute",
                        "did you mean `basket.notional` or `execution.notional` or `order.notional`?");
    }

    @Test
    void textWithoutQuotationMarks() {
        breach("order.desk is «Delta»")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected a comparison such as `more than` or a value with its unit, or an attribute such as "
                                + "`order.notional`, found `Delta`",
                        "write text in quotation marks: `\"Delta\"`");
    }

    @Test
    void unclosedText() {
        declarations("scope A-B means order.desk is «\"Delta.»\nscope C-D means order.desk is \"b\".")
                .isReported(
                        UNCLOSED_STRING, "the quotation mark is not closed on its line", "close the text with `\"`");
    }

    @Test
    void idInLowerCase() {
        declarations("scope «london» means order.desk is \"a\".")
                .isReported(
                        MALFORMED_ID,
                        "`london` is no id",
                        "write ids in capital letters with at least one dash, as in `LDN-WAVE-NOTIONAL`");
    }

    @Test
    void missingClause() {
        declarations(BEGIN + "order.desk is \"a\"«.»")
                .isReported(
                        MISSING_CLAUSE,
                        "the `hard limit` has no `say`",
                        "write for example `say \"{order.symbol} is {order.notional}. The limit is {limit}.\"`");
    }

    @Test
    void clausesOutOfOrder() {
        declarations("hard limit A-B owner \"x\" «cites» A-B \"1\" applies to orders, when released "
                        + "block the order if order.desk is \"a\" say \"x\".")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected `applies` or `review`, found `cites`",
                        "clauses have one order: `cites`, `owner`, `review`, `effective`, `rollout`, `applies to`, what the control does, "
                                + "`missing data`, `say`");
    }

    @Test
    void missingComma() {
        declarations(
                        "hard limit A-B applies to orders «when» released block the order if order.desk is \"a\" say \"x\".")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected `in`, `where` or a comma, found `when`",
                        "write a comma before `when`");
    }

    @Test
    void denialWithoutParentheses() {
        breach("not «order.desk» is \"a\"")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected `(`, found `order.desk`",
                        "write what is denied in parentheses, as in `not (order.desk is \"Delta 1\")`");
    }

    @Test
    void andBesideOr() {
        breach("order.desk is \"a\" and order.flow is \"b\" «or» order.flow is \"c\"")
                .isReported(
                        AND_BESIDE_OR,
                        "`or` stands beside `and` without parentheses, which can be read in two ways",
                        "put parentheses around the part that belongs together, as in `(a and b) or c`");
    }

    @Test
    void quorumWithoutNumber() {
        declarations("approval A-B applies to baskets, when released hold the release if order.desk is \"a\" "
                        + "until «role» \"Desk Head\" within 10 minutes, otherwise reject say \"x\".")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected a number, found `role`",
                        "write how many people, as in `1 of role \"Trading Risk\"`");
    }

    @Test
    void notMoreThan() {
        breach("order.notional is not «more» than USD 4 billion")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected a value with its unit, or an attribute such as `order.notional`, found `more`",
                        "write `is at most`");
    }

    @Test
    void currencyAfterTheAmount() {
        breach("order.notional is more than 4 billion «USD»")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected a unit such as `shares`, `and`, `missing`, `or` or `say`, found `USD`",
                        "write the currency before the amount, as in `USD 4 billion`");
    }

    @Test
    void basketWithoutWhole() {
        declarations(
                        "hard limit A-B applies to baskets, when released block the «basket» if order.desk is \"a\" say \"x\".")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected `desk`, `order`, `release`, `strategy`, `trader` or something else, found `basket`",
                        "write `the whole basket`");
    }

    @Test
    void hardLimitThatWarns() {
        declarations(
                        "hard limit A-B applies to orders, when released «warn» the trader if order.desk is \"a\" say \"x\".")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected `block`, found `warn`",
                        "a hard limit blocks and a soft limit warns: write `block`, or declare a `soft limit`");
    }

    @Test
    void limitOfNoKind() {
        declarations("«limit» A-B applies to orders, when released block the order if order.desk is \"a\" say \"x\".")
                .isReported(
                        UNKNOWN_DECLARATION,
                        "no declaration begins with `limit`",
                        "write `hard limit` or `soft limit`");
    }

    @Test
    void provisionWithoutQuotationMarks() {
        declarations("hard limit A-B cites UK-RTS6 «15»(1)(b) applies to orders, when released "
                        + "block the order if order.desk is \"a\" say \"x\".")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected a text in quotation marks, found `15`",
                        "write text in quotation marks, as in `UK-RTS6 \"15(1)(b)\"`");
    }

    @Test
    void roleWithoutItsWord() {
        declarations("grant A-B lets «\"Trader\"» submit orders, when released.")
                .isReported(UNEXPECTED_WORD, "expected `role`, found `\"Trader\"`", "write `role` here");
    }

    @Test
    void inflectedOutcome() {
        declarations("test \"x\" given order.desk is \"a\" when released expect «blocked».")
                .isReported(
                        UNEXPECTED_WORD,
                        "expected an outcome such as `block` or `not`, found `blocked`",
                        "did you mean `block`?");
    }

    @Test
    void percentInWords() {
        breach("order.quantity is more than 95 «percent» of market.adv")
                .isReported(UNKNOWN_UNIT, "there is no unit `percent`", "write `%`");
    }

    @Test
    void negativeNumber() {
        breach("order.quantity is more than «-»5 shares")
                .isReported(
                        UNKNOWN_CHARACTER,
                        "`-` means nothing in the language",
                        "numbers have no sign: say it with `is less than` or with another attribute");
    }

    @Test
    void unknownBeginning() {
        declarations("«sope» A-B means order.desk is \"a\".")
                .isReported(UNKNOWN_DECLARATION, "no declaration begins with `sope`", "did you mean `scope`?");
    }

    @Test
    void fullStopAlone() {
        declarations("«.»").isReported(UNEXPECTED_WORD, "there is nothing before the full stop", "leave it out");
    }

    @Test
    void noHeader() {
        Marked.file("«scope» A-B means order.desk is \"a\".")
                .isReported(
                        MISSING_CLAUSE,
                        "the file does not begin with a header",
                        "begin with `policy`, the name of the policy in quotation marks, and its version");
    }

    @Test
    void headerWithoutOwner() {
        Marked.file("policy \"x\" version 1.2.3 «effective» from 2026-12-01.")
                .isReported(
                        MISSING_CLAUSE,
                        "the `policy` has no `owner` before `effective`",
                        "write for example `owner \"Trading Risk\"`");
    }

    @Test
    void secondHeader() {
        declarations(org.portcullis.compiler.Texts.HEADER.replaceFirst("policy", "«policy»"))
                .isReported(
                        UNEXPECTED_WORD,
                        "a file has one header, and it comes first",
                        "keep one header at the beginning of the file");
    }

    @Test
    void nothingAtAll() {
        Marked.file("«»-- nothing but a comment")
                .isReported(
                        EMPTY_FILE,
                        "the file contains no policy",
                        "begin with a header, as in `policy \"Delta One order entry, UK\"`");
    }

    @Test
    void malformedNumbers() {
        number("1,0000", MALFORMED_NUMBER, "`1,0000` has a comma that does not separate thousands");
        number("1.000.000", MALFORMED_NUMBER, "`1.000.000` has more than one decimal point");
        number("007", MALFORMED_NUMBER, "`007` begins with a zero");
        number("1.0000001", NUMBER_OUT_OF_RANGE, "`1.0000001` has 7 decimals, and numbers are kept exactly to 6");
        number("9223372036855", NUMBER_OUT_OF_RANGE, "`9223372036855` is too large to be kept exactly");
    }

    @Test
    void unknownZone() {
        Marked.file(org.portcullis.compiler.Texts.HEADER.replace("Europe/London", "«Europe/Lndon»"))
                .isReported(UNKNOWN_ZONE, "`Europe/Lndon` is no time zone", "did you mean `Europe/London`?");
    }

    @Test
    void dateThatDoesNotExist() {
        Marked.file(org.portcullis.compiler.Texts.HEADER.replace("2026-12-01", "«2026-02-30»"))
                .isReported(
                        INVALID_DATE,
                        "`2026-02-30` is no day of the calendar",
                        "write the year with four digits, then month and day with two, as in `2026-11-01`");
    }

    @Test
    void singularForMany() {
        breach("order.quantity is more than 5 «share»")
                .isReported(UNKNOWN_UNIT, "`share` is for one alone", "write `shares`");
    }

    @Test
    void twoCapsOfOneKind() {
        declarations("grant A-B lets role \"x\" submit orders, when released up to USD 1 million per order "
                        + "and «USD 2 million per order».")
                .isReported(UNEXPECTED_WORD, "the grant has two caps per order", "keep one of them");
    }

    private static void number(String written, DiagnosticCode code, String message) {
        Marked marked = breach("order.quantity is more than «" + written + "» shares");
        marked.isReported(code, message, cure(message));
    }

    private static String cure(String message) {
        if (message.contains("comma")) {
            return "write commas before groups of three digits, as in `1,000,000`, and a point before decimals";
        }
        if (message.contains("point")) {
            return "separate thousands with commas, as in `1,000,000`";
        }
        if (message.contains("zero")) {
            return "leave the zero out";
        }
        return message.contains("decimals")
                ? "write at most 6 decimals"
                : "write a number that is at most 9,223,372,036,854.775807 in its unit";
    }

    private static Marked breach(String condition) {
        return declarations(BEGIN + condition + END);
    }

    private static Marked declarations(String marked) {
        return Marked.declarations(marked);
    }
}
