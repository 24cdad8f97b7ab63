package org.portcullis.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.attest.Acting;
import org.portcullis.app.attest.AttestationOffice;
import org.portcullis.app.attest.AttestationRefused;
import org.portcullis.app.attest.AttestationText;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.app.wiring.WorkbookCheck;
import org.portcullis.engine.attestation.AttestationRole;
import org.portcullis.engine.attestation.AttestationStatement;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.json.Digest;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.vault.Lens;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts a statement about a workbook. */
@Command(
        name = "prepare",
        description = {
            "Draft the statement about a workbook: what it is about, and what is open in it.",
            "The journal is verified and every cell of the workbook compared with it first."
        },
        footer = {"", "Exit status: 0 when the draft is in the journal, 1 when it was refused, 2 when nothing was done."
        })
final class AttestPrepareCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "JOURNAL", description = "the folder of the journal, which nobody else has open")
    private String folder = "";

    @Option(names = "--workbook", paramLabel = "FILE", required = true, description = "the workbook")
    private String workbook = "";

    @Option(
            names = "--deficiencies",
            paramLabel = "TEXT",
            description = "deficiencies that the drafter found, and what is done about them")
    private Optional<String> deficiencies = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "the first instant of the period that is meant; the workbook must be of it")
    private Optional<Instant> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "the first instant after the period that is meant; the workbook must be of it")
    private Optional<Instant> to = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "the statement; must be new")
    private String out = "";

    @Mixin
    private Acting acting = new Acting();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    AttestPrepareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Path journal = surroundings.journal(folder);
        AttestationOffice.requireSingle(journal, folder);
        if (Files.exists(surroundings.path(out))) {
            throw new UserMistake(out + ": is there already; nothing is overwritten, so name another file with --out");
        }
        String words = acting.words(surroundings, deficiencies);
        Digest digest = AttestationOffice.digest(surroundings.path(workbook), workbook);
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.clock())) {
            progress.step("verifying the journal", 0, 2);
            Verdict verdict = Verifier.withoutTrustedKey().verify(journal);
            if (!verdict.isValid()) {
                return RefusedJournal.tell(
                        surroundings.terminal(),
                        verdict,
                        json,
                        "nothing is attested of a journal that does not verify");
            }
            progress.step("comparing every cell", 1, 2);
            return draft(journal, digest, words);
        } catch (AttestationRefused refused) {
            surroundings.terminal().mistake(String.valueOf(refused.getMessage()));
            return ExitStatus.REFUSED;
        } catch (JournalFailure failure) {
            throw new UserMistake(String.valueOf(failure.getMessage()));
        }
    }

    private Integer draft(Path journal, Digest digest, String words)
            throws AttestationRefused, IOException, JournalFailure {
        AttestationOffice office = new AttestationOffice(surroundings, folder);
        ProvisionCatalogue catalogue = CatalogueLoader.embedded();
        WorkbookCheck.Checked checked =
                office.workbook(surroundings.path(workbook), workbook, catalogue, acting.openings(surroundings));
        EvidenceRequest request = checked.request();
        requirePeriod(request);
        Signer signer = acting.signer(surroundings);
        String person = acting.person(surroundings, folder, journal);
        office.requireKey(
                AttestationOffice.history(journal),
                person,
                signer,
                surroundings.clock().instant());
        AttestationOffice.requireWords(checked, workbook, words);
        AttestationStatement statement =
                office.statement(catalogue, request, digest, acting.kept(surroundings, journal, words));
        office.requireCurrent(statement, digest, workbook);
        office.write(statement, out);
        JournalEntry entry;
        boolean done = false;
        try {
            entry = office.act(
                    new AttestationOffice.Request(AttestationRole.DRAFTS, statement, ""), acting, person, signer);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(surroundings.path(out));
            }
        }
        AttestationText text =
                new AttestationText(Lens.of(JournalDirectory.at(journal), acting.openings(surroundings)));
        if (json) {
            surroundings.terminal().json(AttestAnswer.json(entry, statement, out));
        } else {
            surroundings.terminal().lines(text.statement(statement));
            surroundings
                    .terminal()
                    .line("entry " + entry.index() + ": the draft is in the journal, the statement in " + out);
        }
        return ExitStatus.DONE;
    }

    private void requirePeriod(EvidenceRequest request) throws AttestationRefused {
        boolean meant = from.map(request.from()::equals).orElse(true)
                && to.map(request.to()::equals).orElse(true);
        if (!meant) {
            throw new AttestationRefused(
                    workbook + ": is of another period, from " + request.from() + " to " + request.to());
        }
    }
}
