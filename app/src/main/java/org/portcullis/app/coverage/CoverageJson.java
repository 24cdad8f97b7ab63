package org.portcullis.app.coverage;

import java.util.List;
import java.util.Locale;
import org.portcullis.mapping.coverage.Coverage;
import org.portcullis.mapping.coverage.CoverageLink;
import org.portcullis.mapping.coverage.CoverageReport;
import org.portcullis.mapping.coverage.ParityMatrix;
import org.portcullis.mapping.coverage.Place;
import org.portcullis.mapping.coverage.PolicyControl;
import org.portcullis.mapping.coverage.ProvisionCoverage;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/** Tells programs about coverage. */
public final class CoverageJson {
    private CoverageJson() {}

    /** Gives the whole answer with the parity matrix as one document. */
    public static JsonObject of(CoverageReport report, List<PolicyControl> controls) {
        JsonObject.Builder counts = JsonObject.builder();
        for (Coverage verdict : Coverage.values()) {
            counts.put(verdict.words(), report.count(verdict));
        }
        return JsonObject.builder()
                .put("profile", report.profile().name())
                .put("title", report.profile().title())
                .put("appliesTo", report.profile().appliesTo())
                .put("author", report.profile().author())
                .put("asOf", report.asOf().toString())
                .put("passes", report.passes())
                .put("counts", counts.build())
                .put("places", report.places().stream().map(CoverageJson::place).toList())
                .put("provisions", report.rows().stream().map(CoverageJson::row).toList())
                .put("parity", parity(ParityMatrix.of(controls, report.places())))
                .build();
    }

    private static Json place(Place place) {
        return JsonObject.builder()
                .put("entity", place.entity())
                .put("desk", place.desk())
                .put("location", place.location())
                .put("flow", place.flow())
                .build();
    }

    private static Json row(ProvisionCoverage row) {
        return JsonObject.builder()
                .put("corpus", row.provision().citation().corpus())
                .put("provision", row.provision().citation().provision())
                .put("paraphrase", row.provision().paraphrase().text())
                .put("sureness", row.provision().sureness().mark())
                .put("required", row.required())
                .put("verdict", row.verdict().words())
                .put("places", row.cells().stream().map(CoverageJson::cell).toList())
                .build();
    }

    private static Json cell(ProvisionCoverage.Cell cell) {
        return JsonObject.builder()
                .put("place", cell.place().words())
                .put("verdict", cell.verdict().words())
                .put("because", cell.because())
                .put("links", cell.links().stream().map(CoverageJson::link).toList())
                .build();
    }

    private static Json link(CoverageLink link) {
        return JsonObject.builder()
                .put("policy", link.control().policy())
                .put("control", link.control().id())
                .put(
                        "stage",
                        link.control().control().heading().applies().stage().words())
                .put("enforced", link.control().isEnforced())
                .put("provision", link.provision().toString())
                .put("cited", link.cited().toString())
                .put("rationale", link.rationale())
                .put("author", link.author())
                .put(
                        "tests",
                        link.control().tests().stream().map(CoverageJson::test).toList())
                .build();
    }

    private static Json test(PolicyControl.Tried test) {
        return JsonObject.builder()
                .put("name", test.test())
                .put("passed", test.passed())
                .put("breached", test.breached())
                .build();
    }

    private static Json parity(ParityMatrix<PolicyControl> matrix) {
        return JsonArray.of(matrix.rows().stream()
                .map(row -> JsonObject.builder()
                        .put("policy", row.control().policy())
                        .put("control", row.control().id())
                        .put(
                                "reaches",
                                JsonArray.texts(row.reaches().stream()
                                        .map(reach -> reach.name().toLowerCase(Locale.ROOT))
                                        .toList()))
                        .put("differs", row.differs())
                        .build())
                .map(Json.class::cast)
                .toList());
    }
}
