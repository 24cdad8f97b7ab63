package org.portcullis.engine.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.engine.journal.Instants;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonText;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.ValueText;

/** Writes what is known of an order or basket: texts, and numbers as decimal text in the measure's unit, by the paths of their measures; when numbers were observed, by the instant. */
final class KnownFactsJson {
    private static final Map<String, Measure> BY_PATH =
            Arrays.stream(Measure.values()).collect(Collectors.toUnmodifiableMap(Measure::path, Function.identity()));

    private KnownFactsJson() {}

    static JsonObject of(KnownFacts facts) {
        JsonObject.Builder texts = JsonObject.builder();
        facts.texts().forEach((measure, text) -> texts.put(measure.path(), text));
        JsonObject.Builder numbers = JsonObject.builder();
        facts.numbers().forEach((measure, number) -> numbers.put(measure.path(), ValueText.decimal(number, 0)));
        TreeMap<String, List<String>> observed = new TreeMap<>();
        facts.observed()
                .forEach((measure, when) -> observed.computeIfAbsent(when.toString(), first -> new ArrayList<>())
                        .add(measure.path()));
        JsonObject.Builder json =
                JsonObject.builder().put("texts", texts.build()).put("numbers", numbers.build());
        if (!facts.observed().isEmpty()) {
            JsonObject.Builder times = JsonObject.builder();
            observed.forEach((when, measures) -> times.put(when, JsonArray.texts(measures)));
            json.put("observed", times.build());
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
            for (String when : times.keys()) {
                if (times.find(when).orElseThrow() instanceof JsonText instant) {
                    // Journals of before say the instant of each measure.
                    observed.put(measure(when), Instants.parse(instant.value()));
                } else {
                    Instant instant = Instants.parse(when);
                    times.array(when).texts().forEach(path -> observed.put(measure(path), instant));
                }
            }
        }
        return new KnownFacts(
                texts,
                numbers,
                observed,
                json.has("advTradingDays") ? Math.toIntExact(json.whole("advTradingDays")) : 0,
                json.findText("localPrice").map(ValueJson::micros).orElse(0L));
    }

    private static Measure measure(String path) {
        Measure measure = BY_PATH.get(path);
        if (measure == null) {
            throw new IllegalArgumentException("`" + path + "` is not a measure");
        }
        return measure;
    }
}
