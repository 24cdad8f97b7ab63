package org.portcullis.app.scenario.flight;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.portcullis.app.scenario.MoneyWords;
import org.portcullis.app.terminal.Numbers;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.model.value.Exact;

/** Says what became of baskets in flight, for a terminal of 100 columns. */
public final class FlightText {
    private final DateTimeFormatter clock;

    /** Times are shown in {@code zone}. */
    public FlightText(ZoneId zone) {
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** One row for each flight. */
    public List<String> table(Map<String, FlightResult> flights) {
        Table table = new Table(List.of(
                Table.Column.text("in flight, policy"),
                Table.Column.number("with algos"),
                Table.Column.number("suspended"),
                Table.Column.text("ended by"),
                Table.Column.text("last fill"),
                Table.Column.number("executed USD")));
        flights.forEach((title, result) -> table.row(List.of(
                title,
                Integer.toString(result.worked().orders()),
                Integer.toString(result.suspendedInAll().orders()),
                endedBy(result),
                result.tally().lastFill().map(clock::format).orElse("none"),
                dollars(result.tally().executedMicros()))));
        return table.lines();
    }

    /** One flight: the orders and their fates, what stopped them, and when. */
    public List<String> details(String title, FlightResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        add(lines, "sent to the algos", result.sent());
        add(lines, "refused on arrival", result.refusedOnArrival());
        result.suspended().forEach((control, sum) -> add(lines, "suspended first by " + control, sum));
        add(lines, "suspended in all", result.suspendedInAll());
        add(lines, "never suspended", result.neverSuspended());
        lines.add("  " + Numbers.grouped(result.tally().alerts()) + " alerts told, none of them acknowledged");
        lines.add("  " + Numbers.grouped(result.tally().messages()) + " messages and "
                + Numbers.grouped(result.tally().fills())
                + " fills; prices fell by up to " + result.tally().largestFall() / 100 + "."
                + result.tally().largestFall() % 100 / 10 + "%");
        for (FlightResult.Event event : result.events()) {
            lines.addAll(Paragraph.hanging("  " + clock.format(event.at()) + "  ", sentence(event), Table.WIDTH));
        }
        return lines;
    }

    private static String sentence(FlightResult.Event event) {
        StringBuilder text = new StringBuilder(event.what().words());
        if (!event.by().isEmpty()) {
            text.append(event.what() == FlightResult.What.HANDED_OVER ? ": " : " by ")
                    .append(event.by());
        }
        if (event.orders() > 0) {
            text.append(": ").append(event.orders()).append(event.orders() == 1 ? " order" : " orders");
        }
        if (event.micros() > 0) {
            text.append(", ").append(MoneyWords.rounded(event.micros()));
        }
        if (event.executedMicros() > 0) {
            text.append("; executed by then: USD ").append(dollars(event.executedMicros()));
        }
        return text.toString();
    }

    private static void add(List<String> lines, String what, FlightResult.Sum sum) {
        lines.add(String.format(
                Locale.ROOT, "  %-44s %4d orders, %s", what, sum.orders(), MoneyWords.rounded(sum.micros())));
    }

    private static String endedBy(FlightResult result) {
        return result.events().stream()
                .filter(event -> event.what() == FlightResult.What.BASKET_SUSPENDED
                        || event.what() == FlightResult.What.TRADER_CANCELS)
                .map(event -> event.what() == FlightResult.What.TRADER_CANCELS ? "the trader" : event.by())
                .findFirst()
                .orElse("nobody");
    }

    /** Millionths of a dollar as whole dollars, rounded down. */
    static String dollars(long micros) {
        return Numbers.grouped(micros / Exact.ONE);
    }
}
