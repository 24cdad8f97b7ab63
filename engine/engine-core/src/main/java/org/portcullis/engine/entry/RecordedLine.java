package org.portcullis.engine.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.Impact;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.decision.LineDecision;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.engine.fact.FactState;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

/**
 * One line of a decision, as it is recorded.
 *
 * @param line from 1; 0 is the basket as a whole
 * @param symbol the instrument, or the basket's id
 * @param effect what happens to the line
 * @param inFlight what is done to it where it is working
 * @param findings every finding against the line itself, superseded ones included
 */
public record RecordedLine(
        int line,
        String orderId,
        String symbol,
        Optional<Value.Money> notional,
        Effect effect,
        InFlightEffect inFlight,
        List<RecordedFinding> findings) {
    public RecordedLine {
        findings = List.copyOf(findings);
    }

    static RecordedLine of(LineDecision line, List<Finding> findings) {
        return new RecordedLine(
                line.line(),
                line.orderId(),
                line.symbol(),
                line.notional(),
                line.effect(),
                line.inFlight(),
                findings.stream().map(RecordedFinding::of).toList());
    }

    /** The line in pieces that each fit into an entry; more than one only where very many controls object to it. */
    List<RecordedLine> pieces() {
        if (findings.size() < 2 || Chunks.bytes(toJson()) <= Chunks.MAX_BYTES) {
            return List.of(this);
        }
        int half = findings.size() / 2;
        List<RecordedLine> pieces =
                new ArrayList<>(with(findings.subList(0, half)).pieces());
        pieces.addAll(with(findings.subList(half, findings.size())).pieces());
        return pieces;
    }

    RecordedLine with(List<RecordedFinding> some) {
        return new RecordedLine(line, orderId, symbol, notional, effect, inFlight, some);
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("line", line)
                .put("orderId", orderId)
                .put("symbol", symbol)
                .put("effect", effect.word());
        Words.putInFlight(json, inFlight);
        ValueJson.put(json, "notional", notional);
        if (!findings.isEmpty()) {
            json.put("findings", findings.stream().map(RecordedFinding::toJson).toList());
        }
        return json.build();
    }

    static RecordedLine fromJson(JsonObject json) {
        return new RecordedLine(
                Math.toIntExact(json.whole("line")),
                json.text("orderId"),
                json.text("symbol"),
                ValueJson.findMoney(json, "notional"),
                Words.constant(Effect.values(), Effect::word, json.text("effect")),
                Words.inFlight(json),
                json.has("findings")
                        ? json.array("findings").objects().stream()
                                .map(RecordedFinding::fromJson)
                                .toList()
                        : List.of());
    }

    /**
     * One finding, as it is recorded.
     *
     * @param gaps why facts are not known, at most {@link #MAX_GAPS}
     * @param message cut to {@link #MAX_MESSAGE} characters
     * @param tells the roles that are told
     * @param supersededBy the hard limit that makes it moot, if any
     */
    public record RecordedFinding(
            Optional<ControlId> control,
            Effect effect,
            InFlightEffect inFlight,
            Optional<Impact> wouldBe,
            ReasonCode reason,
            boolean wholeBasket,
            Optional<Value> observed,
            Optional<Value> limit,
            Optional<Value.Ratio> ratio,
            Optional<String> nearestPassing,
            List<FactGap> gaps,
            String message,
            List<Role> tells,
            Optional<ControlId> supersededBy) {

        /** The longest message, in characters. */
        public static final int MAX_MESSAGE = 500;

        /** The most roles that one finding tells. */
        public static final int MAX_TELLS = 8;

        /** The most gaps of one finding. */
        public static final int MAX_GAPS = 8;

        public RecordedFinding {
            gaps = List.copyOf(gaps);
            tells = List.copyOf(tells);
        }

        /** Whether the finding counts: it is not superseded. */
        public boolean counts() {
            return supersededBy.isEmpty();
        }

        /** The finding as it is recorded. */
        public static RecordedFinding of(Finding finding) {
            return new RecordedFinding(
                    finding.control(),
                    finding.effect(),
                    finding.inFlight(),
                    finding.wouldBe(),
                    finding.reason(),
                    finding.wholeBasket(),
                    finding.observed(),
                    finding.limit(),
                    finding.ratio(),
                    finding.nearestPassing().map(text -> Words.cut(text, MAX_MESSAGE)),
                    finding.gaps().stream()
                            .limit(MAX_GAPS)
                            .map(RecordedFinding::cut)
                            .toList(),
                    Words.cut(finding.message(), MAX_MESSAGE),
                    finding.tells().stream().limit(MAX_TELLS).toList(),
                    finding.supersededBy());
        }

        private static FactGap cut(FactGap gap) {
            return new FactGap(
                    gap.cause(),
                    gap.state(),
                    Words.cut(gap.where(), MAX_MESSAGE),
                    Words.cut(gap.detail(), MAX_MESSAGE),
                    Words.cut(gap.cure(), MAX_MESSAGE));
        }

        JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .putIfPresent("control", control.map(ControlId::text))
                    .put("effect", effect.word())
                    .put("reason", reason.code())
                    .put("wholeBasket", wholeBasket)
                    .putIfPresent("nearestPassing", nearestPassing)
                    .put("message", message)
                    .putIfPresent("supersededBy", supersededBy.map(ControlId::text));
            Words.putInFlight(json, inFlight);
            wouldBe.ifPresent(impact -> json.put("wouldBe", impactJson(impact)));
            if (!tells.isEmpty()) {
                json.put("tells", JsonArray.texts(tells.stream().map(Role::name).toList()));
            }
            ValueJson.put(json, "observed", observed);
            ValueJson.put(json, "limit", limit);
            ValueJson.put(json, "ratio", ratio);
            if (!gaps.isEmpty()) {
                json.put("gaps", gaps.stream().map(RecordedFinding::gapJson).toList());
            }
            return json.build();
        }

        static RecordedFinding fromJson(JsonObject json) {
            return new RecordedFinding(
                    Words.findControl(json, "control"),
                    Words.constant(Effect.values(), Effect::word, json.text("effect")),
                    Words.inFlight(json),
                    json.has("wouldBe") ? Optional.of(impact(json.object("wouldBe"))) : Optional.empty(),
                    Words.constant(ReasonCode.values(), ReasonCode::code, json.text("reason")),
                    json.bool("wholeBasket"),
                    ValueJson.find(json, "observed"),
                    ValueJson.find(json, "limit"),
                    ValueJson.find(json, "ratio").map(ratio -> new Value.Ratio(ratio.micros())),
                    json.findText("nearestPassing"),
                    json.has("gaps")
                            ? json.array("gaps").objects().stream()
                                    .map(RecordedFinding::gap)
                                    .toList()
                            : List.of(),
                    json.text("message"),
                    json.has("tells")
                            ? json.array("tells").texts().stream()
                                    .map(Role::new)
                                    .toList()
                            : List.of(),
                    Words.findControl(json, "supersededBy"));
        }

        private static JsonObject impactJson(Impact impact) {
            JsonObject.Builder json =
                    JsonObject.builder().put("effect", impact.effect().word());
            Words.putInFlight(json, impact.inFlight());
            return json.build();
        }

        private static Impact impact(JsonObject json) {
            return new Impact(Words.constant(Effect.values(), Effect::word, json.text("effect")), Words.inFlight(json));
        }

        private static JsonObject gapJson(FactGap gap) {
            return JsonObject.builder()
                    .put("cause", gap.cause().path())
                    .put("state", gap.state().phrase())
                    .put("where", gap.where())
                    .put("detail", gap.detail())
                    .put("cure", gap.cure())
                    .build();
        }

        private static FactGap gap(JsonObject json) {
            return new FactGap(
                    Words.constant(Measure.values(), Measure::path, json.text("cause")),
                    Words.constant(FactState.values(), FactState::phrase, json.text("state")),
                    json.text("where"),
                    json.text("detail"),
                    json.text("cure"));
        }
    }
}
