package org.portcullis.app.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.engine.decision.Assessment;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.LineDecision;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/** What came of a file of orders, counted. Mutable, owned by one thread; tallies of parts add up to that of the whole. */
public final class OrdersTally {
    /** The most bad lines that are named; the rest is counted. */
    public static final int MAX_NAMED = 1_000;

    private static final Effect[] EFFECTS = Effect.values();

    private final long[] orders = new long[EFFECTS.length];
    private final Map<String, long[]> controls = new TreeMap<>();
    private final TreeMap<Long, BadLine> named = new TreeMap<>();
    private long baskets;
    private long badLines;
    private long leftOut;

    /** How often one control spoke: with each effect, and of these where a fact was not known. */
    public record Spoke(String control, long blocked, long held, long warned, long noted, long unknown) {}

    /** Begins with nothing read. */
    public OrdersTally() {}

    /** A basket of so many orders, against which nothing stands. */
    void accepted(int lines) {
        baskets++;
        orders[index(Effect.RELEASE)] += lines;
    }

    void decided(Assessment assessment) {
        baskets++;
        for (LineDecision line : assessment.lines()) {
            orders[index(line.effect())]++;
        }
        for (Finding finding : assessment.findings()) {
            if (finding.counts()) {
                String name = finding.control()
                        .map(ControlId::text)
                        .orElse(finding.reason().code());
                long[] counts = controls.computeIfAbsent(name, first -> new long[EFFECTS.length + 1]);
                counts[index(finding.effect())]++;
                if (finding.reason() == ReasonCode.MISSING_DATA) {
                    counts[EFFECTS.length]++;
                }
            }
        }
    }

    void bad(BadLine line) {
        badLines++;
        named.put(line.line(), line);
        if (named.size() > MAX_NAMED) {
            named.pollLastEntry();
        }
    }

    void leftOut(int lines) {
        leftOut += lines;
    }

    void add(OrdersTally part) {
        baskets += part.baskets;
        leftOut += part.leftOut;
        for (int effect = 0; effect < EFFECTS.length; effect++) {
            orders[effect] += part.orders[effect];
        }
        part.controls.forEach((control, counts) -> {
            long[] mine = controls.computeIfAbsent(control, first -> new long[EFFECTS.length + 1]);
            for (int index = 0; index < counts.length; index++) {
                mine[index] += counts[index];
            }
        });
        part.named.values().forEach(this::bad);
        badLines += part.badLines - part.named.size();
    }

    /** How many orders were evaluated. */
    public long evaluated() {
        long all = 0;
        for (long each : orders) {
            all += each;
        }
        return all;
    }

    /** How many baskets were evaluated. */
    public long baskets() {
        return baskets;
    }

    /** How many orders nothing stands against; a note does not. */
    public long accepted() {
        return orders(Effect.RELEASE) + orders(Effect.NOTE);
    }

    /** How many orders came to the effect. */
    public long orders(Effect effect) {
        return orders[index(effect)];
    }

    /** How many lines could not be evaluated. */
    public long badLines() {
        return badLines;
    }

    /** How many orders were not evaluated because another line of their basket is bad. */
    public long leftOut() {
        return leftOut;
    }

    /** The first bad lines, in the order of the file. */
    public List<BadLine> named() {
        return List.copyOf(named.values());
    }

    /** The controls that spoke, by their ids; what no single control says goes by its code. */
    public List<Spoke> controls() {
        List<Spoke> spoke = new ArrayList<>();
        controls.forEach((control, counts) -> spoke.add(new Spoke(
                control,
                counts[index(Effect.BLOCK)],
                counts[index(Effect.HOLD)],
                counts[index(Effect.WARN)],
                counts[index(Effect.NOTE)] + counts[index(Effect.RELEASE)],
                counts[EFFECTS.length])));
        return spoke;
    }

    /** The tally as JSON, without how long it took. */
    public JsonObject.Builder json(String orderFile) {
        return JsonObject.builder()
                .put("file", orderFile)
                .put(
                        "orders",
                        JsonObject.builder()
                                .put("evaluated", evaluated())
                                .put("accepted", accepted())
                                .put("warned", orders(Effect.WARN))
                                .put("held", orders(Effect.HOLD))
                                .put("blocked", orders(Effect.BLOCK))
                                .put("leftOut", leftOut)
                                .build())
                .put("baskets", baskets)
                .put(
                        "controls",
                        JsonArray.of(controls().stream()
                                .map(spoke -> JsonObject.builder()
                                        .put("control", spoke.control())
                                        .put("blocked", spoke.blocked())
                                        .put("held", spoke.held())
                                        .put("warned", spoke.warned())
                                        .put("noted", spoke.noted())
                                        .put("unknown", spoke.unknown())
                                        .build())
                                .toList()))
                .put("badLines", badLines)
                .put(
                        "mistakes",
                        JsonArray.of(named.values().stream()
                                .map(line -> JsonObject.builder()
                                        .put("line", line.line())
                                        .put("message", line.message())
                                        .put("cure", line.cure())
                                        .build())
                                .toList()));
    }

    // The ordinal indexes arrays within one run and is never written anywhere.
    @SuppressWarnings("EnumOrdinal")
    private static int index(Effect effect) {
        return effect.ordinal();
    }
}
