package org.portcullis.engine.entry;

import java.util.List;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.Occurrence;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/** What happened to alerts: whom they tell, what silence came to, who has seen them and who took them on. */
public sealed interface AlertEntry extends EntryBody
        permits AlertEntry.Raised,
                AlertEntry.Joined,
                AlertEntry.Told,
                AlertEntry.Acted,
                AlertEntry.StepTaken,
                AlertEntry.Acknowledged,
                AlertEntry.AcknowledgementRefused,
                AlertEntry.Delivered,
                AlertEntry.Seen,
                AlertEntry.ConfirmationRefused,
                HandOverEntry {

    /** The longest text that is told, in characters. */
    int MAX_MESSAGE = RecordedLine.RecordedFinding.MAX_MESSAGE;

    /** Cuts a text to what an entry carries. */
    static String cut(String text) {
        return Words.cut(text, MAX_MESSAGE);
    }

    /** Dispatches on the type. */
    <R> R matchAlert(AlertCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.alert(this);
    }

    /** Handles each type. */
    interface AlertCases<R> {
        R raised(Raised entry);

        R joined(Joined entry);

        R told(Told entry);

        R acted(Acted entry);

        R stepTaken(StepTaken entry);

        R acknowledged(Acknowledged entry);

        R acknowledgementRefused(AcknowledgementRefused entry);

        R delivered(Delivered entry);

        R seen(Seen entry);

        R confirmationRefused(ConfirmationRefused entry);

        R handOver(HandOverEntry entry);
    }

    /** An alert is raised, with what silence will come to. */
    record Raised(Alert.Opening opening) implements AlertEntry {
        static final String TYPE = "alert.raised";

        public Raised {
            opening = opening.saying(Words.cut(opening.message(), MAX_MESSAGE));
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return AlertJson.of(opening);
        }

        static Raised fromJson(JsonObject json) {
            return new Raised(AlertJson.opening(json));
        }

        @Override
        public <R> R matchAlert(AlertCases<R> cases) {
            return cases.raised(this);
        }
    }

    /** What an alert is about has occurred again, before anybody acknowledged it. */
    record Joined(String alert, Occurrence occurrence, String message) implements AlertEntry {
        static final String TYPE = "alert.joined";

        public Joined {
            message = Words.cut(message, MAX_MESSAGE);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("alert", alert)
                    .put("submission", occurrence.submission())
                    .put("order", occurrence.order())
                    .put("message", message)
                    .build();
        }

        static Joined fromJson(JsonObject json) {
            return new Joined(
                    json.text("alert"),
                    new Occurrence(json.text("submission"), json.text("order")),
                    json.text("message"));
        }

        @Override
        public <R> R matchAlert(AlertCases<R> cases) {
            return cases.joined(this);
        }
    }

    /**
     * A role is told of an alert.
     *
     * @param step the step from 0, or -1 where no step of the alert tells
     * @param because why it is told, in words
     * @param people who answers for the role now, sorted; none where nobody does
     */
    record Told(String alert, int step, String because, Role role, List<String> people, String message)
            implements AlertEntry {
        static final String TYPE = "alert.told";

        public Told {
            people = List.copyOf(people);
            message = Words.cut(message, MAX_MESSAGE);
        }

        /** Deals the people into entries; at least one, which may name none. */
        public static List<Told> deal(
                String alert, int step, String because, Role role, List<String> people, String message) {
            return Chunks.of(people, Json::text).stream()
                    .map(chunk -> new Told(alert, step, because, role, chunk, message))
                    .toList();
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .put("alert", alert)
                    .put("because", because)
                    .put("role", role.name())
                    .put("people", JsonArray.texts(people))
                    .put("message", message);
            if (step >= 0) {
                json.put("step", step);
            }
            return json.build();
        }

        static Told fromJson(JsonObject json) {
            return new Told(
                    json.text("alert"),
                    json.has("step") ? Math.toIntExact(json.whole("step")) : -1,
                    json.text("because"),
                    new Role(json.text("role")),
                    json.array("people").texts(),
                    json.text("message"));
        }

        @Override
        public <R> R matchAlert(AlertCases<R> cases) {
            return cases.told(this);
        }
    }

    /**
     * A step suspends or cancels; what it does to orders follows in entries about them.
     *
     * @param orders how many orders of the target are out
     */
    record Acted(String alert, int step, Action action, Target target, String key, int orders) implements AlertEntry {
        static final String TYPE = "alert.acted";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("alert", alert)
                    .put("step", step)
                    .put("action", action.word())
                    .put("target", target.words())
                    .put("key", key)
                    .put("orders", orders)
                    .build();
        }

        static Acted fromJson(JsonObject json) {
            return new Acted(
                    json.text("alert"),
                    Math.toIntExact(json.whole("step")),
                    Words.constant(Action.values(), Action::word, json.text("action")),
                    Words.constant(Target.values(), Target::words, json.text("target")),
                    json.text("key"),
                    Math.toIntExact(json.whole("orders")));
        }

        @Override
        public <R> R matchAlert(AlertCases<R> cases) {
            return cases.acted(this);
        }
    }

    /**
     * A step was taken as a whole; the last of its entries, so that a step that was cut off is taken again.
     *
     * @param reached whether it told anybody, or was to tell nobody; where not, the next step is due at once
     */
    record StepTaken(String alert, int step, boolean reached) implements AlertEntry {
        static final String TYPE = "alert.step.taken";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("alert", alert)
                    .put("step", step)
                    .put("reached", reached)
                    .build();
        }

        static StepTaken fromJson(JsonObject json) {
            return new StepTaken(json.text("alert"), Math.toIntExact(json.whole("step")), json.bool("reached"));
        }

        @Override
        public <R> R matchAlert(AlertCases<R> cases) {
            return cases.stepTaken(this);
        }
    }

    /**
     * A person takes the alert on; nothing more of it is due.
     *
     * @param seconds since it was raised
     * @param occurrences how often it had occurred
     */
    record Acknowledged(String alert, String person, String note, long seconds, int occurrences) implements AlertEntry {
        static final String TYPE = "alert.acknowledged";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("alert", alert)
                    .put("person", person)
                    .put("note", note)
                    .put("seconds", seconds)
                    .put("occurrences", occurrences)
                    .build();
        }

        static Acknowledged fromJson(JsonObject json) {
            return new Acknowledged(
                    json.text("alert"),
                    json.text("person"),
                    json.text("note"),
                    json.whole("seconds"),
                    Math.toIntExact(json.whole("occurrences")));
        }

        @Override
        public <R> R matchAlert(AlertCases<R> cases) {
            return cases.acknowledged(this);
        }
    }

    /** An acknowledgement does not count, for the reason with this code. */
    record AcknowledgementRefused(String alert, String person, String why) implements AlertEntry {
        static final String TYPE = "alert.acknowledgement.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("alert", alert, "person", person, "why", why);
        }

        static AcknowledgementRefused fromJson(JsonObject json) {
            return new AcknowledgementRefused(json.text("alert"), json.text("person"), json.text("why"));
        }

        @Override
        public <R> R matchAlert(AlertCases<R> cases) {
            return cases.acknowledgementRefused(this);
        }
    }

    /** A person was delivered an alert, with everything that was recorded of it up to a revision. */
    record Delivered(String alert, String person, String channel, int revision) implements AlertEntry {
        static final String TYPE = "alert.delivered";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("alert", alert)
                    .put("person", person)
                    .put("channel", channel)
                    .put("revision", revision)
                    .build();
        }

        static Delivered fromJson(JsonObject json) {
            return new Delivered(
                    json.text("alert"),
                    json.text("person"),
                    json.text("channel"),
                    Math.toIntExact(json.whole("revision")));
        }

        @Override
        public <R> R matchAlert(AlertCases<R> cases) {
            return cases.delivered(this);
        }
    }

    /** A person has seen an alert, with everything that was recorded of it up to a revision. */
    record Seen(String alert, String person, int revision) implements AlertEntry {
        static final String TYPE = "alert.seen";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("alert", alert)
                    .put("person", person)
                    .put("revision", revision)
                    .build();
        }

        static Seen fromJson(JsonObject json) {
            return new Seen(json.text("alert"), json.text("person"), Math.toIntExact(json.whole("revision")));
        }

        @Override
        public <R> R matchAlert(AlertCases<R> cases) {
            return cases.seen(this);
        }
    }

    /** That an alert was delivered or seen does not count, for the reason with this code. */
    record ConfirmationRefused(String alert, String person, String why) implements AlertEntry {
        static final String TYPE = "alert.confirmation.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("alert", alert, "person", person, "why", why);
        }

        static ConfirmationRefused fromJson(JsonObject json) {
            return new ConfirmationRefused(json.text("alert"), json.text("person"), json.text("why"));
        }

        @Override
        public <R> R matchAlert(AlertCases<R> cases) {
            return cases.confirmationRefused(this);
        }
    }
}
