package org.portcullis.app.scenario.flight;

import java.util.List;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.ValueText;

/** Gives what became of a basket in flight as JSON; money as decimal text in the policy's currency. */
public final class FlightJson {
    private FlightJson() {}

    /** One flight. */
    public static JsonObject of(String policy, String basket, FlightResult result) {
        List<JsonObject> suspended = result.suspended().entrySet().stream()
                .map(each -> sum(each.getValue()).toBuilder()
                        .put("control", each.getKey())
                        .build())
                .toList();
        List<JsonObject> events =
                result.events().stream().map(FlightJson::event).toList();
        return JsonObject.builder()
                .put("policy", policy)
                .put("basket", basket)
                .put("sent", sum(result.sent()))
                .put("refusedOnArrival", sum(result.refusedOnArrival()))
                .put("worked", sum(result.worked()))
                .put("suspended", suspended)
                .put("neverSuspended", sum(result.neverSuspended()))
                .put("executed", money(result.tally().executedMicros()))
                .put("messages", result.tally().messages())
                .put("fills", result.tally().fills())
                .putIfPresent("lastFill", result.tally().lastFill().map(Object::toString))
                .put("events", events)
                .build();
    }

    private static JsonObject event(FlightResult.Event event) {
        return JsonObject.builder()
                .put("at", event.at().toString())
                .put("what", event.what().words())
                .put("by", event.by())
                .put("orders", event.orders())
                .put("notional", money(event.micros()))
                .put("executed", money(event.executedMicros()))
                .build();
    }

    private static JsonObject sum(FlightResult.Sum sum) {
        return JsonObject.builder()
                .put("orders", sum.orders())
                .put("notional", money(sum.micros()))
                .build();
    }

    private static String money(long micros) {
        return ValueText.decimal(micros, 0);
    }
}
