package org.portcullis.engine.entry;

import java.util.List;
import org.portcullis.engine.decision.ControlTally;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.engine.work.EnteredOrder;
import org.portcullis.model.json.JsonObject;

/**
 * All that belongs to a small decision, in its own entry.
 *
 * @param facts what is known of the basket, and of all its orders alike
 * @param orders every order, with what else is known of it
 * @param lines line 0, the basket as a whole, and every line, with every finding
 * @param groups the findings that count, by control
 * @param tallies how often controls were evaluated; a control that is not among them applies to no line
 */
public record DecisionContents(
        KnownFacts facts,
        List<EnteredOrder> orders,
        List<RecordedLine> lines,
        List<RecordedGroup> groups,
        List<ControlTally> tallies) {
    /** The most bytes that contents may come to, however their texts are escaped; a decision with more is dealt into entries. */
    private static final int MAX_BYTES = 24_000;

    /** The most bytes that a character of a text takes, escaped. */
    private static final int ESCAPED = 6;

    /** More than the names, numbers and instants of a fact, an order, a line or a tally take beside their texts. */
    private static final int FRAME = 120;

    /** Copies the lists. */
    public DecisionContents {
        orders = List.copyOf(orders);
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
        tallies = List.copyOf(tallies);
    }

    /** Whether they fit into the entry of the decision for certain. Counts what they come to at the most, since spelling them out takes long. */
    boolean isSmall() {
        long bytes = atMost(facts);
        for (EnteredOrder order : orders) {
            bytes += FRAME + ESCAPED * (long) order.order().length() + atMost(order.facts());
        }
        for (RecordedLine line : lines) {
            bytes += line.findings().isEmpty()
                    ? 2L * FRAME
                            + ESCAPED
                                    * (long) (line.orderId().length()
                                            + line.symbol().length())
                    : Chunks.bytes(line.toJson());
        }
        for (RecordedGroup group : groups) {
            bytes += Chunks.bytes(group.toJson());
        }
        for (ControlTally tally : tallies) {
            bytes += FRAME + tally.control().text().length();
        }
        return bytes <= MAX_BYTES;
    }

    private static long atMost(KnownFacts facts) {
        long bytes = FRAME
                + FRAME
                        * (long) (facts.texts().size()
                                + facts.numbers().size()
                                + facts.observed().size());
        for (String text : facts.texts().values()) {
            bytes += ESCAPED * (long) text.length();
        }
        return bytes;
    }

    /** The bodies that a larger decision has in entries of its own, in their order. */
    public List<EntryBody> bodies(String submission) {
        return List.of(
                new WorkEntry.BasketEntered(submission, facts),
                new WorkEntry.OrdersEntered(submission, orders),
                new DecisionEntry.Lines(submission, 0, lines),
                new DecisionEntry.Groups(submission, 0, groups),
                new DecisionEntry.Tallies(submission, 0, tallies));
    }

    /** Whether the body of a decision has contents. */
    static boolean areIn(JsonObject body) {
        return body.has("lines");
    }

    /** Adds them to the body of the decision, on one level with it, since entries may not nest more deeply than findings do already. */
    void putInto(JsonObject.Builder json) {
        json.put("facts", KnownFactsJson.of(facts))
                .put(
                        "orders",
                        orders.stream().map(WorkEntry.OrdersEntered::json).toList())
                .put("lines", lines.stream().map(RecordedLine::toJson).toList());
        if (!groups.isEmpty()) {
            json.put("groups", groups.stream().map(RecordedGroup::toJson).toList());
        }
        if (!tallies.isEmpty()) {
            json.put(
                    "tallies", tallies.stream().map(DecisionEntry.Tallies::json).toList());
        }
    }

    static DecisionContents fromJson(JsonObject json) {
        return new DecisionContents(
                KnownFactsJson.read(json.object("facts")),
                json.array("orders").objects().stream()
                        .map(WorkEntry.OrdersEntered::order)
                        .toList(),
                json.array("lines").objects().stream()
                        .map(RecordedLine::fromJson)
                        .toList(),
                json.has("groups")
                        ? json.array("groups").objects().stream()
                                .map(RecordedGroup::fromJson)
                                .toList()
                        : List.of(),
                json.has("tallies")
                        ? json.array("tallies").objects().stream()
                                .map(DecisionEntry.Tallies::tally)
                                .toList()
                        : List.of());
    }
}
