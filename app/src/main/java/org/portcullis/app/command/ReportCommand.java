package org.portcullis.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.EvidenceForms;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.app.wiring.WorkbookFile;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the evidence workbook of a journal, after verifying the journal. */
@Command(name = "report", description = "Write the evidence workbook of a journal; the journal is verified first.")
final class ReportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private EvidenceOptions options = new EvidenceOptions();

    @Mixin
    private FormOptions formed = new FormOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the workbook; must be new (${DEFAULT-VALUE})",
            defaultValue = "evidence.xlsx")
    private String out = "";

    @Option(
            names = "--sample",
            paramLabel = "N",
            description =
                    "how many decisions are drawn for a tester, with proofs beside the workbook (${DEFAULT-VALUE})",
            defaultValue = "" + EvidenceRequest.SAMPLE)
    private int sample;

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Path journal = surroundings.journal(options.folder());
        Path workbook = surroundings.path(out);
        options.check(workbook, out);
        EvidenceForms forms = formed.forms(surroundings, workbook);
        ProvisionCatalogue catalogue = CatalogueLoader.embedded();
        if (sample < 1 || sample > EvidenceRequest.MAX_SAMPLE) {
            throw new UserMistake("--sample is between 1 and " + EvidenceRequest.MAX_SAMPLE + ", not " + sample);
        }
        WorkbookFile.Wanted wanted = options.wanted(
                surroundings,
                catalogue,
                "portcullis verify workbook " + out + " --journal " + options.folder() + " --key FILE",
                sample);
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.clock())) {
            return write(journal, workbook, catalogue, wanted, forms, progress);
        }
    }

    private Integer write(
            Path journal,
            Path workbook,
            ProvisionCatalogue catalogue,
            WorkbookFile.Wanted wanted,
            EvidenceForms forms,
            Progress progress)
            throws Exception {
        progress.step("verifying the journal", 0, 2);
        Verdict verdict = Verifier.withoutTrustedKey().verify(journal);
        progress.step("writing the workbook", 1, 2);
        if (!verdict.isValid()) {
            return RefusedJournal.tell(
                    surroundings.terminal(), verdict, json, "no workbook is written of a journal that does not verify");
        }
        WorkbookFile.write(journal, workbook, catalogue, wanted, forms);
        if (json) {
            JsonObject.Builder answer =
                    JsonObject.builder().put("workbook", out).put("journal", options.folder());
            formed.put(answer);
            surroundings.terminal().json(answer.build());
        } else {
            surroundings.terminal().line("workbook  " + out);
            formed.print(surroundings.terminal());
            if (Files.exists(WorkbookFile.proofs(workbook))) {
                surroundings.terminal().line("proofs    " + surroundings.shown(WorkbookFile.proofs(workbook)));
            }
        }
        return ExitStatus.DONE;
    }
}
