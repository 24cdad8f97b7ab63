package org.portcullis.engine.entry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Value;

/** What happened to warnings. */
public sealed interface WarningEntry extends EntryBody {

    /** The engine's id of the submission. */
    String submission();

    /** Dispatches on the type. */
    <R> R matchWarning(WarningCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.warning(this);
    }

    /** Handles each type. */
    interface WarningCases<R> {
        R raised(Raised entry);

        R shown(Shown entry);

        R acknowledged(Acknowledged entry);

        R refused(Refused entry);
    }

    /** Some of the warnings of one control wait to be acknowledged, by the terms of that control as they were then. */
    record Raised(String submission, ControlId control, Terms terms, List<Item> items) implements WarningEntry {
        static final String TYPE = "warning.raised";

        public Raised {
            items = List.copyOf(items);
        }

        /**
         * How the control's warnings are acknowledged.
         *
         * @param retyped the path of the measure that is typed again, if any
         * @param by the role that acknowledges; empty means the submitter
         */
        public record Terms(
                Acknowledgement.Mode mode,
                boolean reasonRequired,
                Optional<String> retyped,
                boolean largestFirst,
                Optional<Role> by) {}

        /**
         * One warning.
         *
         * @param line from 1; 0 is the basket
         * @param retype the amount that is typed again; empty where none is asked for, or none is known
         */
        public record Item(int line, String symbol, Optional<Value.Money> notional, Optional<Value> retype) {}

        /** Deals the warnings of one control into entries. */
        public static List<Raised> deal(String submission, ControlId control, Terms terms, List<Item> items) {
            return Chunks.of(items, Raised::itemJson).stream()
                    .map(chunk -> new Raised(submission, control, terms, chunk))
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
                    .put("control", control.text())
                    .put("mode", terms.mode().words())
                    .put("reasonRequired", terms.reasonRequired())
                    .putIfPresent("retyped", terms.retyped())
                    .put("largestFirst", terms.largestFirst())
                    .putIfPresent("by", terms.by().map(Role::name))
                    .put("warnings", items.stream().map(Raised::itemJson).toList())
                    .build();
        }

        static Raised fromJson(JsonObject json) {
            Terms terms = new Terms(
                    Words.constant(Acknowledgement.Mode.values(), Acknowledgement.Mode::words, json.text("mode")),
                    json.bool("reasonRequired"),
                    json.findText("retyped"),
                    json.bool("largestFirst"),
                    json.findText("by").map(Role::new));
            return new Raised(
                    json.text("submission"),
                    new ControlId(json.text("control")),
                    terms,
                    json.array("warnings").objects().stream().map(Raised::item).toList());
        }

        private static JsonObject itemJson(Item item) {
            JsonObject.Builder json =
                    JsonObject.builder().put("line", item.line()).put("symbol", item.symbol());
            ValueJson.put(json, "notional", item.notional());
            ValueJson.put(json, "retype", item.retype());
            return json.build();
        }

        private static Item item(JsonObject json) {
            return new Item(
                    Math.toIntExact(json.whole("line")),
                    json.text("symbol"),
                    ValueJson.findMoney(json, "notional"),
                    ValueJson.find(json, "retype"));
        }

        @Override
        public <R> R matchWarning(WarningCases<R> cases) {
            return cases.raised(this);
        }
    }

    /**
     * The text about the warnings that was handed out to be shown.
     *
     * @param textDigest of its UTF-8 bytes
     * @param warnings how many it speaks of
     * @param acknowledgeBy the last instant at which they are acknowledged; then the submission is over
     */
    record Shown(String submission, String text, Digest textDigest, int warnings, Instant acknowledgeBy)
            implements WarningEntry {
        static final String TYPE = "warning.shown";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("submission", submission)
                    .put("text", text)
                    .put("textDigest", textDigest.value())
                    .put("warnings", warnings)
                    .put("acknowledgeBy", acknowledgeBy.toString())
                    .build();
        }

        static Shown fromJson(JsonObject json) {
            return new Shown(
                    json.text("submission"),
                    json.text("text"),
                    new Digest(json.text("textDigest")),
                    Math.toIntExact(json.whole("warnings")),
                    Instant.parse(json.text("acknowledgeBy")));
        }

        @Override
        public <R> R matchWarning(WarningCases<R> cases) {
            return cases.shown(this);
        }
    }

    /**
     * A person acknowledged warnings in one act.
     *
     * @param controls whose warnings; all of them that were waiting, or the one on {@code line}
     * @param line the line of the one warning; empty where the act cleared all at once
     * @param warnings how many it cleared
     * @param total the money at stake, as far as known; empty where none is known
     * @param retyped what was typed; empty where nothing was
     * @param secondsSinceShown from when the text was handed out
     */
    record Acknowledged(
            String submission,
            String person,
            List<ControlId> controls,
            OptionalInt line,
            int warnings,
            Optional<Value.Money> total,
            String reason,
            String retyped,
            Digest textShownDigest,
            long secondsSinceShown)
            implements WarningEntry {
        static final String TYPE = "warning.acknowledged";

        public Acknowledged {
            controls = List.copyOf(controls);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .put("submission", submission)
                    .put("person", person)
                    .put(
                            "controls",
                            JsonArray.texts(
                                    controls.stream().map(ControlId::text).toList()))
                    .put("warnings", warnings)
                    .put("reason", reason)
                    .put("retyped", retyped)
                    .put("textShownDigest", textShownDigest.value())
                    .put("secondsSinceShown", secondsSinceShown);
            line.ifPresent(number -> json.put("line", number));
            ValueJson.put(json, "total", total);
            return json.build();
        }

        static Acknowledged fromJson(JsonObject json) {
            return new Acknowledged(
                    json.text("submission"),
                    json.text("person"),
                    json.array("controls").texts().stream().map(ControlId::new).toList(),
                    json.has("line") ? OptionalInt.of(Math.toIntExact(json.whole("line"))) : OptionalInt.empty(),
                    Math.toIntExact(json.whole("warnings")),
                    ValueJson.findMoney(json, "total"),
                    json.text("reason"),
                    json.text("retyped"),
                    new Digest(json.text("textShownDigest")),
                    json.whole("secondsSinceShown"));
        }

        @Override
        public <R> R matchWarning(WarningCases<R> cases) {
            return cases.acknowledged(this);
        }
    }

    /**
     * An acknowledgement was turned away.
     *
     * @param why the code of the reason
     * @param what `all`, or the control and line that were named
     */
    record Refused(String submission, String person, String why, String what) implements WarningEntry {
        static final String TYPE = "warning.acknowledgement.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("submission", submission)
                    .put("person", person)
                    .put("why", why)
                    .put("what", what)
                    .build();
        }

        static Refused fromJson(JsonObject json) {
            return new Refused(json.text("submission"), json.text("person"), json.text("why"), json.text("what"));
        }

        @Override
        public <R> R matchWarning(WarningCases<R> cases) {
            return cases.refused(this);
        }
    }
}
