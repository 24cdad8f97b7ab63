package org.portcullis.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.AssessmentFile;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.app.wiring.WorkbookFile;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.assessment.SelfAssessment;
import org.portcullis.report.assessment.SelfAssessment.State;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the self-assessment of RTS 6 Article 9 as a document, after verifying the journal. */
@Command(
        name = "self-assessment",
        description = {
            "Write the self-assessment of RTS 6 Article 9 as a document, filled in as far as a journal goes;",
            "the journal is verified first. The workbook has the same content as a sheet."
        })
final class SelfAssessmentCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private EvidenceOptions options = new EvidenceOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the document, which ends in .docx; must be new (${DEFAULT-VALUE})",
            defaultValue = "self-assessment.docx")
    private String out = "";

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    SelfAssessmentCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Path journal = surroundings.journal(options.folder());
        Path document = surroundings.path(out);
        if (!out.endsWith(".docx")) {
            throw new UserMistake(out + ": is no document; name a file that ends in `.docx` with --out");
        }
        options.check(document, out);
        ProvisionCatalogue catalogue = CatalogueLoader.embedded();
        WorkbookFile.Wanted wanted = options.wanted(
                surroundings,
                catalogue,
                "portcullis verify " + options.folder() + " --key FILE",
                EvidenceRequest.SAMPLE,
                List.of());
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.clock())) {
            progress.step("verifying the journal", 0, 2);
            Verdict verdict = Verifier.withoutTrustedKey().verify(journal);
            progress.step("writing the document", 1, 2);
            if (!verdict.isValid()) {
                return RefusedJournal.tell(
                        surroundings.terminal(),
                        verdict,
                        json,
                        "no self-assessment is written of a journal that does not verify");
            }
            tell(AssessmentFile.write(journal, document, catalogue, wanted));
        }
        return ExitStatus.DONE;
    }

    private void tell(SelfAssessment assessment) {
        if (json) {
            JsonObject.Builder states = JsonObject.builder();
            for (State state : State.values()) {
                states.put(state.words(), assessment.count(state));
            }
            surroundings
                    .terminal()
                    .json(JsonObject.builder()
                            .put("document", out)
                            .put("journal", options.folder())
                            .put("provisions", assessment.answers().size())
                            .put("states", states.build())
                            .build());
            return;
        }
        surroundings.terminal().line("document  " + out + ", not signed");
        for (State state : State.values()) {
            surroundings
                    .terminal()
                    .line(String.format(java.util.Locale.ROOT, "%-14s  %d", state.words(), assessment.count(state)));
        }
    }
}
