package org.portcullis.engine.entry;

import java.util.List;
import java.util.Optional;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.FindingGroup;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonWhole;
import org.portcullis.model.value.Value;

/**
 * All findings of one control with one effect and reason, as they are recorded.
 *
 * @param total the money at stake, as far as known
 * @param unpriced how many of them have no known notional
 * @param worstLines the lines with the largest money, largest first; 0 is the basket
 */
public record RecordedGroup(
        Optional<ControlId> control,
        Effect effect,
        InFlightEffect inFlight,
        ReasonCode reason,
        int count,
        Value.Money total,
        int unpriced,
        List<Integer> worstLines,
        String headline) {
    public RecordedGroup {
        worstLines = List.copyOf(worstLines);
    }

    static RecordedGroup of(FindingGroup group) {
        return new RecordedGroup(
                group.control(),
                group.effect(),
                group.inFlight(),
                group.reason(),
                group.count(),
                group.total(),
                group.unpriced(),
                group.worst().stream().map(finding -> finding.line()).toList(),
                Words.cut(group.headline(), RecordedLine.RecordedFinding.MAX_MESSAGE));
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder();
        Words.putInFlight(json, inFlight);
        return json.putIfPresent("control", control.map(ControlId::text))
                .put("effect", effect.word())
                .put("reason", reason.code())
                .put("count", count)
                .put("total", ValueJson.of(total))
                .put("unpriced", unpriced)
                .put("worstLines", worstLines.stream().map(JsonWhole::new).toList())
                .put("headline", headline)
                .build();
    }

    static RecordedGroup fromJson(JsonObject json) {
        return new RecordedGroup(
                Words.findControl(json, "control"),
                Words.constant(Effect.values(), Effect::word, json.text("effect")),
                Words.inFlight(json),
                Words.constant(ReasonCode.values(), ReasonCode::code, json.text("reason")),
                Math.toIntExact(json.whole("count")),
                ValueJson.money(json.object("total")),
                Math.toIntExact(json.whole("unpriced")),
                wholes(json.array("worstLines")),
                json.text("headline"));
    }

    private static List<Integer> wholes(JsonArray array) {
        return array.items().stream().map(RecordedGroup::whole).toList();
    }

    private static int whole(Json item) {
        return Math.toIntExact(JsonObject.of("line", item).whole("line"));
    }
}
