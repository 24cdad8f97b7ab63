package org.portcullis.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.portcullis.app.attest.Acting;
import org.portcullis.app.attest.AttestationOffice;
import org.portcullis.app.attest.AttestationRefused;
import org.portcullis.app.attest.AttestationText;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.attestation.Attestation;
import org.portcullis.engine.attestation.AttestationRole;
import org.portcullis.engine.attestation.AttestationStatement;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.vault.Lens;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Does what the second and the third person do with a statement, which differs in the words alone. */
record AttestAnswer(Surroundings surroundings, String folder, AttestationRole role, boolean json) {

    /**
     * Shows the statement, has the person sign it and says where the journal has it.
     *
     * @param file the statement, as the user typed it
     * @param workbook the workbook, as the user typed it
     */
    Integer give(String file, String workbook, Acting acting, Optional<String> said) throws IOException {
        Path journal = surroundings.journal(folder);
        AttestationOffice.requireSingle(journal, folder);
        String words = acting.words(surroundings, said);
        Verdict verdict = Verifier.withoutTrustedKey().verify(journal);
        if (!verdict.isValid()) {
            return RefusedJournal.tell(
                    surroundings.terminal(), verdict, json, "nothing is attested of a journal that does not verify");
        }
        try {
            return act(journal, file, workbook, acting, words);
        } catch (AttestationRefused refused) {
            surroundings.terminal().mistake(String.valueOf(refused.getMessage()));
            return ExitStatus.REFUSED;
        } catch (JournalFailure failure) {
            throw new UserMistake(String.valueOf(failure.getMessage()));
        }
    }

    private Integer act(Path journal, String file, String workbook, Acting acting, String words)
            throws AttestationRefused, IOException, JournalFailure {
        AttestationOffice office = new AttestationOffice(surroundings, folder);
        Attestation attestation = office.read(file);
        AttestationStatement statement = attestation.statement();
        Digest digest = AttestationOffice.digest(surroundings.path(workbook), workbook);
        office.requireCurrent(statement, digest, workbook);
        String person = acting.person(surroundings, folder, journal);
        if (!json) {
            AttestationText text =
                    new AttestationText(Lens.of(JournalDirectory.at(journal), acting.openings(surroundings)));
            surroundings.terminal().lines(text.statement(statement));
            surroundings.terminal().lines(text.steps(attestation));
        }
        Signer signer = acting.signer(surroundings);
        office.requireMay(
                AttestationOffice.history(journal),
                new AttestationOffice.Request(role, statement, ""),
                person,
                signer,
                surroundings.clock().instant());
        AttestationOffice.Request request =
                new AttestationOffice.Request(role, statement, acting.kept(surroundings, journal, words));
        JournalEntry entry = office.act(request, acting, person, signer);
        if (json) {
            surroundings.terminal().json(json(entry, statement, file));
        } else {
            surroundings
                    .terminal()
                    .line("entry " + entry.index() + ": "
                            + (role == AttestationRole.AUDITS ? "the audit" : "the approval")
                            + " of the statement is in the journal");
        }
        return ExitStatus.DONE;
    }

    /** What an act answers to programs. */
    static JsonObject json(JournalEntry entry, AttestationStatement statement, String file) {
        return JsonObject.builder()
                .put("entry", entry.index())
                .put("type", entry.type())
                .put("person", entry.body().text("person"))
                .put("statement", file)
                .put("statementDigest", statement.digest().value())
                .put("workbookDigest", statement.workbook().value())
                .put("openObligations", statement.obligations().size())
                .put("provisionsWithoutEvidence", statement.gapCount())
                .put("overdueReviews", statement.reviews().size())
                .build();
    }
}
