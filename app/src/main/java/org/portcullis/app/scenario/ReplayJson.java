package org.portcullis.app.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.FindingGroup;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** Writes what came of a replay for machines; money as decimal strings. The same scenario and policies give the same document. */
public final class ReplayJson {
    private ReplayJson() {}

    /** The document; paths are relative to the folder that the replay wrote. */
    public static JsonObject of(Scenario scenario, List<RunResult> results) {
        List<Json> runs = new ArrayList<>();
        results.forEach(result -> runs.add(run(result)));
        return JsonObject.builder()
                .put("scenario", scenario.name())
                .put("synthetic", scenario.synthetic())
                .put("at", scenario.at().toString())
                .put("runs", runs)
                .put("wouldHaveStoppedIt", texts(scenario.lessons().wouldHaveStopped()))
                .put("notPrevented", texts(scenario.lessons().notPrevented()))
                .put("journal", "journal")
                .put("workbook", "evidence.xlsx")
                .build();
    }

    /** What came of each run, without its findings and events. */
    public static List<Json> brief(List<RunResult> results) {
        List<Json> runs = new ArrayList<>();
        results.forEach(result -> runs.add(JsonObject.builder()
                .put("policy", result.run().policy().title())
                .put("basket", result.run().title())
                .put("outcome", result.outcome())
                .put("stoppedUsd", ValueText.decimal(result.stoppedSum().micros(), 2))
                .put("stoppedOrders", result.stoppedSum().orders())
                .put("stoppedBy", texts(result.stoppedBy()))
                .put("releasedUsd", ValueText.decimal(result.releasedSum().micros(), 2))
                .put("releasedOrders", result.releasedSum().orders())
                .putIfPresent("must", result.run().must().map(Scenario.Must::words))
                .put("asItMust", result.isAsItMust())
                .build()));
        return runs;
    }

    private static List<Json> texts(List<String> texts) {
        return texts.stream().map(text -> (Json) Json.text(text)).toList();
    }

    private static Json run(RunResult result) {
        Decision decision = result.decision();
        RunResult.Sum stopped = result.stoppedSum();
        RunResult.Sum released = result.releasedSum();
        JsonObject.Builder json = JsonObject.builder()
                .put("policy", result.run().policy().title())
                .put("policyId", result.run().policy().id())
                .put("basket", result.run().title())
                .put("basketId", result.run().basket().id())
                .put("fingerprint", decision.packFingerprint())
                .put("decision", result.firstOutcome())
                .put("outcome", result.outcome())
                .put("findings", findings(decision))
                .put("stoppedUsd", ValueText.decimal(stopped.micros(), 2))
                .put("stoppedOrders", stopped.orders())
                .put("stoppedOrdersWithoutAmount", stopped.unpriced())
                .put("releasedUsd", ValueText.decimal(released.micros(), 2))
                .put("releasedOrders", released.orders())
                .put("stoppedBy", texts(result.stoppedBy()))
                .putIfPresent("must", result.run().must().map(Scenario.Must::words))
                .put("asItMust", result.isAsItMust())
                .put("events", events(result));
        result.router().ifPresent(router -> json.put("router", router(router)));
        return json.build();
    }

    private static Json router(RouterResult router) {
        JsonObject.Builder refused = JsonObject.builder();
        router.refused().forEach((code, count) -> refused.put(code, count));
        JsonObject.Builder told = JsonObject.builder();
        router.told().forEach((role, after) -> told.put(role, after.toString()));
        return JsonObject.builder()
                .put("told", told.build())
                .putIfPresent("cancelledAfter", router.cancelled().map(Duration::toString))
                .put("sent", router.sent())
                .put("refused", refused.build())
                .put("executions", router.executions())
                .put("shares", ValueText.decimal(router.sharesMicros(), 0))
                .put("usd", ValueText.decimal(router.notionalMicros(), 2))
                .put("sharesBeyond", ValueText.decimal(router.beyondMicros(), 0))
                .putIfPresent(
                        "stoppedBy",
                        router.stopped().map(stopped -> stopped.stop().control().text()))
                .putIfPresent(
                        "stoppedAfter",
                        router.stopped().map(stopped -> stopped.after().toString()))
                .build();
    }

    private static Json findings(Decision decision) {
        List<Json> groups = new ArrayList<>();
        decision.groups().forEach(group -> groups.add(group(group)));
        return JsonObject.builder()
                .put("hardLines", decision.count(Effect.BLOCK))
                .put("softLines", decision.count(Effect.WARN))
                .put("holdLines", decision.count(Effect.HOLD))
                .put("groups", decision.groups().size())
                .put("details", groups)
                .build();
    }

    private static Json group(FindingGroup group) {
        List<Json> worst = new ArrayList<>();
        group.worst().forEach(finding -> worst.add(finding(finding)));
        return JsonObject.builder()
                .put("effect", group.effect().word())
                .put("reason", group.reason().code())
                .putIfPresent("control", group.control().map(ControlId::text))
                .put("count", group.count())
                .put("totalUsd", ValueText.decimal(group.total().micros(), 2))
                .put("withoutAmount", group.unpriced())
                .put("headline", group.headline())
                .put("worst", worst)
                .put("gaps", gaps(group))
                .build();
    }

    private static List<Json> gaps(FindingGroup group) {
        Set<FactGap> distinct = new LinkedHashSet<>();
        group.worst().forEach(finding -> distinct.addAll(finding.gaps()));
        List<Json> gaps = new ArrayList<>();
        for (FactGap gap : distinct) {
            gaps.add(JsonObject.builder()
                    .put("fact", gap.cause().path())
                    .put("state", gap.state().phrase())
                    .put("where", gap.where())
                    .put("detail", gap.detail())
                    .put("cure", gap.cure())
                    .build());
        }
        return gaps;
    }

    private static Json finding(Finding finding) {
        return JsonObject.builder()
                .put("line", finding.line())
                .put("symbol", finding.symbol())
                .putIfPresent("notionalUsd", finding.notional().map(ReplayJson::decimal))
                .putIfPresent("observed", finding.observed().map(ValueText::readable))
                .putIfPresent("limit", finding.limit().map(ValueText::readable))
                .putIfPresent("ratio", finding.ratio().map(ValueText::readable))
                .putIfPresent("nearestPassing", finding.nearestPassing())
                .put("message", finding.message())
                .build();
    }

    private static List<Json> events(RunResult result) {
        List<Json> events = new ArrayList<>();
        for (RunResult.Event event : result.events()) {
            events.add(JsonObject.builder()
                    .put("at", event.at().toString())
                    .put("what", event.what())
                    .put("result", event.result())
                    .putIfPresent("refused", event.refused())
                    .build());
        }
        return events;
    }

    private static String decimal(Value.Money money) {
        return ValueText.decimal(money.micros(), 2);
    }
}
