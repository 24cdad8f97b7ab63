package org.portcullis.engine.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.FindingGroup;
import org.portcullis.engine.decision.LineDecision;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * Writes what an approver reads before signing: computed from the decision, not told by the person who asks.
 *
 * <p>The text is a function of its input; its digest is part of what is signed. At most {@link #MAX_LINE} characters per line and {@link #MAX_ITEMS} items per
 * list, so that it stays readable and fits into one entry.
 */
public final class ApprovalText {
    static final int MAX_LINE = 400;
    static final int MAX_ITEMS = 8;

    private final List<String> lines = new ArrayList<>();

    private ApprovalText() {}

    /** The text for a hold that is about to begin. */
    public static String of(Decision decision, LineSet releasable, List<FrozenQuorum> quorums, Terms terms) {
        ApprovalText text = new ApprovalText();
        text.basket(decision);
        text.amounts(decision, releasable);
        text.groups(decision, Effect.HOLD, "Held because");
        text.groups(decision, Effect.BLOCK, "Blocked, and not part of this approval");
        text.groups(decision, Effect.WARN, "Warnings");
        text.largest(decision, releasable);
        text.needed(quorums);
        text.terms(terms);
        return String.join("\n", text.lines) + "\n";
    }

    /** What each approver must do and until when. */
    public record Terms(boolean reasonRequired, List<RetypedAmount> retyped, Instant notAfter) {
        public Terms {
            retyped = List.copyOf(retyped);
        }
    }

    private void basket(Decision decision) {
        var submission = decision.submission();
        add("Basket " + submission.basketId() + " submitted by " + submission.requester()
                + submission.desk().map(desk -> ", desk " + desk).orElse("")
                + submission.location().map(city -> ", " + city).orElse("")
                + submission.flow().map(flow -> ", flow " + flow).orElse(""));
    }

    private void amounts(Decision decision, LineSet releasable) {
        int all = decision.lines().size();
        add("Notional: " + decision.notional().map(ValueText::readable).orElse("not known") + " in " + all
                + (all == 1 ? " line" : " lines"));
        decision.submission()
                .intended()
                .ifPresent(intended -> add("Asked for: " + ValueText.readable(intended)
                        + decision.notional()
                                .flatMap(money -> times(money, intended))
                                .map(times -> "; this is " + times + " times that")
                                .orElse("")));
        if (releasable.size() < all) {
            add("Would be released: " + releasable.size() + " of " + all + " lines");
        }
    }

    /** The quotient with two decimals, cut off; empty where it cannot be said. */
    private static Optional<String> times(Value.Money money, Value.Money intended) {
        if (!money.currency().equals(intended.currency()) || intended.micros() <= 0 || money.micros() < 0) {
            return Optional.empty();
        }
        long whole = money.micros() / intended.micros();
        long rest = money.micros() % intended.micros();
        // The remainder is below the divisor, so dividing both by a hundredth keeps the digits and cannot overflow.
        long hundredths = intended.micros() < 100
                ? rest * 100 / intended.micros()
                : Math.min(99, rest / (intended.micros() / 100));
        return Optional.of(String.format(Locale.ROOT, "%,d.%02d", whole, hundredths));
    }

    private void groups(Decision decision, Effect effect, String title) {
        List<FindingGroup> groups = decision.groups().stream()
                .filter(group -> group.effect() == effect)
                .toList();
        if (groups.isEmpty()) {
            return;
        }
        add(title + ":");
        for (FindingGroup group : groups.subList(0, Math.min(MAX_ITEMS, groups.size()))) {
            add("  " + group.control().map(id -> id.text() + ": ").orElse("") + group.headline());
        }
        more(groups.size());
    }

    private void largest(Decision decision, LineSet releasable) {
        List<LineDecision> largest = decision.lines().stream()
                .filter(line -> releasable.contains(line.line()))
                .sorted(Comparator.comparingLong(ApprovalText::size).reversed().thenComparingInt(LineDecision::line))
                .toList();
        add("Largest lines:");
        for (LineDecision line : largest.subList(0, Math.min(MAX_ITEMS, largest.size()))) {
            add("  " + line.line() + ". " + line.symbol() + " "
                    + line.notional().map(ValueText::readable).orElse("not known"));
        }
        more(largest.size());
    }

    /** A line without a known amount counts as the largest, since nobody can say that it is not. */
    private static long size(LineDecision line) {
        return line.notional().map(Value.Money::micros).orElse(Long.MAX_VALUE);
    }

    private void needed(List<FrozenQuorum> quorums) {
        add("Needed, all by different people:");
        for (FrozenQuorum quorum : quorums) {
            add("  " + quorum.words() + ", " + quorum.eligible().size() + " eligible");
        }
    }

    private void terms(Terms terms) {
        if (terms.reasonRequired()) {
            add("Each states a reason.");
        }
        for (RetypedAmount amount : terms.retyped()) {
            add("Each types again: " + amount.measure());
        }
        add("Until " + terms.notAfter() + ", otherwise rejected.");
    }

    private void more(int size) {
        if (size > MAX_ITEMS) {
            add("  and " + (size - MAX_ITEMS) + " more");
        }
    }

    private void add(String line) {
        String flat = line.replace('\n', ' ').replace('\r', ' ');
        int end = Math.min(MAX_LINE, flat.length());
        lines.add(
                end < flat.length()
                        ? flat.substring(0, flat.offsetByCodePoints(0, flat.codePointCount(0, end) - 1)) + "…"
                        : flat);
    }
}
