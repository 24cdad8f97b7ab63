package org.portcullis.app.coverage;

import java.util.List;
import org.portcullis.mapping.coverage.ControlTrace;
import org.portcullis.mapping.coverage.CoverageLink;
import org.portcullis.mapping.coverage.CoverageReport;
import org.portcullis.mapping.coverage.PolicyControl;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonWhole;
import org.portcullis.report.trace.DecisionTrace;

/** Tells programs what a journal shows of controls in a period. */
public final class PeriodJson {
    private PeriodJson() {}

    /**
     * Gives a trace as one document.
     *
     * @param begun with what it began: {@code trace}, {@code entry} or {@code person}
     * @param end what was typed for it
     * @param found the controls, each with the people who count
     */
    public static JsonObject of(
            String begun,
            String end,
            PeriodText.Period period,
            CoverageReport report,
            List<PolicyControl> controls,
            List<ControlTrace> found) {
        JsonObject.Builder json = JsonObject.builder()
                .put(begun, end)
                .put("journal", period.journal())
                .putIfPresent("from", period.from().map(Object::toString))
                .putIfPresent("to", period.to().map(Object::toString))
                .put("decisions", period.trace().decisions())
                .put(
                        "controls",
                        found.stream()
                                .map(each -> control(each, period, report, controls))
                                .toList());
        period.trace().decision().ifPresent(decision -> json.put("decision", decision(decision, period)));
        return json.build();
    }

    private static JsonObject control(
            ControlTrace trace, PeriodText.Period period, CoverageReport report, List<PolicyControl> controls) {
        JsonObject.Builder effects = JsonObject.builder();
        trace.effects().forEach((word, entries) -> effects.put(word, entries(entries)));
        return JsonObject.builder()
                .put("control", trace.control())
                .put("policy", trace.policy())
                .put("version", trace.version())
                .put("fingerprint", trace.fingerprint())
                .put("evaluated", entries(trace.evaluated()))
                .put("fired", entries(trace.fired()))
                .put("effects", effects.build())
                .put(
                        "people",
                        trace.people().stream()
                                .map(acted -> acted(acted, period))
                                .toList())
                .put(
                        "provisions",
                        controls.stream()
                                .filter(each -> each.policy().equals(trace.policy())
                                        && each.id().equals(trace.control()))
                                .flatMap(each -> report.links(each).stream())
                                .map(PeriodJson::provision)
                                .toList())
                .build();
    }

    private static JsonObject decision(DecisionTrace decision, PeriodText.Period period) {
        JsonObject.Builder fired = JsonObject.builder();
        decision.fired().forEach(fired::put);
        return JsonObject.builder()
                .put("entry", decision.entry())
                .put("submission", decision.submission())
                .put("basket", decision.basket())
                .put("at", decision.at().toString())
                .put("policy", decision.policy())
                .put("fingerprint", decision.fingerprint())
                .put("outcome", decision.outcome())
                .put("evaluated", JsonArray.texts(decision.evaluated()))
                .put("fired", fired.build())
                .put(
                        "people",
                        decision.people().stream()
                                .map(acted -> acted(acted, period))
                                .toList())
                .build();
    }

    private static JsonObject acted(ControlTrace.Acted acted, PeriodText.Period period) {
        return JsonObject.builder()
                .put("person", acted.person())
                .put("shown", period.names().apply(acted.person()))
                .put("did", acted.did())
                .put("entries", entries(acted.entries()))
                .build();
    }

    private static JsonObject provision(CoverageLink link) {
        return JsonObject.builder()
                .put("provision", link.provision().toString())
                .put("rationale", link.rationale())
                .put("author", link.author())
                .build();
    }

    private static JsonObject entries(ControlTrace.Entries entries) {
        return JsonObject.builder()
                .put("count", entries.count())
                .put("first", entries.first())
                .put("last", entries.last())
                .put(
                        "some",
                        JsonArray.of(entries.some().stream()
                                .map(JsonWhole::new)
                                .map(Json.class::cast)
                                .toList()))
                .build();
    }
}
