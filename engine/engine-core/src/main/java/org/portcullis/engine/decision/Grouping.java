package org.portcullis.engine.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** Makes one group of all findings of one control with one effect and reason, and says it in one sentence. */
record Grouping(ControlTable table, SubmissionFacts facts) {

    private record Key(Optional<ControlId> control, Effect effect, InFlightEffect inFlight, ReasonCode reason) {}

    /** The sum of the known notionals of a group, and how many are not known or no longer fit. */
    private record Sum(long micros, int unpriced) {

        Sum plus(Finding finding) {
            if (finding.notional().isEmpty()) {
                return new Sum(micros, unpriced + 1);
            }
            try {
                return new Sum(Math.addExact(micros, finding.notional().get().micros()), unpriced);
            } catch (ArithmeticException tooLarge) {
                return new Sum(micros, unpriced + 1);
            }
        }
    }

    /** Groups the findings that count, given blocks first and largest money first; groups come in the same order. */
    List<FindingGroup> groups(List<Finding> sorted) {
        Map<Key, List<Finding>> byKey = new LinkedHashMap<>();
        for (Finding finding : sorted) {
            if (finding.counts()) {
                Key key = new Key(finding.control(), finding.effect(), finding.inFlight(), finding.reason());
                byKey.computeIfAbsent(key, absent -> new ArrayList<>()).add(finding);
            }
        }
        List<FindingGroup> groups = new ArrayList<>();
        byKey.forEach((key, findings) -> groups.add(group(key, findings)));
        groups.sort(Comparator.comparing(FindingGroup::effect)
                .reversed()
                .thenComparing(FindingGroup::inFlight, Comparator.reverseOrder())
                .thenComparing(group -> group.total().micros(), Comparator.reverseOrder())
                .thenComparing(group -> group.control().map(ControlId::text).orElse(""))
                .thenComparing(FindingGroup::reason));
        return groups;
    }

    private FindingGroup group(Key key, List<Finding> findings) {
        Sum sum = new Sum(0, 0);
        for (Finding finding : findings) {
            sum = sum.plus(finding);
        }
        Value.Money total = new Value.Money(sum.micros(), table.pack().header().currency());
        List<Finding> worst = findings.subList(0, Math.min(FindingGroup.MAX_WORST, findings.size()));
        String headline = subject(findings, total, sum.unpriced()) + " " + verb(key, findings) + ": "
                + why(key, findings) + wouldBe(findings.get(0));
        return new FindingGroup(
                key.control(),
                key.effect(),
                key.inFlight(),
                key.reason(),
                findings.size(),
                total,
                sum.unpriced(),
                worst,
                headline);
    }

    private String subject(List<Finding> findings, Value.Money total, int unpriced) {
        String who = findings.get(0).line() == 0 ? "basket " + facts.basketId() : count(findings.size(), "order");
        if (unpriced == findings.size()) {
            return who + " of unknown worth";
        }
        String rest = unpriced == 0 ? "" : " and " + unpriced + " of unknown worth";
        return who + " worth " + ValueText.readable(total) + rest;
    }

    private static String verb(Key key, List<Finding> findings) {
        boolean one = findings.size() == 1;
        boolean throughOrders = findings.get(0).line() > 0 && findings.get(0).wholeBasket();
        String whole = throughOrders ? " with the whole basket" : "";
        return switch (key.inFlight()) {
            case SUSPEND -> be(one) + " suspended" + whole;
            case CANCEL -> be(one) + " cancelled" + whole;
            case KILL -> be(one) + " killed" + whole;
            case CONTINUE ->
                switch (key.effect()) {
                    case BLOCK ->
                        throughOrders ? (one ? "blocks" : "block") + " the whole basket" : be(one) + " blocked";
                    case HOLD -> throughOrders ? (one ? "holds" : "hold") + " the whole basket" : be(one) + " held";
                    case WARN -> (one ? "raises" : "raise") + " a warning";
                    case NOTE -> be(one) + " noted";
                    case RELEASE -> be(one) + " released";
                };
        };
    }

    /** What the control would do were it enforced. */
    private static String wouldBe(Finding finding) {
        return finding.wouldBe()
                .map(impact -> "; not yet enforced, it would " + impact.word())
                .orElse("");
    }

    private String why(Key key, List<Finding> findings) {
        return switch (key.reason()) {
            case LIMIT_BREACHED ->
                key.control()
                        .flatMap(table::find)
                        .map(control -> ConditionText.words(Obligation.breachOf(control))
                                + Recalibrated.suffix(table.pack(), control))
                        .orElse("a limit is breached");
            case MISSING_DATA -> missing(findings);
            case NOT_GRANTED -> findings.get(0).line() == 0 ? "no grant covers it" : "no grant covers them";
            case EARLY_WARNING -> nearly(key);
            case NO_POLICY, EVALUATION_FAILED -> afterColon(findings.get(0).message());
        };
    }

    private String nearly(Key key) {
        return key.control()
                .flatMap(table::find)
                .map(control -> Obligation.early(control)
                                .map(early -> "more than " + ValueText.canonical(early.at()) + " of the way to: ")
                                .orElse("")
                        + ConditionText.words(Obligation.breachOf(control))
                        + Recalibrated.suffix(table.pack(), control))
                .orElse("a limit is near");
    }

    /** Names the gap, or the orders that share one kind of gap; what differs is only counted. */
    private static String missing(List<Finding> findings) {
        List<FactGap> gaps = findings.stream()
                .flatMap(finding -> finding.gaps().stream())
                .distinct()
                .toList();
        if (gaps.isEmpty()) {
            return "data is missing";
        }
        FactGap first = gaps.get(0);
        if (gaps.size() == 1) {
            return first.detail();
        }
        List<String> alike = gaps.stream()
                .filter(gap -> gap.cause() == first.cause() && gap.state() == first.state())
                .map(FactGap::where)
                .distinct()
                .toList();
        int others = gaps.size() - alike.size();
        return first.cause().path() + " of " + names(alike) + " is "
                + first.state().phrase()
                + (others == 0
                        ? ""
                        : ", and " + count(others, "other fact") + (others == 1 ? " is" : " are") + " not known");
    }

    private static String names(List<String> names) {
        int shown = Math.min(FindingGroup.MAX_WORST, names.size());
        String list = String.join(", ", names.subList(0, shown));
        return shown == names.size() ? list : list + " and " + (names.size() - shown) + " more";
    }

    private static String afterColon(String message) {
        int colon = message.indexOf(": ");
        return colon < 0 ? message : message.substring(colon + 2);
    }

    private static String be(boolean one) {
        return one ? "is" : "are";
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
