package org.portcullis.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.attest.AttestationOffice;
import org.portcullis.app.attest.AttestationText;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.attestation.Attestation;
import org.portcullis.engine.attestation.AttestationHistory;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.vault.Lens;
import org.portcullis.vault.OpeningSource;
import org.portcullis.vault.VaultFolder;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what people attested to. */
@Command(
        name = "show",
        description = {
            "Show what a journal holds of attestations, the newest first; the journal is verified first.",
            "UNSIGNED: not all three have signed. OUTDATED: signed, and not for what is there now."
        })
final class AttestShowCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "JOURNAL", description = "the folder of the journal")
    private String folder = "";

    @Option(names = "--workbook", paramLabel = "FILE", description = "the workbook that should have been attested")
    private Optional<String> workbook = Optional.empty();

    @Option(
            names = "--vault",
            paramLabel = "DIR",
            description =
                    "the journal's vault: people are shown by name; without it by pseudonym, and their words as [withheld]")
    private Optional<String> vault = Optional.empty();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    AttestShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Path journal = surroundings.journal(folder);
        AttestationOffice.requireSingle(journal, folder);
        Verdict verdict = Verifier.withoutTrustedKey().verify(journal);
        if (!verdict.isValid() && verdict.outcome() != Outcome.UNSEALED) {
            return RefusedJournal.tell(
                    surroundings.terminal(),
                    verdict,
                    json,
                    "no attestations are shown of a journal that does not verify");
        }
        Optional<Digest> digest = workbook.map(file -> AttestationOffice.digest(surroundings.path(file), file));
        OpeningSource openings = vault.isEmpty() ? OpeningSource.NONE : VaultFolder.at(surroundings.path(vault.get()));
        JournalDirectory entries = JournalDirectory.at(journal);
        AttestationText text = new AttestationText(Lens.of(entries, openings));
        List<JsonObject> documents = new ArrayList<>();
        List<Attestation> all =
                new ArrayList<>(AttestationOffice.history(journal).attestations());
        Collections.reverse(all);
        for (Attestation attestation : all) {
            List<String> outdated = outdated(entries, attestation, digest);
            documents.add(text.json(attestation, outdated));
            if (!json) {
                if (documents.size() > 1) {
                    surroundings.terminal().gap();
                }
                print(text, attestation, outdated);
            }
        }
        if (json) {
            surroundings
                    .terminal()
                    .json(JsonObject.builder()
                            .put("attestations", JsonArray.of(documents))
                            .build());
        } else if (all.isEmpty()) {
            surroundings.terminal().line("UNSIGNED: the journal has no attestation");
        }
        return ExitStatus.DONE;
    }

    private static List<String> outdated(JournalDirectory entries, Attestation attestation, Optional<Digest> workbook)
            throws Exception {
        List<String> reasons = new ArrayList<>();
        workbook.filter(digest -> !attestation.statement().workbook().equals(digest))
                .ifPresent(digest -> reasons.add("the workbook is another file, with the digest " + digest));
        AttestationHistory.later(entries, Long.MAX_VALUE, attestation.statement())
                .ifPresent(later -> reasons.add(later.words()));
        return reasons;
    }

    private void print(AttestationText text, Attestation attestation, List<String> outdated) {
        List<String> lines = new ArrayList<>();
        AttestationText.line(lines, "state", AttestationText.state(attestation, outdated));
        outdated.forEach(reason -> AttestationText.line(lines, "outdated", reason));
        lines.addAll(text.steps(attestation));
        lines.addAll(text.statement(attestation.statement()));
        surroundings.terminal().lines(lines);
    }
}
