package org.portcullis.engine.entry;

import java.util.List;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/** What people ask others to sign for apart from a submission; the hold that waits for the signatures follows in entries of its own. */
public sealed interface PetitionEntry extends HoldEntry {

    /**
     * Somebody asks for what needs signatures; the digest of the body is the decision digest that those signatures are bound to.
     *
     * @param petition the engine's id of it, which is that of its hold
     * @param submission the submission it is about; empty where it is about none
     * @param controls the controls whose terms apply
     * @param reason why, in the words of the person
     * @param circumstances what makes an exceptional release exceptional; empty for anything else
     * @param about the digest of what it is about: of the basket, or of the pack; of the purpose for anything else
     */
    record Asked(
            String petition,
            Purpose purpose,
            String submission,
            List<ControlId> controls,
            String person,
            String reason,
            String circumstances,
            Digest about)
            implements PetitionEntry {
        static final String TYPE = "petition.asked";

        public Asked {
            controls = List.copyOf(controls);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .put("petition", petition)
                    .put("purpose", purpose.toJson())
                    .put("submission", submission)
                    .put(
                            "controls",
                            JsonArray.texts(
                                    controls.stream().map(ControlId::text).toList()))
                    .put("person", person)
                    .put("reason", reason)
                    .put("about", about.value());
            if (!circumstances.isEmpty()) {
                json.put("circumstances", circumstances);
            }
            return json.build();
        }

        static Asked fromJson(JsonObject json) {
            return new Asked(
                    json.text("petition"),
                    Purpose.fromJson(json.object("purpose")),
                    json.text("submission"),
                    json.array("controls").texts().stream().map(ControlId::new).toList(),
                    json.text("person"),
                    json.text("reason"),
                    json.findText("circumstances").orElse(""),
                    new Digest(json.text("about")));
        }

        @Override
        public <R> R matchHold(HoldCases<R> cases) {
            return cases.asked(this);
        }
    }

    /**
     * What was asked for cannot be asked for.
     *
     * @param why the code of the reason
     */
    record Refused(Purpose purpose, String submission, String person, String why) implements PetitionEntry {
        static final String TYPE = "petition.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("purpose", purpose.toJson())
                    .put("submission", submission)
                    .put("person", person)
                    .put("why", why)
                    .build();
        }

        static Refused fromJson(JsonObject json) {
            return new Refused(
                    Purpose.fromJson(json.object("purpose")),
                    json.text("submission"),
                    json.text("person"),
                    json.text("why"));
        }

        @Override
        public <R> R matchHold(HoldCases<R> cases) {
            return cases.askingRefused(this);
        }
    }

    /**
     * The person who asked takes a petition back before it was met; its votes are void.
     *
     * @param by who took it back
     */
    record Withdrawn(String petition, String submission, String by) implements PetitionEntry {
        static final String TYPE = "petition.withdrawn";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("petition", petition, "submission", submission, "by", by);
        }

        static Withdrawn fromJson(JsonObject json) {
            return new Withdrawn(json.text("petition"), json.text("submission"), json.text("by"));
        }

        @Override
        public <R> R matchHold(HoldCases<R> cases) {
            return cases.withdrawn(this);
        }
    }
}
