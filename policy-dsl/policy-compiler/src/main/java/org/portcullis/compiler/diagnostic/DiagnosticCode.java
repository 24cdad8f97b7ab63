package org.portcullis.compiler.diagnostic;

import java.util.Arrays;
import java.util.Optional;

/**
 * Numbers everything the compiler can find wrong. A code is for ever: it is retired, never reused and never given another meaning.
 *
 * <p>P01 text and encoding, P02 syntax, P03 names and references, P04 types and units, P05 meaning, P06 advice, P07 people and organisation, P08 files
 * and tables. Every code has a page under
 * {@code docs/diagnostics} and a bad case among the tests.
 */
public enum DiagnosticCode {
    // Text and encoding, found before parsing.
    INVALID_UTF8("P0101", Severity.ERROR, "text is not valid UTF-8"),
    FILE_TOO_LARGE("P0102", Severity.ERROR, "file is too large"),
    LINE_TOO_LONG("P0103", Severity.ERROR, "line is too long"),
    BIDIRECTIONAL_CONTROL("P0104", Severity.ERROR, "bidirectional control character"),
    CONTROL_CHARACTER("P0105", Severity.ERROR, "control character"),
    INVISIBLE_CHARACTER("P0106", Severity.ERROR, "invisible character or unusual space"),
    TYPOGRAPHIC_CHARACTER("P0107", Severity.ERROR, "typographic quotation mark or dash"),
    BYTE_ORDER_MARK("P0108", Severity.WARNING, "byte order mark"),
    MIXED_SCRIPTS("P0109", Severity.WARNING, "word mixes scripts"),
    NOT_NORMALIZED("P0110", Severity.WARNING, "accented letters are not in composed form"),
    CONFUSABLE_WORD("P0111", Severity.WARNING, "word of another alphabet looks Latin"),
    MORE_ERRORS("P0198", Severity.ERROR, "more errors than are shown"),
    MORE_WARNINGS("P0199", Severity.WARNING, "more warnings than are shown"),

    // Syntax.
    UNEXPECTED_WORD("P0201", Severity.ERROR, "something else is expected here"),
    UNCLOSED_STRING("P0202", Severity.ERROR, "quotation mark is not closed"),
    MISSING_FULL_STOP("P0203", Severity.ERROR, "declaration does not end with a full stop"),
    UNKNOWN_CHARACTER("P0204", Severity.ERROR, "character means nothing in the language"),
    NESTED_TOO_DEEP("P0205", Severity.ERROR, "parentheses are nested too deep"),
    UNKNOWN_DECLARATION("P0206", Severity.ERROR, "unknown kind of declaration"),
    MISSING_CLAUSE("P0207", Severity.ERROR, "clause is missing"),
    EMPTY_FILE("P0208", Severity.ERROR, "file contains no policy"),
    MALFORMED_ID("P0209", Severity.ERROR, "id is not written UPPER-WITH-DASHES"),
    MALFORMED_NUMBER("P0210", Severity.ERROR, "number is not written as the language writes numbers"),
    UNSUPPORTED_LANGUAGE("P0211", Severity.ERROR, "language version is not supported"),
    AND_BESIDE_OR("P0212", Severity.ERROR, "and stands beside or without parentheses"),
    SIGN_FOR_WORD("P0213", Severity.ERROR, "sign where the language writes words"),

    // Names and references.
    UNKNOWN_MEASURE("P0301", Severity.ERROR, "unknown attribute"),
    UNKNOWN_SCOPE("P0302", Severity.ERROR, "unknown scope"),
    UNKNOWN_CONTROL("P0303", Severity.ERROR, "unknown control"),
    DUPLICATE_ID("P0304", Severity.ERROR, "id is declared twice"),
    UNKNOWN_UNIT("P0305", Severity.ERROR, "unknown unit"),
    UNKNOWN_CURRENCY("P0306", Severity.ERROR, "unknown currency"),
    UNKNOWN_ROLE("P0307", Severity.ERROR, "unknown role"),
    UNKNOWN_CORPUS("P0308", Severity.ERROR, "unknown corpus"),
    UNKNOWN_PROVISION("P0309", Severity.ERROR, "unknown provision"),
    MALFORMED_PROVISION("P0310", Severity.ERROR, "provision is not written as provisions are"),
    UNKNOWN_ZONE("P0311", Severity.ERROR, "unknown time zone"),
    UNKNOWN_PLACEHOLDER("P0312", Severity.ERROR, "unknown placeholder in a message"),
    DUPLICATE_CITATION("P0313", Severity.ERROR, "provision is cited twice"),
    DUPLICATE_TEST("P0314", Severity.ERROR, "name is given twice"),
    BLANK_NAME("P0315", Severity.ERROR, "name is blank"),
    RESERVED_ID("P0316", Severity.ERROR, "id is reserved"),
    DUPLICATE_FACT("P0317", Severity.ERROR, "test gives a fact twice"),
    UNKNOWN_MOMENT("P0318", Severity.ERROR, "unknown moment"),

    // Types and units.
    MISSING_UNIT("P0401", Severity.ERROR, "number without a unit"),
    DIFFERENT_DIMENSIONS("P0402", Severity.ERROR, "different units cannot be compared"),
    ORDERING_OF_TEXT("P0403", Severity.ERROR, "text has no order"),
    FOREIGN_CURRENCY("P0404", Severity.ERROR, "amount is not in the policy's currency"),
    SHARE_OF_TEXT("P0405", Severity.ERROR, "percentage of text"),
    MIXED_LIST("P0406", Severity.ERROR, "list mixes kinds of value"),
    NO_SINGLE_VALUE("P0407", Severity.ERROR, "attribute has no single value in a basket"),
    RETYPING_NEEDS_AMOUNT("P0408", Severity.ERROR, "only an amount can be retyped or estimated"),
    NUMBER_OUT_OF_RANGE("P0409", Severity.ERROR, "number cannot be represented exactly"),
    INVALID_DATE("P0410", Severity.ERROR, "date does not exist"),
    TIME_NOT_POSITIVE("P0411", Severity.ERROR, "time span is not positive"),
    WINDOW_NOT_AVERAGED("P0412", Severity.ERROR, "only an average has a window of trading days"),
    VALUE_NEVER_TAKEN("P0413", Severity.ERROR, "attribute never has this value"),
    KEY_NOT_TEXT("P0414", Severity.ERROR, "key is not a text attribute"),
    NOT_ADDED_UP("P0415", Severity.ERROR, "attribute is not counted or added up"),
    CHANGE_NOT_OF_PRICE("P0416", Severity.ERROR, "change of what is no price"),
    WINDOW_OUT_OF_RANGE("P0417", Severity.ERROR, "window is empty or longer than a day"),
    NO_UPPER_LIMIT("P0419", Severity.ERROR, "early warning without a limit to warn before"),

    // Meaning.
    QUORUM_OUT_OF_RANGE("P0502", Severity.ERROR, "quorum is zero or too large"),
    QUORUM_EXCLUDED("P0503", Severity.ERROR, "exclusions leave nobody who could approve"),
    ESCALATION_TOO_LATE("P0504", Severity.ERROR, "escalation comes after the time limit"),
    REVIEW_IN_FUTURE("P0505", Severity.ERROR, "last review lies in the future"),
    EFFECTIVE_BACKWARDS("P0506", Severity.ERROR, "period ends before it begins"),
    NEVER_HOLDS("P0507", Severity.ERROR, "condition can never hold"),
    ALWAYS_HOLDS("P0508", Severity.ERROR, "condition always holds"),
    IMPOSSIBLE_TEST("P0509", Severity.ERROR, "test expects what cannot happen"),
    TARGET_OUT_OF_REACH("P0510", Severity.ERROR, "control cannot act on this target"),
    NO_CITATION("P0511", Severity.ERROR, "control cites no provision"),
    NO_REVIEW("P0512", Severity.ERROR, "control has no review rule"),
    NO_WINDOW("P0513", Severity.ERROR, "limit over time reads no window"),
    IMPOSSIBLE_STAGE("P0514", Severity.ERROR, "control cannot act at this stage"),
    NOT_RECALIBRATED("P0515", Severity.ERROR, "recalibration changes no threshold"),
    RECALIBRATIONS_OVERLAP("P0516", Severity.ERROR, "recalibrations of one control overlap"),
    RENEWED_TOO_OFTEN("P0517", Severity.ERROR, "recalibration is renewed too often"),
    ESCALATION_OUT_OF_ORDER("P0519", Severity.ERROR, "escalation steps are not in the order of time"),
    REQUIREMENT_NOT_MET("P0520", Severity.ERROR, "requirement is not met"),
    DUTIES_OF_ONE_ROLE("P0521", Severity.ERROR, "duties separate a role from itself"),
    RELEASE_BY_ONE("P0522", Severity.ERROR, "one person alone can release what is blocked"),
    NOTHING_BEFORE_RELEASE("P0523", Severity.ERROR, "nothing of this kind exists before the release"),

    // Advice.
    SIMILAR_ROLES("P0601", Severity.WARNING, "two roles differ by a letter or two"),
    SILENT_MESSAGE("P0602", Severity.WARNING, "message names neither the value nor the limit"),
    ACKNOWLEDGED_AT_ONCE("P0603", Severity.WARNING, "one act acknowledges every warning"),
    SOFT_ABOVE_HARD("P0604", Severity.WARNING, "soft limit is not below the hard limit"),
    NO_GRANT("P0605", Severity.WARNING, "policy grants nothing"),
    NO_HARD_LIMIT("P0606", Severity.WARNING, "policy has no hard limit"),
    UNUSED_SCOPE("P0607", Severity.WARNING, "scope is not used"),
    NO_LANGUAGE_VERSION("P0608", Severity.WARNING, "language version is not named"),
    NOT_IN_FORCE("P0609", Severity.WARNING, "provision is not in force"),
    REQUESTER_NOT_EXCLUDED("P0610", Severity.WARNING, "requester is not excluded"),
    ONE_ROLE_FOR_ALL("P0611", Severity.WARNING, "one role can meet every quorum"),
    REVIEW_OVERDUE("P0612", Severity.WARNING, "review is overdue"),
    REQUIREMENT_NOT_CHECKED("P0613", Severity.WARNING, "requirement cannot be checked here"),
    RECALIBRATION_EXPIRED("P0614", Severity.WARNING, "recalibration has expired"),
    ESCALATION_ENDS_IN_NOTICE("P0615", Severity.WARNING, "escalation ends in a notice"),
    ESCALATION_LOOPS("P0616", Severity.WARNING, "escalation tells only whom it told before"),
    NOT_ENFORCED("P0617", Severity.WARNING, "control is not enforced yet"),
    CLAIM_NOT_PROVED("P0618", Severity.WARNING, "claim is not proved"),
    PULLED_AND_RE_ENABLED("P0619", Severity.WARNING, "whoever pulls the kill switch re-enables it"),
    PARITY_GAP("P0620", Severity.WARNING, "all but one have a control"),
    SOFT_ABOVE_HARD_ELSEWHERE(
            "P0621", Severity.WARNING, "soft limit is not below a hard limit that it meets elsewhere"),
    RECALIBRATED_PAST_HARD("P0622", Severity.WARNING, "recalibration goes beyond a hard limit"),
    NO_HARD_LIMIT_HERE("P0623", Severity.WARNING, "flow or stage escapes every hard limit"),
    OUTLIVES_THE_DAY("P0628", Severity.WARNING, "time limit outlives the trading day"),
    NO_ENFORCED_HARD_LIMIT("P0629", Severity.WARNING, "no hard limit is enforced"),

    // People and organisation, where an organisation file is given.
    UNKNOWN_DESK("P0701", Severity.ERROR, "unknown desk"),
    UNKNOWN_LOCATION("P0702", Severity.ERROR, "unknown location"),
    UNKNOWN_CALENDAR("P0703", Severity.ERROR, "unknown calendar"),
    TOO_FEW_APPROVERS("P0704", Severity.ERROR, "too few people can release the hold"),
    REQUESTER_IS_NEEDED("P0705", Severity.WARNING, "nobody can release what one person submits"),
    ONE_PERSON_IN_TWO_QUORUMS("P0706", Severity.WARNING, "one person belongs to two quorums"),
    OWN_DESK_RELEASES("P0707", Severity.WARNING, "one desk can release what it submits"),
    APPROVERS_AWAY("P0708", Severity.WARNING, "nobody can release the hold on a trading day"),
    ESCALATION_TO_NOBODY("P0709", Severity.WARNING, "escalation reaches nobody on a trading day"),
    DUTIES_HELD_TOGETHER("P0710", Severity.ERROR, "one person holds duties that are apart"),
    DUTIES_DELEGATED_TOGETHER("P0711", Severity.ERROR, "delegation brings duties together that are apart"),
    ROLE_WITHOUT_HOLDER("P0712", Severity.WARNING, "nobody holds the role"),
    APPROVER_WITHOUT_KEY("P0713", Severity.WARNING, "approver has no valid key"),
    CALENDAR_ENDS("P0714", Severity.WARNING, "calendar does not know the days that are judged"),

    // Files and tables.
    FILE_NOT_READ("P0801", Severity.ERROR, "file cannot be read"),
    FILE_OUT_OF_REACH("P0802", Severity.ERROR, "file is out of reach"),
    TOO_MANY_FILES("P0803", Severity.ERROR, "policy has too many files"),
    NOT_A_PART("P0804", Severity.ERROR, "imported file is no part of a policy"),
    PART_ALONE("P0805", Severity.ERROR, "part of a policy stands alone"),
    MALFORMED_TABLE("P0806", Severity.ERROR, "table is not well-formed"),
    EMPTY_TABLE("P0807", Severity.ERROR, "table has no rows"),
    WRONG_COLUMN("P0808", Severity.ERROR, "table lacks a column or has one too many"),
    DUPLICATE_ROW("P0809", Severity.ERROR, "two rows of a table are one"),
    MALFORMED_CELL("P0810", Severity.ERROR, "cell does not say what its column is for"),
    TABLE_OUT_OF_PLACE("P0811", Severity.ERROR, "table stands where no table can");

    private final String code;
    private final Severity severity;
    private final String title;

    DiagnosticCode(String code, Severity severity, String title) {
        this.code = code;
        this.severity = severity;
        this.title = title;
    }

    /** Finds the diagnostic with the code, written as it is printed: `P0301`. */
    public static Optional<DiagnosticCode> byCode(String code) {
        return Arrays.stream(values()).filter(known -> known.code.equals(code)).findFirst();
    }

    /** The code as it is printed, for example `P0301`. */
    public String code() {
        return code;
    }

    /** Whether a diagnostic of this code stops compilation. */
    public Severity severity() {
        return severity;
    }

    /** What the code stands for, in a few words, the same for every diagnostic of the code. */
    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return code;
    }
}
