package org.portcullis.engine.entry;

import java.time.Instant;
import java.util.TreeMap;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.ValueText;

/** Writes what is known of an order or basket: texts, and numbers as decimal text in the measure's unit, by the paths of their measures. */
final class KnownFactsJson {
    private KnownFactsJson() {}

    static JsonObject of(KnownFacts facts) {
        JsonObject.Builder texts = JsonObject.builder();
        facts.texts().forEach((measure, text) -> texts.put(measure.path(), text));
        JsonObject.Builder numbers = JsonObject.builder();
        facts.numbers().forEach((measure, number) -> numbers.put(measure.path(), ValueText.decimal(number, 0)));
        JsonObject.Builder observed = JsonObject.builder();
        facts.observed().forEach((measure, when) -> observed.put(measure.path(), when.toString()));
        JsonObject.Builder json =
                JsonObject.builder().put("texts", texts.build()).put("numbers", numbers.build());
        if (!facts.observed().isEmpty()) {
            json.put("observed", observed.build());
        }
        if (facts.advTradingDays() > 0) {
            json.put("advTradingDays", facts.advTradingDays());
        }
        if (facts.localPriceMicros() > 0) {
            json.put("localPrice", ValueText.decimal(facts.localPriceMicros(), 0));
        }
        return json.build();
    }

    static KnownFacts read(JsonObject json) {
        TreeMap<Measure, String> texts = new TreeMap<>();
        JsonObject words = json.object("texts");
        words.keys().forEach(path -> texts.put(measure(path), words.text(path)));
        TreeMap<Measure, Long> numbers = new TreeMap<>();
        JsonObject amounts = json.object("numbers");
        amounts.keys().forEach(path -> numbers.put(measure(path), ValueJson.micros(amounts.text(path))));
        TreeMap<Measure, Instant> observed = new TreeMap<>();
        if (json.has("observed")) {
            JsonObject times = json.object("observed");
            times.keys().forEach(path -> observed.put(measure(path), Instant.parse(times.text(path))));
        }
        return new KnownFacts(
                texts,
                numbers,
                observed,
                json.has("advTradingDays") ? Math.toIntExact(json.whole("advTradingDays")) : 0,
                json.findText("localPrice").map(ValueJson::micros).orElse(0L));
    }

    private static Measure measure(String path) {
        return Words.constant(Measure.values(), Measure::path, path);
    }
}
