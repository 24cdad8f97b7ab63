package org.portcullis.engine.entry;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.engine.work.EnteredOrder;
import org.portcullis.engine.work.Stop;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Value;

/** What happened to orders from their submission to their end. */
public sealed interface WorkEntry extends EntryBody {

    /** Dispatches on the type. */
    <R> R matchWork(WorkCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.work(this);
    }

    /** Handles each type. */
    interface WorkCases<R> {
        R basketEntered(BasketEntered entry);

        R ordersEntered(OrdersEntered entry);

        R reported(Reported entry);

        R judged(Judged entry);

        R stopped(Stopped entry);

        R resumed(Resumed entry);

        R cancelAsked(CancelAsked entry);
    }

    /** What is known of a basket, and of all its orders alike, when it came in. */
    record BasketEntered(String submission, KnownFacts facts) implements WorkEntry {
        static final String TYPE = "work.basket.entered";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("submission", submission)
                    .put("facts", KnownFactsJson.of(facts))
                    .build();
        }

        static BasketEntered fromJson(JsonObject json) {
            return new BasketEntered(json.text("submission"), KnownFactsJson.read(json.object("facts")));
        }

        @Override
        public <R> R matchWork(WorkCases<R> cases) {
            return cases.basketEntered(this);
        }
    }

    /** Some of the orders of a basket: those that wait for the release, and those that the decision refused. */
    record OrdersEntered(String submission, List<EnteredOrder> orders) implements WorkEntry {
        static final String TYPE = "work.orders.entered";

        public OrdersEntered {
            orders = List.copyOf(orders);
        }

        /** Deals the orders of a basket into entries. */
        public static List<OrdersEntered> deal(String submission, List<EnteredOrder> orders) {
            return Chunks.of(orders, OrdersEntered::json).stream()
                    .map(chunk -> new OrdersEntered(submission, chunk))
                    .toList();
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("submission", submission)
                    .put("orders", orders.stream().map(OrdersEntered::json).toList())
                    .build();
        }

        static OrdersEntered fromJson(JsonObject json) {
            return new OrdersEntered(
                    json.text("submission"),
                    json.array("orders").objects().stream()
                            .map(OrdersEntered::order)
                            .toList());
        }

        static JsonObject json(EnteredOrder order) {
            return JsonObject.builder()
                    .put("line", order.line())
                    .put("order", order.order())
                    .put("facts", KnownFactsJson.of(order.facts()))
                    .put("refused", order.refused())
                    .build();
        }

        static EnteredOrder order(JsonObject json) {
            return new EnteredOrder(
                    Math.toIntExact(json.whole("line")),
                    json.text("order"),
                    KnownFactsJson.read(json.object("facts")),
                    json.bool("refused"));
        }

        @Override
        public <R> R matchWork(WorkCases<R> cases) {
            return cases.ordersEntered(this);
        }
    }

    /**
     * Something was asked or reported.
     *
     * @param refused the code of the reason why it may not be, or changes nothing; empty where it may, or does
     * @param notional the value of an execution, or of an amended order, in the policy's currency, if known
     */
    record Reported(WorkEvent event, String refused, Optional<Value.Money> notional) implements WorkEntry {
        static final String TYPE = "work.reported";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = WorkEventJson.of(event);
            if (!refused.isEmpty()) {
                json.put("refused", refused);
            }
            ValueJson.put(json, "notional", notional);
            return json.build();
        }

        static Reported fromJson(JsonObject json) {
            return new Reported(
                    WorkEventJson.read(json),
                    json.findText("refused").orElse(""),
                    ValueJson.findMoney(json, "notional"));
        }

        @Override
        public <R> R matchWork(WorkCases<R> cases) {
            return cases.reported(this);
        }
    }

    /**
     * What controls say of an order in flight has changed.
     *
     * @param asked how many controls were asked
     * @param findings the findings that are new
     * @param cleared the controls that object no longer
     */
    record Judged(
            String order,
            String submission,
            Stage stage,
            int asked,
            List<RecordedLine.RecordedFinding> findings,
            SortedSet<ControlId> cleared)
            implements WorkEntry {
        static final String TYPE = "work.judged";

        public Judged {
            findings = List.copyOf(findings);
            cleared = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(cleared));
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("order", order)
                    .put("submission", submission)
                    .put("stage", stage.words())
                    .put("asked", asked)
                    .put(
                            "findings",
                            findings.stream()
                                    .map(RecordedLine.RecordedFinding::toJson)
                                    .toList())
                    .put(
                            "cleared",
                            JsonArray.texts(
                                    cleared.stream().map(ControlId::text).toList()))
                    .build();
        }

        static Judged fromJson(JsonObject json) {
            TreeSet<ControlId> cleared = new TreeSet<>();
            json.array("cleared").texts().forEach(id -> cleared.add(new ControlId(id)));
            return new Judged(
                    json.text("order"),
                    json.text("submission"),
                    Words.constant(Stage.values(), Stage::words, json.text("stage")),
                    Math.toIntExact(json.whole("asked")),
                    json.array("findings").objects().stream()
                            .map(RecordedLine.RecordedFinding::fromJson)
                            .toList(),
                    cleared);
        }

        @Override
        public <R> R matchWork(WorkCases<R> cases) {
            return cases.judged(this);
        }
    }

    /** What is working is suspended, from now until people let go or, where it is not latched, its control is satisfied. */
    record Stopped(Stop stop) implements WorkEntry {
        static final String TYPE = "work.stopped";

        public Stopped {
            stop = stop.saying(Words.cut(stop.message(), RecordedLine.RecordedFinding.MAX_MESSAGE));
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .put("stop", stop.id())
                    .put("control", stop.control().text())
                    .put("action", stop.action().word())
                    .put("target", stop.target().words())
                    .put("key", stop.key())
                    .put("latched", stop.latched())
                    .put("order", stop.order())
                    .put("orders", stop.orders())
                    .put("message", stop.message());
            ValueJson.put(json, "open", stop.open());
            return json.build();
        }

        static Stopped fromJson(JsonObject json) {
            return new Stopped(new Stop(
                    json.text("stop"),
                    new ControlId(json.text("control")),
                    Words.constant(Action.values(), Action::word, json.text("action")),
                    Words.constant(Target.values(), Target::words, json.text("target")),
                    json.text("key"),
                    json.bool("latched"),
                    json.text("order"),
                    Math.toIntExact(json.whole("orders")),
                    ValueJson.findMoney(json, "open"),
                    json.text("message")));
        }

        @Override
        public <R> R matchWork(WorkCases<R> cases) {
            return cases.stopped(this);
        }
    }

    /**
     * A stop is gone, and what it held works on where no other stop holds it.
     *
     * @param why `satisfied` where its control is, `re-enabled` where people let go
     * @param by the hold by which people did; empty otherwise
     */
    record Resumed(String stop, String why, String by) implements WorkEntry {
        static final String TYPE = "work.resumed";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("stop", stop, "why", why, "by", by);
        }

        static Resumed fromJson(JsonObject json) {
            return new Resumed(json.text("stop"), json.text("why"), json.text("by"));
        }

        @Override
        public <R> R matchWork(WorkCases<R> cases) {
            return cases.resumed(this);
        }
    }

    /**
     * The cancellation of orders is asked for; venues answer with reports.
     *
     * @param by a control, a kill switch or a person
     * @param reason why, in words
     * @param orders the ids of orders that are out; at most {@link Chunks#MAX_ITEMS} in one entry
     */
    record CancelAsked(String by, String reason, List<String> orders) implements WorkEntry {
        static final String TYPE = "work.cancel.asked";

        public CancelAsked {
            orders = List.copyOf(orders);
        }

        /** Deals the orders into entries; at least one, which may name none. */
        public static List<CancelAsked> deal(String by, String reason, List<String> orders) {
            return Chunks.of(orders, org.portcullis.model.json.Json::text).stream()
                    .map(chunk -> new CancelAsked(by, reason, chunk))
                    .toList();
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("by", by)
                    .put("reason", reason)
                    .put("orders", JsonArray.texts(orders))
                    .build();
        }

        static CancelAsked fromJson(JsonObject json) {
            return new CancelAsked(
                    json.text("by"), json.text("reason"), json.array("orders").texts());
        }

        @Override
        public <R> R matchWork(WorkCases<R> cases) {
            return cases.cancelAsked(this);
        }
    }
}
