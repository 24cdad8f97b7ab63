package org.portcullis.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.ProductVersion;
import org.portcullis.app.wiring.RefutedWorkbook;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.app.wiring.WorkbookCheck;
import org.portcullis.app.wiring.WorkbookFile;
import org.portcullis.journal.VerifierKey;
import org.portcullis.journal.anchor.TimestampCheck;
import org.portcullis.journal.anchor.WitnessPolicy;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.Refuted;
import org.portcullis.report.excel.Comparison;
import org.portcullis.report.excel.Difference;
import org.portcullis.report.excel.UnreadableWorkbook;
import org.portcullis.vault.OpeningSource;
import org.portcullis.vault.VaultFolder;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Derives every cell of a workbook again from its journal, after verifying the journal, and names the first that differs. */
@Command(
        name = "workbook",
        description =
                "Verify an evidence workbook: verify its journal, derive every sheet again and compare every cell.",
        footer = {
            "",
            "Exit status: 0 when every cell is what the journal gives, 1 when not, 2 when nothing was compared."
        })
final class VerifyWorkbookCommand implements Callable<Integer> {
    private static final int BUFFER = 1 << 16;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "EVIDENCE.xlsx", description = "the workbook, or the JSON document with the same")
    private String file = "";

    @Option(names = "--journal", paramLabel = "JOURNAL", required = true, description = "the folder of its journal")
    private String folder = "";

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "the key of the journal, from somebody else than the workbook")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--vault",
            paramLabel = "DIR",
            description = "the journal's vault, for a workbook that was written with it")
    private Optional<String> vault = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "the witnesses that you trust, for the journal and the assurance on the cover")
    private Optional<String> policy = Optional.empty();

    @Option(
            names = "--tsa",
            paramLabel = "FILE",
            description = "the certificate of the timestamp authority that you trust, for the same")
    private Optional<String> authority = Optional.empty();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    VerifyWorkbookCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Path journal = surroundings.journal(folder);
        Path workbook = surroundings.path(file);
        if (!Files.isRegularFile(workbook)) {
            throw new UserMistake(file + ": no such workbook");
        }
        String keyLine = TrustedFile.read(
                        surroundings,
                        key,
                        text -> VerifierKey.read(text.strip()).line())
                .orElseThrow();
        Verifier verifier = Verifier.trusting(keyLine);
        Optional<Verifier> policed = TrustedFile.read(surroundings, policy, verifier::under);
        verifier = policed.orElse(verifier);
        verifier = TrustedFile.read(surroundings, authority, verifier::timedBy).orElse(verifier);
        OpeningSource openings = vault.isEmpty() ? OpeningSource.NONE : VaultFolder.at(surroundings.path(vault.get()));
        WorkbookCheck.Trusted trusted = new WorkbookCheck.Trusted(
                VerifierKey.read(keyLine),
                TrustedFile.read(surroundings, policy, WitnessPolicy::read).orElse(WitnessPolicy.none()),
                TrustedFile.read(surroundings, authority, TimestampCheck::trusting).stream()
                        .toList(),
                openings);
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.clock())) {
            return verify(journal, workbook, verifier, trusted, progress);
        } catch (UnreadableWorkbook unreadable) {
            throw new UserMistake(file + ": " + unreadable.getMessage());
        }
    }

    private Integer verify(
            Path journal, Path workbook, Verifier verifier, WorkbookCheck.Trusted trusted, Progress progress)
            throws Exception {
        progress.step("verifying the journal", 0, 2);
        Verdict verdict = verifier.verify(journal);
        progress.step("comparing every cell", 1, 2);
        Optional<Refuted> refuted = WorkbookCheck.request(workbook).refuted();
        if (!verdict.isValid() && refuted.isEmpty()) {
            return RefusedJournal.tell(
                    surroundings.terminal(),
                    verdict,
                    json,
                    "no workbook is compared with a journal that does not verify");
        }
        Digest digest = digest(workbook);
        if (refuted.isPresent()) {
            return tellRefuted(journal, workbook, refuted.get(), trusted, digest);
        }
        WorkbookCheck.Checked checked = WorkbookCheck.of(journal, workbook, CatalogueLoader.embedded(), trusted);
        progress.step("comparing every cell", 2, 2);
        if (json) {
            surroundings.terminal().json(document(checked, verdict, digest));
        } else {
            print(checked, verdict, digest);
        }
        return checked.comparison().agrees() ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    /** Derives the workbook of a journal that does not verify again; whatever comes out, it is not verified. */
    private Integer tellRefuted(
            Path journal, Path workbook, Refuted stated, WorkbookCheck.Trusted trusted, Digest digest)
            throws Exception {
        String key = WorkbookFile.fingerprint(trusted.key().line());
        boolean own = !stated.trustedKey().isEmpty();
        if (own && !stated.trustedKey().equals(key)) {
            throw new UserMistake(file + ": says that the journal does not verify with the key `"
                    + line(stated.trustedKey()) + "`; give that key to derive it again, not `" + key + "`");
        }
        // Reason: the same question gives the same verdict: with the key that was trusted then, or with the one in the
        // folder.
        Verdict verdict =
                (own ? Verifier.trusting(trusted.key().line()) : Verifier.withoutTrustedKey()).verify(journal);
        WorkbookCheck.Checked checked = RefutedWorkbook.check(
                journal, workbook, CatalogueLoader.embedded(), verdict, own ? key : "", trusted.openings());
        if (json) {
            surroundings.terminal().json(document(checked, verdict, digest));
        } else {
            print(checked, verdict, digest);
        }
        return ExitStatus.REFUSED;
    }

    private void print(WorkbookCheck.Checked checked, Verdict verdict, Digest digest) {
        Terminal terminal = surroundings.terminal();
        Comparison comparison = checked.comparison();
        EvidenceRequest request = checked.request();
        if (comparison.first().isPresent()) {
            Difference first = comparison.first().get();
            terminal.line("DIFFERS: " + first.where());
            terminal.line("  the journal gives  " + first.journal());
            terminal.line("  the workbook has   " + first.workbook());
            terminal.line("compared up to there: " + counted(comparison));
            notes(checked).forEach(terminal::line);
            return;
        }
        terminal.line(
                verdict.isValid()
                        ? "VERIFIED: every cell is what the journal gives"
                        : "NOT VERIFIED: every cell is what can be read of the journal, and the journal does not verify");
        terminal.line("compared: " + counted(comparison));
        terminal.line("journal: " + (verdict.isValid() ? "" : verdict.outcome() + ", ") + verdict.sentence());
        checked.reservations().forEach(each -> terminal.line("its cover says " + each.text()));
        terminal.line("rests on: the first " + request.journal().size() + " entries, root "
                + request.journal().root().value());
        terminal.line("period: from " + request.from() + " to " + request.to() + ", the end not included");
        notes(checked).forEach(terminal::line);
        terminal.line("digest of the workbook: " + digest.value());
    }

    private static String counted(Comparison comparison) {
        return counted(comparison.sheets(), "sheet") + ", " + counted(comparison.cells(), "cell") + " with content, "
                + counted(comparison.filled(), "cell") + " that people filled";
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Says what the verdict does not show. */
    private List<String> notes(WorkbookCheck.Checked checked) {
        List<String> notes = new ArrayList<>();
        EvidenceRequest request = checked.request();
        String own = "portcullis " + ProductVersion.text();
        if (!request.generator().equals(own)) {
            notes.add("note: it was made by `" + line(request.generator()) + "` and this is `" + own
                    + "`: sheets of another version may differ");
        }
        if (checked.comparison().first().isPresent()) {
            if (vault.isEmpty()) {
                notes.add("note: no vault was given: a workbook that was written with one shows names and words,"
                        + " which differ");
            }
            return notes;
        }
        notes.add("note: stated by whoever asked for it and in no journal: entity `" + line(request.entity())
                + "`, desk `" + line(request.desk()) + "`, requested by `" + line(request.requestedBy())
                + "`, generated at " + request.generatedAt()
                + request.notice()
                        .map(notice -> ", notice `" + line(notice) + "`")
                        .orElse(""));
        if (!checked.assuranceChecked()) {
            notes.add(
                    "note: the assurance on the cover was not checked: give the policy of witnesses, the certificate of the"
                            + " authority, or both");
        }
        if (checked.comparison().filled() > 0) {
            notes.add("note: what people filled in is theirs; no journal has it");
        }
        return notes;
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private JsonObject document(WorkbookCheck.Checked checked, Verdict verdict, Digest digest) {
        Comparison comparison = checked.comparison();
        EvidenceRequest request = checked.request();
        JsonObject.Builder document = JsonObject.builder()
                .put("verdict", !comparison.agrees() ? "DIFFERS" : verdict.isValid() ? "VERIFIED" : "NOT_VERIFIED")
                .put("workbook", file)
                .put("digest", digest.value())
                .put("journal", folder)
                .put("journalVerdict", verdict.outcome().name())
                .put("origin", request.journal().origin())
                .put("size", request.journal().size())
                .put("root", request.journal().root().value())
                .put("from", request.from().toString())
                .put("to", request.to().toString())
                .put("generator", request.generator())
                .put("assuranceChecked", checked.assuranceChecked())
                .put("sheets", comparison.sheets())
                .put("cells", comparison.cells())
                .put("filled", comparison.filled())
                .put(
                        "stated",
                        JsonObject.builder()
                                .put("entity", request.entity())
                                .put("desk", request.desk())
                                .put("requestedBy", request.requestedBy())
                                .put("generatedAt", request.generatedAt().toString())
                                .putIfPresent("notice", request.notice())
                                .build());
        if (!checked.reservations().isEmpty()) {
            document.put(
                    "reservations",
                    checked.reservations().stream()
                            .map(each -> JsonObject.of("kind", each.kind().name(), "words", each.words()))
                            .toList());
        }
        comparison
                .first()
                .ifPresent(first -> document.put(
                        "difference",
                        JsonObject.builder()
                                .put("sheet", first.sheet())
                                .put("place", first.place())
                                .put("journal", first.journal())
                                .put("workbook", first.workbook())
                                .build()));
        return document.build();
    }

    private static Digest digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
            return Digest.ofHash(sha256.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
