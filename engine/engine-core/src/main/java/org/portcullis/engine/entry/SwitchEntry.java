package org.portcullis.engine.entry;

import org.portcullis.model.control.ControlId;
import org.portcullis.model.json.JsonObject;

/** What happened to kill switches. */
public sealed interface SwitchEntry extends EntryBody {

    /** The kill switch. */
    ControlId control();

    /** Dispatches on the type. */
    <R> R matchSwitch(SwitchCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.killSwitch(this);
    }

    /** Handles each type. */
    interface SwitchCases<R> {
        R asked(Asked entry);

        R pulled(Pulled entry);

        R refused(Refused entry);

        R swept(Swept entry);

        R cleared(Cleared entry);
    }

    /** One of several people whom the switch needs has asked for it. */
    record Asked(ControlId control, String person, String reason) implements SwitchEntry {
        static final String TYPE = "switch.asked";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("control", control.text(), "person", person, "reason", reason);
        }

        static Asked fromJson(JsonObject json) {
            return new Asked(new ControlId(json.text("control")), json.text("person"), json.text("reason"));
        }

        @Override
        public <R> R matchSwitch(SwitchCases<R> cases) {
            return cases.asked(this);
        }
    }

    /** The switch is pulled and stays so; cancellations are asked for after it. */
    record Pulled(ControlId control, String person, String reason, int orders) implements SwitchEntry {
        static final String TYPE = "switch.pulled";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("control", control.text())
                    .put("person", person)
                    .put("reason", reason)
                    .put("orders", orders)
                    .build();
        }

        static Pulled fromJson(JsonObject json) {
            return new Pulled(
                    new ControlId(json.text("control")),
                    json.text("person"),
                    json.text("reason"),
                    Math.toIntExact(json.whole("orders")));
        }

        @Override
        public <R> R matchSwitch(SwitchCases<R> cases) {
            return cases.pulled(this);
        }
    }

    /** The switch was not pulled, for the reason with this code. */
    record Refused(ControlId control, String person, String why) implements SwitchEntry {
        static final String TYPE = "switch.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("control", control.text(), "person", person, "why", why);
        }

        static Refused fromJson(JsonObject json) {
            return new Refused(new ControlId(json.text("control")), json.text("person"), json.text("why"));
        }

        @Override
        public <R> R matchSwitch(SwitchCases<R> cases) {
            return cases.refused(this);
        }
    }

    /** The last order whose cancellation the pulled switch asked for has ended, so many milliseconds after the pull. */
    record Swept(ControlId control, int orders, long milliseconds) implements SwitchEntry {
        static final String TYPE = "switch.swept";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("control", control.text())
                    .put("orders", orders)
                    .put("milliseconds", milliseconds)
                    .build();
        }

        static Swept fromJson(JsonObject json) {
            return new Swept(
                    new ControlId(json.text("control")),
                    Math.toIntExact(json.whole("orders")),
                    json.whole("milliseconds"));
        }

        @Override
        public <R> R matchSwitch(SwitchCases<R> cases) {
            return cases.swept(this);
        }
    }

    /** People let go of the switch. */
    record Cleared(ControlId control, String by) implements SwitchEntry {
        static final String TYPE = "switch.cleared";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("control", control.text(), "by", by);
        }

        static Cleared fromJson(JsonObject json) {
            return new Cleared(new ControlId(json.text("control")), json.text("by"));
        }

        @Override
        public <R> R matchSwitch(SwitchCases<R> cases) {
            return cases.cleared(this);
        }
    }
}
