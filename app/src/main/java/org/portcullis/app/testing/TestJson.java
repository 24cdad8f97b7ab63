package org.portcullis.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.compiler.diagnostic.DiagnosticJson;
import org.portcullis.engine.decision.FindingGroup;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.engine.policytest.coverage.Cell;
import org.portcullis.engine.policytest.coverage.CellResult;
import org.portcullis.engine.policytest.coverage.ControlCoverage;
import org.portcullis.engine.policytest.coverage.Proposal;
import org.portcullis.engine.policytest.coverage.Share;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/** Writes for programs how tests came out and what they show. */
public final class TestJson {
    private TestJson() {}

    /** The whole answer; `coverage` lists the controls of the files that were measured. */
    public static Json document(List<FileRun> files, List<MeasuredFile> measured) {
        JsonObject.Builder document = JsonObject.builder()
                .put("files", files.stream().map(TestJson::file).toList());
        if (!measured.isEmpty()) {
            document.put(
                    "coverage", measured.stream().flatMap(TestJson::coverage).toList());
            put(document, MeasuredFile.share(measured));
        }
        return document.build();
    }

    private static Json file(FileRun file) {
        return JsonObject.builder()
                .put("file", file.name())
                .put("compiled", file.compilation().pack().isPresent())
                .put(
                        "diagnostics",
                        DiagnosticJson.of(
                                file.compilation().sources(), file.compilation().diagnostics()))
                .put("leftOut", file.leftOut())
                .put("tests", file.results().stream().map(TestJson::test).toList())
                .build();
    }

    private static Json test(PolicyTestResult result) {
        List<Json> mismatches = new ArrayList<>();
        for (PolicyTestResult.Mismatch mismatch : result.mismatches()) {
            mismatches.add(JsonObject.builder()
                    .put("expected", mismatch.expected())
                    .put("found", mismatch.actual())
                    .put("because", JsonArray.texts(mismatch.because()))
                    .build());
        }
        return JsonObject.builder()
                .put("name", result.test().name())
                .put("passed", result.passed())
                .put(
                        "decidedBy",
                        result.assessment().groups().stream()
                                .map(TestJson::decider)
                                .toList())
                .put("mismatches", mismatches)
                .build();
    }

    private static Json decider(FindingGroup group) {
        JsonObject.Builder decider = JsonObject.builder()
                .put("effect", group.effect().word())
                .put("reason", group.reason().code());
        group.control().ifPresent(control -> decider.put("control", control.text()));
        return decider.build();
    }

    private static Stream<Json> coverage(MeasuredFile file) {
        Map<Cell, Proposal> proposals = file.byCell();
        return file.coverage().controls().stream().map(control -> coverage(file.file(), control, proposals));
    }

    private static Json coverage(String file, ControlCoverage control, Map<Cell, Proposal> proposals) {
        JsonObject.Builder document = JsonObject.builder()
                .put("file", file)
                .put("control", control.control().id().text())
                .put(
                        "cells",
                        control.cells().stream()
                                .map(result -> cell(result, Optional.ofNullable(proposals.get(result.cell()))))
                                .toList());
        put(document, control.share());
        return document.build();
    }

    private static Json cell(CellResult result, Optional<Proposal> proposal) {
        JsonObject.Builder document = JsonObject.builder()
                .put("cell", result.cell().words())
                .put("kind", CoverageColumn.of(result.cell()).title())
                .put("state", result.state().name().toLowerCase(Locale.ROOT))
                .put("tests", JsonArray.texts(result.tests()));
        proposal.flatMap(Proposal::test).ifPresent(test -> document.put("wouldShow", TestSentence.canonical(test)));
        proposal.flatMap(Proposal::reason).ifPresent(reason -> document.put("noTest", reason));
        return document.build();
    }

    private static void put(JsonObject.Builder document, Share share) {
        document.put("percent", share.percent()).put("tested", share.tested()).put("possible", share.cells());
    }
}
