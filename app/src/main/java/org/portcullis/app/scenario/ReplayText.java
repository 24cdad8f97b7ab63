package org.portcullis.app.scenario;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.FindingGroup;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.model.control.ControlId;

/** Writes what came of a replay for a person at a terminal of {@link Table#WIDTH} columns. */
public final class ReplayText {
    private static final int GAPS_SHOWN = 8;

    private final Scenario scenario;
    private final DateTimeFormatter clock;

    /** Writes times in {@code zone}. */
    public ReplayText(Scenario scenario, ZoneId zone) {
        this.scenario = scenario;
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** One row a run: the money and the lines. */
    public List<String> table(List<RunResult> results) {
        Table table = new Table(List.of(
                Table.Column.number("#"),
                Table.Column.text("policy"),
                Table.Column.text("basket"),
                Table.Column.number("hard"),
                Table.Column.number("soft"),
                Table.Column.number("stopped USD"),
                Table.Column.number("released USD"),
                Table.Column.text("outcome")));
        int number = 0;
        for (RunResult result : results) {
            table.row(List.of(
                    Integer.toString(++number),
                    result.run().policy().title(),
                    result.run().title(),
                    Long.toString(result.decision().count(Effect.BLOCK)),
                    Long.toString(result.decision().count(Effect.WARN)),
                    cell(result.stoppedSum()),
                    cell(result.releasedSum()),
                    result.outcome() + RouterText.outcome(result)));
        }
        return table.lines();
    }

    /** One run: the money, the grouped findings that stand for its lines, what is not known, and what people did. */
    public List<String> details(int number, RunResult result) {
        Decision decision = result.decision();
        List<String> lines = new ArrayList<>(Paragraph.hanging(
                number + "  ",
                result.run().policy().title() + ", " + result.run().title() + ": " + decided(result),
                Table.WIDTH));
        lines.add(
                "   " + sentence(result.stoppedSum()) + " stopped, " + sentence(result.releasedSum()) + " let through");
        if (!decision.groups().isEmpty()) {
            lines.add("   " + counts(decision));
        }
        for (FindingGroup group : decision.groups()) {
            lines.addAll(Paragraph.hanging("     " + pad(group.effect().word(), 6), finding(group), Table.WIDTH));
        }
        lines.addAll(gaps(decision));
        for (RunResult.Event event : result.events()) {
            lines.addAll(Paragraph.hanging(
                    "     " + clock.format(event.at()) + "  ", event.what() + ": " + event.result(), Table.WIDTH));
        }
        lines.addAll(RouterText.details(result));
        if (!result.isAsItMust()) {
            result.run().must().ifPresent(must -> lines.add("   IT MUST " + must.words() + ", the scenario says"));
        }
        return lines;
    }

    /** What would have stopped it and what nothing here prevents; empty where the scenario says neither. */
    public List<String> lessons() {
        List<String> lines = new ArrayList<>();
        add(lines, "what would have stopped it", scenario.lessons().wouldHaveStopped());
        add(lines, "what this does not prevent", scenario.lessons().notPrevented());
        return lines;
    }

    private static void add(List<String> lines, String title, List<String> texts) {
        if (!texts.isEmpty()) {
            lines.add(title);
            texts.forEach(text -> lines.addAll(Paragraph.hanging("  - ", text, Table.WIDTH)));
        }
    }

    /** What of the scenario is not real. */
    public List<String> notice() {
        return Paragraph.wrap(scenario.synthetic(), Table.WIDTH);
    }

    private static String decided(RunResult result) {
        return result.firstOutcome().equals(result.outcome())
                ? result.outcome()
                : result.firstOutcome() + ", then " + result.outcome();
    }

    private static String counts(Decision decision) {
        long hard = decision.count(Effect.BLOCK);
        long soft = decision.count(Effect.WARN);
        long hold = decision.count(Effect.HOLD);
        long all = hard + soft + hold;
        int groups = decision.groups().size();
        return all + (all == 1 ? " line = " : " lines = ") + hard + " hard + " + soft + " soft"
                + (hold == 0 ? "" : " + " + hold + " hold") + ", shown as " + groups
                + (groups == 1 ? " finding:" : " findings:");
    }

    /** A group of one speaks in its control's own words, a larger one in its headline with the worst of its orders. */
    private static String finding(FindingGroup group) {
        String who = group.control().map(ControlId::text).orElse(group.reason().code()) + "  ";
        boolean known = group.reason() == ReasonCode.LIMIT_BREACHED;
        if (group.count() == 1 && known) {
            return who + group.worst().get(0).message();
        }
        String worst = group.count() > 1 && known
                ? "; the largest: " + group.worst().get(0).message()
                : "";
        return who + group.headline() + worst;
    }

    private static List<String> gaps(Decision decision) {
        Set<FactGap> gaps = new LinkedHashSet<>();
        for (FindingGroup group : decision.groups()) {
            group.worst().forEach(finding -> gaps.addAll(finding.gaps()));
        }
        List<String> lines = new ArrayList<>();
        if (!gaps.isEmpty()) {
            lines.add("     what is not known, and what would cure it:");
        }
        gaps.stream()
                .limit(GAPS_SHOWN)
                .forEach(gap -> lines.addAll(
                        Paragraph.hanging("       - ", gap.detail() + "; cure: " + gap.cure(), Table.WIDTH)));
        if (gaps.size() > GAPS_SHOWN) {
            lines.add("       and " + (gaps.size() - GAPS_SHOWN) + " more");
        }
        return lines;
    }

    private static String sentence(RunResult.Sum sum) {
        if (sum.orders() == 0) {
            return "nothing";
        }
        return "USD " + MoneyWords.rounded(sum.micros()) + " in " + sum.orders()
                + (sum.orders() == 1 ? " order" : " orders")
                + (sum.unpriced() == 0 ? "" : " (" + sum.unpriced() + " of unknown amount)");
    }

    static String cell(RunResult.Sum sum) {
        return sum.orders() == 0 ? "0" : MoneyWords.brief(sum.micros()) + " in " + sum.orders();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
