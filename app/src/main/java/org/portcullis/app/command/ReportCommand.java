package org.portcullis.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.ProfileFiles;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.app.wiring.WorkbookFile;
import org.portcullis.journal.anchor.TimestampCheck;
import org.portcullis.journal.anchor.WitnessPolicy;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.mapping.load.ProfileLoader;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.vault.OpeningSource;
import org.portcullis.vault.VaultFolder;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the evidence workbook of a journal, after verifying the journal. */
@Command(name = "report", description = "Write the evidence workbook of a journal; the journal is verified first.")
final class ReportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "JOURNAL", description = "the folder of the journal")
    private String folder = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the workbook; must be new (${DEFAULT-VALUE})",
            defaultValue = "evidence.xlsx")
    private String out = "";

    @Option(
            names = "--entity",
            paramLabel = "NAME",
            description = "the legal entity on the cover (${DEFAULT-VALUE})",
            defaultValue = "not stated")
    private String entity = "";

    @Option(
            names = "--desk",
            paramLabel = "NAME",
            description = "the desk on the cover (${DEFAULT-VALUE})",
            defaultValue = "all desks")
    private String desk = "";

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "the first instant of the period, such as 2022-05-02T00:00:00Z (the first entry)")
    private Optional<Instant> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "the first instant after the period (just after the last entry)")
    private Optional<Instant> to = Optional.empty();

    @Option(
            names = "--requested-by",
            paramLabel = "NAME",
            description = "who asks for the workbook (${DEFAULT-VALUE})",
            defaultValue = "not stated")
    private String requestedBy = "";

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "the witnesses that you trust, for the assurance on the cover")
    private Optional<String> policy = Optional.empty();

    @Option(
            names = "--tsa",
            paramLabel = "FILE",
            description = "the certificate of the timestamp authority that you trust, for the same")
    private Optional<String> authority = Optional.empty();

    @Option(
            names = "--notice",
            paramLabel = "TEXT",
            description = "what has to be said of all figures, for example that they are synthetic")
    private Optional<String> notice = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "the provisions that the clause matrix lists: uk-algorithmic-trading, pra-firm,"
                    + " rts6-self-assessment, or a file of yours that ends in .yaml (${DEFAULT-VALUE})",
            defaultValue = ProfileLoader.DEFAULT)
    private String profile = "";

    @Option(
            names = "--vault",
            paramLabel = "DIR",
            description =
                    "the journal's vault: people are shown by name; without it by pseudonym, and their words as [withheld]")
    private Optional<String> vault = Optional.empty();

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
        Path journal = surroundings.journal(folder);
        Path workbook = surroundings.path(out);
        if (Files.exists(workbook)) {
            throw new UserMistake(out + ": is there already; nothing is overwritten, so name another file with --out");
        }
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new UserMistake("the period ends at " + to.get() + ", not after its beginning at " + from.get());
        }
        ProvisionCatalogue catalogue = CatalogueLoader.embedded();
        CoverageProfile listed = ProfileFiles.read(surroundings, profile, catalogue);
        if (sample < 1 || sample > EvidenceRequest.MAX_SAMPLE) {
            throw new UserMistake("--sample is between 1 and " + EvidenceRequest.MAX_SAMPLE + ", not " + sample);
        }
        OpeningSource openings = vault.isEmpty() ? OpeningSource.NONE : VaultFolder.at(surroundings.path(vault.get()));
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.clock())) {
            return write(journal, workbook, new Listed(catalogue, listed), openings, progress);
        }
    }

    private record Listed(ProvisionCatalogue catalogue, CoverageProfile profile) {}

    private Integer write(Path journal, Path workbook, Listed listed, OpeningSource openings, Progress progress)
            throws Exception {
        progress.step("verifying the journal", 0, 2);
        Verdict verdict = Verifier.withoutTrustedKey().verify(journal);
        progress.step("writing the workbook", 1, 2);
        if (!verdict.isValid()) {
            return RefusedJournal.tell(
                    surroundings.terminal(), verdict, json, "no workbook is written of a journal that does not verify");
        }
        WorkbookFile.write(
                journal,
                workbook,
                listed.catalogue(),
                new WorkbookFile.Wanted(
                        entity,
                        desk,
                        from,
                        to,
                        requestedBy,
                        surroundings.clock().instant(),
                        "portcullis verify workbook " + out + " --journal " + folder + " --key FILE",
                        TrustedFile.read(surroundings, policy, WitnessPolicy::read)
                                .orElse(WitnessPolicy.none()),
                        TrustedFile.read(surroundings, authority, TimestampCheck::trusting).stream()
                                .toList(),
                        notice,
                        listed.profile(),
                        openings,
                        sample));
        if (json) {
            surroundings.terminal().json(JsonObject.of("workbook", out, "journal", folder));
        } else {
            surroundings.terminal().line("workbook  " + out);
            surroundings.terminal().line("proofs    " + surroundings.shown(WorkbookFile.proofs(workbook)));
        }
        return ExitStatus.DONE;
    }
}
