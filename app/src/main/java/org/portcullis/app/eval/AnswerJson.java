package org.portcullis.app.eval;

import java.util.List;
import java.util.Optional;
import org.portcullis.app.explain.ControlJson;
import org.portcullis.engine.decision.ControlTally;
import org.portcullis.engine.decision.ControlTrace;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.FindingGroup;
import org.portcullis.engine.entry.ValueJson;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** Writes an answer for machines; the shape stands in `docs/machine-output.md`. */
public final class AnswerJson {
    private AnswerJson() {}

    /** The whole answer. */
    public static JsonObject of(Answer answer) {
        return JsonObject.builder()
                .put("file", answer.shown())
                .put("policy", ControlJson.policy(answer.register()))
                .put("basket", answer.facts().basketId())
                .put("orders", answer.facts().lines().size())
                .put("stage", answer.stage().words())
                .put("at", answer.at().toString())
                .put("effect", answer.assessment().effect().word())
                .putIfPresent("inFlight", inFlight(answer))
                .put("released", answer.isReleased())
                .put(
                        "groups",
                        answer.assessment().groups().stream()
                                .map(group -> group(answer, group))
                                .toList())
                .put(
                        "findings",
                        answer.assessment().findings().stream()
                                .map(AnswerJson::finding)
                                .toList())
                .put(
                        "controls",
                        answer.traces().stream()
                                .map(trace -> trace(answer, trace))
                                .toList())
                .put(
                        "tallies",
                        answer.assessment().tallies().stream()
                                .map(AnswerJson::tally)
                                .toList())
                .build();
    }

    /** What is done to what works; absent before the release. */
    private static Optional<String> inFlight(Answer answer) {
        return Optional.of(answer)
                .filter(asked -> asked.stage().isInFlight())
                .map(asked -> asked.assessment().inFlight().word());
    }

    private static Json group(Answer answer, FindingGroup group) {
        return JsonObject.builder()
                .putIfPresent("control", group.control().map(ControlId::text))
                .put("effect", group.effect().word())
                .putIfPresent(
                        "inFlight", inFlight(answer).map(any -> group.inFlight().word()))
                .put("reason", group.reason().code())
                .put("count", group.count())
                .put("total", value(group.total()))
                .put("withoutAmount", group.unpriced())
                .put("headline", group.headline())
                .build();
    }

    private static Json finding(Finding finding) {
        JsonObject.Builder json = JsonObject.builder()
                .putIfPresent("control", finding.control().map(ControlId::text))
                .put("effect", finding.effect().word())
                .put("reason", finding.reason().code())
                .put("line", finding.line())
                .put("symbol", finding.symbol())
                .put("wholeBasket", finding.wholeBasket())
                .put("message", finding.message())
                .putIfPresent("nearestPassing", finding.nearestPassing())
                .putIfPresent("supersededBy", finding.supersededBy().map(ControlId::text))
                .put("gaps", finding.gaps().stream().map(AnswerJson::gap).toList());
        put(json, "notional", finding.notional());
        put(json, "observed", finding.observed());
        put(json, "limit", finding.limit());
        put(json, "ratio", finding.ratio());
        return json.build();
    }

    private static Json trace(Answer answer, ControlTrace trace) {
        JsonObject.Builder json = JsonObject.builder()
                .put("control", trace.control().text())
                .put("kind", trace.kind().words())
                .put("line", trace.line())
                .put("verdict", trace.verdict().name())
                .put("effect", trace.effect().word())
                .put("because", trace.because())
                .put("applies", parts(trace.applies()))
                .put("condition", parts(trace.condition()));
        answer.register().controls().stream()
                .filter(entry -> entry.id().equals(trace.control().text()))
                .findFirst()
                .ifPresent(entry -> json.put(
                        "citations",
                        JsonArray.texts(entry.provisions().stream()
                                .map(cited -> cited.citation().toString())
                                .toList())));
        return json.build();
    }

    private static List<Json> parts(List<ControlTrace.Part> parts) {
        return parts.stream()
                .map(part -> {
                    JsonObject.Builder json = JsonObject.builder()
                            .put("words", part.words())
                            .put("truth", part.truth().name())
                            .put(
                                    "facts",
                                    part.facts().stream().map(AnswerJson::fact).toList());
                    put(json, "limit", part.limit());
                    return (Json) json.build();
                })
                .toList();
    }

    private static Json fact(ControlTrace.FactReading fact) {
        JsonObject.Builder json = JsonObject.builder()
                .put("attribute", fact.reference().words())
                .put("words", fact.words())
                .putIfPresent("source", fact.source())
                .putIfPresent("age", fact.age().map(Object::toString));
        put(json, "value", fact.value());
        fact.gap().ifPresent(gap -> json.put("gap", gap(gap)));
        return json.build();
    }

    private static JsonObject gap(FactGap gap) {
        return JsonObject.builder()
                .put("attribute", gap.cause().path())
                .put("state", gap.state().phrase())
                .put("where", gap.where())
                .put("detail", gap.detail())
                .put("cure", gap.cure())
                .build();
    }

    private static Json tally(ControlTally tally) {
        return JsonObject.builder()
                .put("control", tally.control().text())
                .put("notApplicable", tally.notApplicable())
                .put("satisfied", tally.satisfied())
                .put("breached", tally.breached())
                .put("unknown", tally.unknown())
                .build();
    }

    private static void put(JsonObject.Builder json, String key, Optional<? extends Value> value) {
        value.ifPresent(present -> json.put(key, value(present)));
    }

    private static JsonObject value(Value value) {
        return ValueJson.of(value).toBuilder()
                .put("words", ValueText.readable(value))
                .build();
    }
}
