package org.portcullis.app.command;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.app.terminal.Table;
import org.portcullis.engine.reconciliation.Reconciliation;
import org.portcullis.model.json.JsonObject;

/** Shows a reconciliation of alerts to people and to programs. */
final class AlertsSummary {
    private static final String NOT_COUNTED = "–";

    private AlertsSummary() {}

    static List<String> lines(Reconciliation reconciliation) {
        List<String> lines = new ArrayList<>();
        if (reconciliation.lines().isEmpty()) {
            lines.add("no control told anybody of anything");
        } else {
            lines.addAll(controls(reconciliation));
        }
        lines.add("");
        reconciliation
                .events()
                .forEach((event, count) -> lines.add(
                        count.happened() + " " + event.word() + ", of which no escalation told: " + count.untold()));
        lines.add("");
        reconciliation
                .differences()
                .forEach(difference -> lines.add(difference.control().text()
                        + (difference.alert().isEmpty() ? "" : " " + difference.alert()) + ": "
                        + difference.sentence()));
        lines.add(
                reconciliation.isProved()
                        ? "raised = delivered = seen"
                        : reconciliation.differences().size() + " differences between raised, delivered and seen");
        return lines;
    }

    static JsonObject json(Reconciliation reconciliation) {
        return JsonObject.builder()
                .put("proved", reconciliation.isProved())
                .put(
                        "controls",
                        reconciliation.lines().stream().map(AlertsSummary::line).toList())
                .put(
                        "events",
                        reconciliation.events().entrySet().stream()
                                .map(each -> JsonObject.builder()
                                        .put("event", each.getKey().word())
                                        .put("happened", each.getValue().happened())
                                        .put("untold", each.getValue().untold())
                                        .build())
                                .toList())
                .put(
                        "differences",
                        reconciliation.differences().stream()
                                .map(each -> JsonObject.of(
                                        "control",
                                        each.control().text(),
                                        "alert",
                                        each.alert(),
                                        "sentence",
                                        each.sentence()))
                                .toList())
                .build();
    }

    private static List<String> controls(Reconciliation reconciliation) {
        Table table = new Table(List.of(
                Table.Column.text("control"),
                Table.Column.number("noticed"),
                Table.Column.number("raised"),
                Table.Column.number("alerts"),
                Table.Column.number("told"),
                Table.Column.number("delivered"),
                Table.Column.number("seen"),
                Table.Column.text("acknowledged")));
        reconciliation
                .lines()
                .forEach(line -> table.row(List.of(
                        line.control().text(),
                        line.counted() ? Long.toString(line.noticed()) : NOT_COUNTED,
                        Long.toString(line.raised()),
                        Long.toString(line.alerts()),
                        Long.toString(line.told()),
                        Long.toString(line.delivered()),
                        Long.toString(line.seen()),
                        Long.toString(line.acknowledged()))));
        return table.lines();
    }

    private static JsonObject line(Reconciliation.Line line) {
        JsonObject.Builder json = JsonObject.builder()
                .put("control", line.control().text())
                .put("raised", line.raised())
                .put("alerts", line.alerts())
                .put("told", line.told())
                .put("delivered", line.delivered())
                .put("seen", line.seen())
                .put("acknowledged", line.acknowledged());
        if (line.counted()) {
            json.put("noticed", line.noticed());
        }
        return json.build();
    }
}
