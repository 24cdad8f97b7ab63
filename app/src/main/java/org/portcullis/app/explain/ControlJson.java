package org.portcullis.app.explain;

import java.util.List;
import org.portcullis.engine.entry.StatedLimit;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.register.CitedProvision;
import org.portcullis.report.register.ControlEntry;
import org.portcullis.report.register.Register;
import org.portcullis.report.register.ReviewState;
import org.portcullis.report.register.TestUse;

/** Writes what a register says of a control for machines; the shape stands in `docs/machine-output.md`. */
public final class ControlJson {
    private ControlJson() {}

    /** One control on the register's day. */
    public static JsonObject of(Register register, ControlEntry entry) {
        JsonObject.Builder json = JsonObject.builder()
                .put("id", entry.id())
                .put("kind", entry.terms().kind())
                .put("effect", entry.terms().effect())
                .put("target", entry.terms().target())
                .put("sentence", entry.terms().sentence())
                .put("policy", policy(register))
                .put("on", register.day().toString())
                .put("inForce", register.inForce() && entry.inForce())
                .put("limitations", JsonArray.texts(entry.limitations()))
                .put("subject", entry.terms().subject())
                .put("stage", entry.terms().stage())
                .put("applies", entry.applies())
                .put(
                        "scopes",
                        entry.scopes().stream()
                                .map(scope -> JsonObject.of(
                                        "id", scope.id().text(), "means", ConditionText.words(scope.means())))
                                .toList())
                .put("thresholds", JsonArray.texts(entry.thresholds()))
                .put(
                        "limits",
                        entry.terms().limits().stream().map(StatedLimit::toJson).toList())
                .put("missingData", entry.terms().missingData())
                .put("recipients", JsonArray.texts(entry.terms().recipients()))
                .put("terms", JsonArray.texts(entry.terms().terms()))
                .put("owner", entry.terms().owner())
                .put("review", review(entry.review()))
                .put("message", entry.terms().message())
                .put(
                        "provisions",
                        entry.provisions().stream().map(ControlJson::provision).toList())
                .put("tests", entry.tests().stream().map(ControlJson::test).toList());
        entry.example()
                .ifPresent(example ->
                        json.put("example", JsonObject.of("message", example.message(), "test", example.test())));
        return json.build();
    }

    /** The policy that a register is about. */
    public static JsonObject policy(Register register) {
        return JsonObject.builder()
                .put("name", register.pack().header().name())
                .put("version", register.pack().header().version())
                .put("file", register.source())
                .put("fingerprint", register.fingerprint().value())
                .build();
    }

    private static Json review(ReviewState review) {
        return JsonObject.builder()
                .put("every", review.every())
                .put("lastOn", review.lastOn().toString())
                .putIfPresent("due", review.due().map(Object::toString))
                .put("overdue", review.overdue())
                .build();
    }

    private static Json provision(CitedProvision cited) {
        JsonObject.Builder json = JsonObject.builder()
                .put("corpus", cited.citation().corpus())
                .put("provision", cited.citation().provision())
                .put("standing", cited.standingWords());
        cited.claim().ifPresent(claim -> json.put("claim", claim));
        cited.provision()
                .ifPresent(known -> json.put("paraphrase", known.paraphrase().text())
                        .put("sureness", known.sureness().mark()));
        return json.build();
    }

    private static Json test(TestUse use) {
        return JsonObject.builder()
                .put("name", use.test())
                .put("passed", use.passed())
                .put("expected", use.named())
                .put("shows", use.shows())
                .build();
    }

    /** The document for several controls. */
    public static JsonObject document(List<JsonObject> controls) {
        return JsonObject.builder().put("controls", controls).build();
    }
}
