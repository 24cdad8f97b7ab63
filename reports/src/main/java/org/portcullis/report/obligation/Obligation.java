package org.portcullis.report.obligation;

import java.util.List;
import java.util.stream.Stream;
import org.portcullis.model.citation.Citation;

/** Is something that must hold of every instance of something in a journal, with the provisions that it answers to. */
public enum Obligation {
    /** Nothing that was blocked goes on. */
    BLOCKS_HELD(
            "What a hard limit stopped did not go on",
            "every release token names only lines that its decision lets go, unless an exceptional release was asked for and signed",
            "release tokens issued in the period",
            "UK-RTS6 15(1), FCA-MAR 7A.3.2R(2), FCA-MAR 7A.3.2R(3)"),

    /** Whatever went on was judged before. */
    RELEASES_JUDGED(
            "Every order was judged before it went on",
            "every release token follows the decision on its submission and carries that decision's digest, or that of the petition for an"
                    + " exceptional release",
            "release tokens issued in the period",
            "UK-RTS6 15(2), PRA-ALGO 2.1"),

    /** Whoever acknowledged had the text. */
    WARNINGS_READ(
            "Every warning was shown before it was acknowledged",
            "every acknowledgement follows a text that was handed out for the submission and has the digest that its entry states",
            "acknowledgements in the period",
            "FCA-MAR 7A.3.2R(3), FCA-PRIN 2"),

    /** Whoever asked did not approve. */
    HOLDS_SIGNED_BY_OTHERS(
            "Every held submission was released by others than its requester",
            "every seat of a released hold is taken by another person, none of them the requester, each with a vote whose signature holds",
            "holds of submissions released in the period",
            "UK-RTS6 1, FCA-PRIN 3"),

    /** Two people stand behind an exception. */
    EXCEPTIONS_AUTHORISED(
            "Every exceptional release was verified and authorised by different people",
            "every exceptional release states what makes it exceptional and is signed by at least two people, none of them the one who asked",
            "exceptional releases signed for in the period",
            "UK-RTS6 15(6)"),

    /** Somebody took every alert on, or silence went up the chain. */
    ALERTS_ANSWERED(
            "Every alert was acknowledged or went up its chain",
            "every alert was acknowledged, or every step that was due by the end of the evidence was taken and reached somebody",
            "alerts raised in the period",
            "UK-RTS6 16(5), FCA-MAR 7A.3.3R(2)"),

    /** Latched stops need people. */
    STOPS_LET_GO_BY_PEOPLE(
            "Whatever latches was let go by designated people",
            "every latched stop that ended, ended by a petition whose hold people released",
            "latched stops that ended in the period",
            "UK-RTS6 15(3)"),

    /** A switch that was never pulled is not known to work. */
    SWITCHES_DRILLED(
            "Every kill switch was pulled and let go",
            "every kill switch of a policy in force was pulled in the period, swept what was out, and was let go by people; the journal does"
                    + " not say whether it was a drill",
            "kill switches of the policies of the period",
            "UK-RTS6 12, UK-RTS6 14"),

    /** Reviews are held in time. */
    REVIEWS_IN_TIME(
            "Every control was reviewed in time",
            "the next review of every control lies behind the last day of the period",
            "controls of the policies that decided or were put in force in the period",
            "UK-RTS6 9, FCA-PRIN 3"),

    /** Changes need signatures where a policy says so. */
    CHANGES_SIGNED(
            "Every change of a policy that asks for signatures was signed",
            "every policy that was put in force after one that asks for signatures, or that asks for them itself, names a petition that people"
                    + " other than the one who asked released; the first policy of a journal has nobody before it",
            "policies put in force in the period where signatures were asked for",
            "UK-RTS6 1, UK-RTS6 11, FCA-PRIN 3"),

    /** A key is nobody's until somebody else says whose. */
    KEYS_CONFIRMED(
            "Every signing key was confirmed by a second person",
            "every key enrolled or rotated in has the signed confirmation of somebody else; a founding key has none and is an exception here",
            "keys enrolled or rotated in the period",
            "UK-RTS6 18, FCA-PRIN 3"),

    /** Records are there, all of them. */
    RECORDS_WHOLE(
            "The record of orders is whole",
            "every decision has all its parts with the digests that it names, and no place of the journal is missing or broken",
            "decisions of the period",
            "UK-RTS6 28, UK-RTS6 17");

    private final String title;
    private final String predicate;
    private final String population;
    private final String provisions;

    Obligation(String title, String predicate, String population, String provisions) {
        this.title = title;
        this.predicate = predicate;
        this.population = population;
        this.provisions = provisions;
    }

    /** Gives its id in sheets and files, for example {@code BLOCKS-HELD}. */
    public String id() {
        return name().replace('_', '-');
    }

    /** Gives in one sentence what must be so. */
    public String title() {
        return title;
    }

    /** Gives the predicate by which it is judged, in words. */
    public String predicate() {
        return predicate;
    }

    /** Gives what the instances are that the predicate is asked of. */
    public String population() {
        return population;
    }

    /** Gives the provisions that it answers to, in our reading. */
    public List<Citation> provisions() {
        return Stream.of(provisions.split(", ", -1))
                .map(each -> each.split(" ", 2))
                .map(parts -> new Citation(parts[0], parts[1]))
                .toList();
    }
}
