package org.portcullis.engine.entry;

import java.util.List;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.AlertStep;
import org.portcullis.engine.alert.Group;
import org.portcullis.engine.alert.Occurrence;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/** Writes and reads what an alert is when it is raised. */
final class AlertJson {
    private AlertJson() {}

    static JsonObject of(Alert.Opening opening) {
        return JsonObject.builder()
                .put("alert", opening.id())
                .put("control", opening.group().control().text())
                .put("group", opening.group().key())
                .put("desk", opening.desk())
                .put("event", opening.event())
                .put("submission", opening.first().submission())
                .put("order", opening.first().order())
                .putIfPresent("stage", opening.stage().map(Stage::words))
                .put("message", opening.message())
                .put("acts", opening.acts())
                .put("steps", opening.steps().stream().map(AlertJson::step).toList())
                .build();
    }

    static Alert.Opening opening(JsonObject json) {
        return new Alert.Opening(
                json.text("alert"),
                new Group(new ControlId(json.text("control")), json.text("group")),
                json.text("desk"),
                json.text("event"),
                json.findText("stage").map(words -> Words.constant(Stage.values(), Stage::words, words)),
                new Occurrence(json.text("submission"), json.text("order")),
                json.text("message"),
                json.bool("acts"),
                json.array("steps").objects().stream().map(AlertJson::readStep).toList());
    }

    private static JsonObject step(AlertStep step) {
        List<JsonObject> acts = step.acts().stream()
                .map(act -> JsonObject.of(
                        "action", act.action().word(), "target", act.target().words()))
                .toList();
        return JsonObject.builder()
                .put("afterMicros", step.afterMicros())
                .put(
                        "tells",
                        JsonArray.texts(step.tell().stream().map(Role::name).toList()))
                .put("acts", acts)
                .build();
    }

    private static AlertStep readStep(JsonObject json) {
        return new AlertStep(
                json.whole("afterMicros"),
                json.array("tells").texts().stream().map(Role::new).toList(),
                json.array("acts").objects().stream()
                        .map(act -> new EscalationStage.Act(
                                Words.constant(Action.values(), Action::word, act.text("action")),
                                Words.constant(Target.values(), Target::words, act.text("target"))))
                        .toList());
    }
}
