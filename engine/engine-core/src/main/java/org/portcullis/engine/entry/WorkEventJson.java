package org.portcullis.engine.entry;

import java.util.Optional;
import java.util.OptionalLong;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.ValueText;

/** Writes what was asked or reported, its kind under `event`, numbers as decimal text, and reads it back. */
final class WorkEventJson {
    private static final String EVENT = "event";
    private static final String ORDER = "order";
    private static final String QUANTITY = "quantity";
    private static final String PRICE = "price";
    private static final String EXECUTION = "execution";
    private static final String CHILD = "child";

    private WorkEventJson() {}

    static JsonObject.Builder of(WorkEvent event) {
        return event.match(new Writing());
    }

    static WorkEvent read(JsonObject json) {
        String kind = json.text(EVENT);
        return switch (kind) {
            case "sent" -> new WorkEvent.Sent(json.text(ORDER), json.text("strategy"));
            case "message" ->
                new WorkEvent.Message(
                        json.text("message"),
                        Words.constant(WorkEvent.Message.Kind.values(), Enum::name, json.text("kind")),
                        json.text(ORDER),
                        json.text(CHILD),
                        find(json, QUANTITY));
            case "executed" ->
                new WorkEvent.Executed(
                        json.text(ORDER),
                        json.text(EXECUTION),
                        json.findText(CHILD),
                        ValueJson.micros(json.text(QUANTITY)),
                        ValueJson.micros(json.text(PRICE)));
            case "ended" ->
                new WorkEvent.Ended(
                        json.text(ORDER),
                        Words.constant(WorkEvent.Ended.How.values(), WorkEvent.Ended.How::word, json.text("how")));
            case "busted" -> new WorkEvent.Busted(json.text(ORDER), json.text(EXECUTION));
            case "amended" -> new WorkEvent.Amended(json.text(ORDER), ValueJson.micros(json.text(QUANTITY)));
            case "market" ->
                new WorkEvent.Market(
                        json.text("symbol"), find(json, PRICE), find(json, "volume"), json.findText("state"));
            default -> throw new IllegalArgumentException("`" + kind + "` is nothing that is reported");
        };
    }

    private static OptionalLong find(JsonObject json, String key) {
        Optional<String> text = json.findText(key);
        return text.isPresent() ? OptionalLong.of(ValueJson.micros(text.get())) : OptionalLong.empty();
    }

    /** Writes each kind. */
    private static final class Writing implements WorkEvent.Cases<JsonObject.Builder> {

        @Override
        public JsonObject.Builder sent(WorkEvent.Sent event) {
            return kind("sent").put(ORDER, event.order()).put("strategy", event.strategy());
        }

        @Override
        public JsonObject.Builder message(WorkEvent.Message event) {
            return put(kind("message"), QUANTITY, event.quantityMicros())
                    .put("message", event.id())
                    .put("kind", event.kind().name())
                    .put(ORDER, event.order())
                    .put(CHILD, event.child());
        }

        @Override
        public JsonObject.Builder executed(WorkEvent.Executed event) {
            return kind("executed")
                    .put(ORDER, event.order())
                    .put(EXECUTION, event.execution())
                    .putIfPresent(CHILD, event.child())
                    .put(QUANTITY, ValueText.decimal(event.quantityMicros(), 0))
                    .put(PRICE, ValueText.decimal(event.priceMicros(), 0));
        }

        @Override
        public JsonObject.Builder ended(WorkEvent.Ended event) {
            return kind("ended")
                    .put(ORDER, event.order())
                    .put("how", event.how().word());
        }

        @Override
        public JsonObject.Builder busted(WorkEvent.Busted event) {
            return kind("busted").put(ORDER, event.order()).put(EXECUTION, event.execution());
        }

        @Override
        public JsonObject.Builder amended(WorkEvent.Amended event) {
            return kind("amended")
                    .put(ORDER, event.order())
                    .put(QUANTITY, ValueText.decimal(event.quantityMicros(), 0));
        }

        @Override
        public JsonObject.Builder market(WorkEvent.Market event) {
            JsonObject.Builder json = put(kind("market"), PRICE, event.priceMicros());
            return put(json, "volume", event.volumeMicros())
                    .put("symbol", event.symbol())
                    .putIfPresent("state", event.state());
        }

        private static JsonObject.Builder kind(String kind) {
            return JsonObject.builder().put(EVENT, kind);
        }

        private static JsonObject.Builder put(JsonObject.Builder json, String key, OptionalLong number) {
            return number.isPresent() ? json.put(key, ValueText.decimal(number.getAsLong(), 0)) : json;
        }
    }
}
