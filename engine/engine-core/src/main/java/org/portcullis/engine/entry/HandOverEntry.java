package org.portcullis.engine.entry;

import java.time.Instant;
import org.portcullis.engine.alert.Duty;
import org.portcullis.engine.alert.HandOver;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.JsonObject;

/** What happened to duties that people hand over. */
public sealed interface HandOverEntry extends AlertEntry {

    /** Dispatches on the type. */
    <R> R matchHandOver(HandOverCases<R> cases);

    @Override
    default <R> R matchAlert(AlertCases<R> cases) {
        return cases.handOver(this);
    }

    /** Handles each type. */
    interface HandOverCases<R> {
        R offered(Offered entry);

        R accepted(Accepted entry);

        R refused(Refused entry);

        R lapsed(Lapsed entry);
    }

    /** Somebody offers to hand over a duty; until somebody accepts, who offers answers for it. */
    record Offered(HandOver handOver) implements HandOverEntry {
        static final String TYPE = "desk.handover.offered";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("handOver", handOver.id())
                    .put("role", handOver.duty().role().name())
                    .put("desk", handOver.duty().desk())
                    .put("from", handOver.from())
                    .put("to", handOver.to())
                    .putIfPresent("toRole", handOver.toRole().map(Role::name))
                    .put("note", handOver.note())
                    .put("until", handOver.until().toString())
                    .build();
        }

        static Offered fromJson(JsonObject json) {
            return new Offered(new HandOver(
                    json.text("handOver"),
                    new Duty(new Role(json.text("role")), json.text("desk")),
                    json.text("from"),
                    json.text("to"),
                    json.findText("toRole").map(Role::new),
                    json.text("note"),
                    Instant.parse(json.text("until"))));
        }

        @Override
        public <R> R matchHandOver(HandOverCases<R> cases) {
            return cases.offered(this);
        }
    }

    /** A person accepts what was offered; from now on who takes over answers for it. */
    record Accepted(String handOver, String person) implements HandOverEntry {
        static final String TYPE = "desk.handover.accepted";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("handOver", handOver, "person", person);
        }

        static Accepted fromJson(JsonObject json) {
            return new Accepted(json.text("handOver"), json.text("person"));
        }

        @Override
        public <R> R matchHandOver(HandOverCases<R> cases) {
            return cases.accepted(this);
        }
    }

    /**
     * An offer, or its acceptance, does not count, for the reason with this code.
     *
     * @param handOver the id of what was to be accepted; empty for an offer
     */
    record Refused(String handOver, String person, String why) implements HandOverEntry {
        static final String TYPE = "desk.handover.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("handOver", handOver, "person", person, "why", why);
        }

        static Refused fromJson(JsonObject json) {
            return new Refused(json.text("handOver"), json.text("person"), json.text("why"));
        }

        @Override
        public <R> R matchHandOver(HandOverCases<R> cases) {
            return cases.refused(this);
        }
    }

    /** Nobody accepted in time: who offered goes on answering for the duty, and an alert says so. */
    record Lapsed(String handOver) implements HandOverEntry {
        static final String TYPE = "desk.handover.lapsed";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("handOver", handOver);
        }

        static Lapsed fromJson(JsonObject json) {
            return new Lapsed(json.text("handOver"));
        }

        @Override
        public <R> R matchHandOver(HandOverCases<R> cases) {
            return cases.lapsed(this);
        }
    }
}
