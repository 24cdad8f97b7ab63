package org.portcullis.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.EvidenceForms;
import org.portcullis.app.wiring.RefutedWorkbook;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.app.wiring.WorkbookFile;
import org.portcullis.journal.JournalFolder;
import org.portcullis.journal.VerifierKey;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.HandedPolicy;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the evidence workbook of a journal, after verifying the journal; of one that does not verify, a workbook that says so. */
@Command(
        name = "report",
        description = "Write the evidence workbook of a journal; the journal is verified first.",
        footer = {
            "",
            "Exit status: 0 when the workbook has no reservation, 1 when its cover says NOT VERIFIED, POLICY DOES NOT MATCH",
            "or EMPTY PERIOD, 2 when nothing was written."
        })
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

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "the key of the journal, from somebody else than the folder (the one in the folder)")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--policy-source",
            paramLabel = "FILE",
            description =
                    "a policy handed over as one in force in the period, or a folder of them; the cover says if it was not; may be repeated")
    private List<String> sources = List.of();

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
        if (JournalFolder.isSeries(journal)) {
            throw new UserMistake(options.folder() + ": is a series of shards; a workbook is of one of them, such as "
                    + options.folder() + "/"
                    + JournalFolder.at(journal).shards().get(0).month());
        }
        Optional<String> keyLine = TrustedFile.read(
                surroundings, key, text -> VerifierKey.read(text.strip()).line());
        Optional<List<HandedPolicy>> handed = HandedPolicies.read(surroundings, sources);
        if (handed.isEmpty()) {
            return ExitStatus.NOT_RUN;
        }
        WorkbookFile.Wanted wanted = options.wanted(
                surroundings,
                catalogue,
                "portcullis verify workbook " + out + " --journal " + options.folder() + " --key FILE",
                sample,
                handed.get());
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.clock())) {
            progress.step("verifying the journal", 0, 2);
            Verdict verdict = keyLine.map(Verifier::trusting)
                    .orElseGet(Verifier::withoutTrustedKey)
                    .verify(journal);
            progress.step("writing the workbook", 1, 2);
            return tell(
                    verdict,
                    verdict.isValid()
                            ? WorkbookFile.write(journal, workbook, catalogue, wanted, forms, progress::step)
                            : RefutedWorkbook.write(
                                    journal,
                                    workbook,
                                    catalogue,
                                    wanted,
                                    forms,
                                    verdict,
                                    keyLine.map(WorkbookFile::fingerprint).orElse("")));
        }
    }

    /** Tells what was written and what its cover says against it. */
    private Integer tell(Verdict verdict, Evidence evidence) {
        Terminal terminal = surroundings.terminal();
        Path proofs = WorkbookFile.proofs(surroundings.path(out));
        if (json) {
            terminal.json(document(verdict, evidence));
        } else {
            if (!verdict.isValid()) {
                terminal.out().print(verdict.text());
            }
            terminal.line("workbook  " + out);
            formed.print(surroundings);
            if (verdict.isValid() && Files.exists(proofs)) {
                terminal.line("proofs    " + surroundings.shown(proofs));
            }
            evidence.reservations().forEach(each -> terminal.line("its cover says " + each.text()));
        }
        if (evidence.reservations().stream().noneMatch(each -> each.kind().isGrave())) {
            return ExitStatus.DONE;
        }
        terminal.mistake("the workbook is written and is no clean one: "
                + evidence.reservations().get(0).kind().title()
                + formed.missing(surroundings)
                        .map(file -> "; no assessment results are written of it to " + file)
                        .orElse(""));
        return ExitStatus.REFUSED;
    }

    private JsonObject document(Verdict verdict, Evidence evidence) {
        JsonObject.Builder document = JsonObject.builder().put("workbook", out).put("journal", options.folder());
        formed.put(surroundings, document);
        if (!evidence.reservations().isEmpty()) {
            document.put("journalVerdict", verdict.outcome().name())
                    .put("journalSentence", verdict.sentence())
                    .put(
                            "reservations",
                            evidence.reservations().stream()
                                    .map(each ->
                                            JsonObject.of("kind", each.kind().name(), "words", each.words()))
                                    .toList());
        }
        return document.build();
    }
}
