package org.portcullis.languageserver.feature;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Explains the words of the language in a sentence each; words that only join others have none. */
final class KeywordText {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("policy", "The header: who owns the policy, when it holds, and what its controls inherit."),
            Map.entry("scope", "A condition with a name, which controls use to say what they apply to."),
            Map.entry("grant", "Lets holders of roles submit. What no grant covers is refused."),
            Map.entry("hard limit", "Blocks when its condition is true or unknown. Nobody overrides it at run time."),
            Map.entry(
                    "soft limit", "Warns when its condition is true. The order goes on only after an acknowledgement."),
            Map.entry("alert flood", "Blocks or holds a submission on which more than so many warnings were raised."),
            Map.entry("approval", "Holds the release until so many holders of roles have signed."),
            Map.entry("test", "Given facts, a stage, and what has to come out. It runs on the evaluator that decides."),
            Map.entry("cumulative limit", "Limits what adds up over a window, open and held orders included."),
            Map.entry("throttle", "Limits how often something happens in a window."),
            Map.entry("in-flight control", "Suspends or cancels what is working already."),
            Map.entry("monitor", "Tells a role, and stops nothing."),
            Map.entry("escalation", "Tells a role at once, and says what silence leads to."),
            Map.entry("kill switch", "Cancels and blocks at one person's act; switching on again takes a quorum."),
            Map.entry(
                    "temporary recalibration",
                    "Changes one threshold between two days, with a reason and approvers; it reverts by itself."),
            Map.entry("duties", "Two roles that one person must not hold together."),
            Map.entry("require", "A requirement on the policy itself."),
            Map.entry("prove", "A claim about every submission that the policy can see, proven or refuted."));

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("language", "The version of the language that the file is written in."),
            Map.entry("version", "The policy's own version, three numbers."),
            Map.entry(
                    "cites", "The provisions that the control serves, each in the catalogue, and with `because` why."),
            Map.entry("owner", "Who answers for the control. Without it, the header's owner does."),
            Map.entry("review", "How often the control is reviewed, and when it last was."),
            Map.entry("effective", "The first day on which the policy holds, and the last if there is one."),
            Map.entry("calendar", "The calendar that says which days are trading days."),
            Map.entry("currency", "The currency in which the policy computes, and where its rates come from."),
            Map.entry("applies", "To what the control applies, and at which stage."),
            Map.entry("where", "Narrows what the control applies to by a condition."),
            Map.entry("block", "What is stopped when the condition is true."),
            Map.entry("warn", "Who is warned when the condition is true."),
            Map.entry("hold", "What waits when the condition is true."),
            Map.entry("suspend", "What is suspended when the condition is true."),
            Map.entry("cancel", "What is cancelled when the condition is true."),
            Map.entry("missing", "A value that is not known. Without another word, what is not known blocks."),
            Map.entry("stale", "How old a value may be before it counts as not known."),
            Map.entry("say", "The message for people, with placeholders such as {order.notional} and {limit}."),
            Map.entry("until", "Whose signatures end the hold; or the last day of a period."),
            Map.entry("excluding", "Who may not sign although the role would allow it."),
            Map.entry("within", "How long there is to sign."),
            Map.entry("otherwise", "What happens when the time is over."),
            Map.entry("escalating", "Whom silence reaches, step by step."),
            Map.entry("retyping", "The signer types this value again, as proof of having read it."),
            Map.entry("estimating", "The signer estimates this value before seeing the submitter's."),
            Map.entry("changes", "Who signs before a changed policy is in force."),
            Map.entry("acknowledged", "How a warning is acknowledged before the order goes on."),
            Map.entry("lets", "The roles whose holders may submit."),
            Map.entry("role", "A role that the directory of people knows."),
            Map.entry("entered", "The stage at which an order is typed in, before anybody releases it."),
            Map.entry("released", "The stage at which a submission leaves the desk."),
            Map.entry("amended", "The stage at which a submission is changed; it is judged on its new total."),
            Map.entry("sent", "The stage at which an order goes to an algo."),
            Map.entry("working", "The stage at which an order is in the market."),
            Map.entry("executed", "The stage after the execution."),
            Map.entry("given", "The facts of a test. What is not given is not known."),
            Map.entry("expect", "What has to come out of a test, and by which control."),
            Map.entry("more", "`more than`: the value itself is allowed."),
            Map.entry("less", "`less than`: the value itself is allowed."),
            Map.entry("least", "`at least`: the value itself counts."),
            Map.entry("most", "`at most`: the value itself counts."),
            Map.entry("and", "True if all parts are true, false if one is false, otherwise unknown."),
            Map.entry("or", "True if one part is true, false if all are false, otherwise unknown."),
            Map.entry("not", "Denies what stands in parentheses. What is unknown stays unknown."),
            Map.entry("bps", "Basis points: hundredths of a percent."),
            Map.entry("billion", "A thousand million."),
            Map.entry("exceptional", "The only way past a hard limit: one order or basket, by two people, for a time."),
            Map.entry("early", "Tells a role before the limit is reached."),
            Map.entry("re-enabled", "Whose signatures switch it on again."),
            Map.entry("counting", "Which orders the window counts."));

    private KeywordText() {}

    /** What the words that begin a kind of declaration announce. */
    static Optional<String> ofKind(String kind) {
        return Optional.ofNullable(KINDS.get(kind));
    }

    /** What a word of the language means. */
    static Optional<String> of(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    /** The words that are explained. */
    static Set<String> words() {
        return WORDS.keySet();
    }

    /** The kinds of declarations that are explained. */
    static Set<String> kinds() {
        return KINDS.keySet();
    }
}
