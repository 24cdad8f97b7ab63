package org.portcullis.app.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.VerifierKey;
import org.portcullis.journal.anchor.Anchors;
import org.portcullis.journal.anchor.Assurance;
import org.portcullis.journal.anchor.TimestampCheck;
import org.portcullis.journal.anchor.WitnessPolicy;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.model.json.Digest;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.HandedPolicy;
import org.portcullis.report.JournalCheckpoint;
import org.portcullis.report.evidence.EvidenceSheets;
import org.portcullis.report.evidence.SampleRows;
import org.portcullis.report.excel.EvidenceWorkbook;
import org.portcullis.vault.Lens;
import org.portcullis.vault.OpeningSource;

/** Writes the evidence workbook of a journal directory; never over a file that is there. */
public final class WorkbookFile {
    private static final String GENERATOR = "portcullis";
    private static final String WITNESSED = "witnessed since ";
    private static final String TIMESTAMPED = "timestamped ";

    private WorkbookFile() {}

    /**
     * What the workbook is asked for beside the journal.
     *
     * @param from the first instant of the period; empty means that of the first entry
     * @param to the first instant after the period; empty means just after the last entry
     * @param policy which witnesses are trusted
     * @param authorities which timestamp authorities are
     * @param profile the provisions that the clause matrix lists
     * @param openings of people and their words; what they do not open is shown as withheld
     * @param sample how many decisions are drawn for a tester
     * @param policies that were handed over as those in force
     */
    public record Wanted(
            String entity,
            String desk,
            Optional<Instant> from,
            Optional<Instant> to,
            String requestedBy,
            Instant generatedAt,
            String verifyCommand,
            WitnessPolicy policy,
            List<TimestampCheck> authorities,
            Optional<String> notice,
            CoverageProfile profile,
            OpeningSource openings,
            int sample,
            List<HandedPolicy> policies) {}

    /**
     * Writes the workbook of everything that the journal's checkpoint covers, and gives what was written. The journal MUST have been verified;
     * of one that does not verify, {@link RefutedWorkbook} writes it.
     *
     * @throws UserMistake if there is no journal, or the file is there already
     * @throws JournalFailure if an entry cannot be read
     */
    public static Evidence write(Path journal, Path workbook, ProvisionCatalogue catalogue, Wanted wanted)
            throws IOException, JournalFailure {
        return write(journal, workbook, catalogue, wanted, EvidenceForms.NONE, Steps.unheard());
    }

    /**
     * Writes the workbook of everything that the journal's checkpoint covers, and the same evidence in other forms.
     *
     * @param steps hears how far it has come
     * @throws UserMistake if there is no journal, or a file is there already
     * @throws JournalFailure if an entry cannot be read
     */
    public static Evidence write(
            Path journal, Path workbook, ProvisionCatalogue catalogue, Wanted wanted, EvidenceForms forms, Steps steps)
            throws IOException, JournalFailure {
        JournalDirectory directory = JournalDirectory.at(journal);
        JournalCheckpoint checkpoint = checkpoint(directory, journal, wanted);
        Path proofs = proofs(workbook);
        if (Files.exists(proofs)) {
            throw new UserMistake(
                    proofs + ": is there already; nothing is overwritten, so name another file with --out");
        }
        EntrySource entries = covered(directory, checkpoint.size());
        try (EvidenceWorkbook draft = EvidenceWorkbook.begin()) {
            Evidence evidence = EvidenceSheets.of(
                    new WatchedEntries(entries, checkpoint.size(), steps),
                    catalogue,
                    request(entries, checkpoint, wanted),
                    new BothProviders(),
                    Lens.of(entries, wanted.openings()),
                    draft);
            StagedFile.write(workbook, out -> draft.finish(evidence, out));
            forms.write(evidence, workbook);
            writeProofs(directory, journal, evidence, proofs);
            return evidence;
        }
    }

    static EvidenceRequest request(EntrySource entries, JournalCheckpoint checkpoint, Wanted wanted)
            throws JournalFailure {
        Span span = new Span();
        if (wanted.from().isEmpty() || wanted.to().isEmpty()) {
            entries.forEach(span::include);
        }
        EvidenceRequest request = new EvidenceRequest(
                wanted.entity(),
                wanted.desk(),
                wanted.from().orElseGet(span::first),
                wanted.to().orElseGet(() -> span.last().plusSeconds(1)),
                GENERATOR + " " + ProductVersion.text(),
                wanted.requestedBy(),
                wanted.generatedAt(),
                checkpoint,
                wanted.verifyCommand(),
                wanted.notice(),
                List.of(),
                wanted.profile(),
                wanted.sample());
        return request.withPolicies(wanted.policies());
    }

    /** Reads origin, size and root from the C2SP checkpoint, and names the key beside it. */
    static JournalCheckpoint checkpoint(JournalDirectory directory, Path journal, Wanted wanted)
            throws IOException, JournalFailure {
        String note = directory
                .checkpoint()
                .orElseThrow(() -> new UserMistake(journal + ": has no checkpoint yet; close the journal first"));
        List<String> lines = note.lines().limit(3).toList();
        String key = directory.verifierKey().map(String::strip).orElse("no key beside the journal");
        long size = Long.parseLong(lines.get(1));
        return new JournalCheckpoint(
                lines.get(0),
                size,
                Digest.ofHash(Base64.getDecoder().decode(lines.get(2))),
                fingerprint(key),
                assurance(journal, key, size, wanted.policy(), wanted.authorities()));
    }

    /** Names the folder with the proofs of the entries that were drawn for a tester. */
    public static Path proofs(Path workbook) {
        String name = String.valueOf(workbook.getFileName());
        return workbook.resolveSibling(
                (name.endsWith(".xlsx") ? name.substring(0, name.length() - 5) : name) + "-proofs");
    }

    private static void writeProofs(JournalDirectory directory, Path journal, Evidence evidence, Path folder)
            throws IOException, JournalFailure {
        List<Long> drawn = SampleRows.entries(evidence);
        if (!drawn.isEmpty()) {
            Files.createDirectory(folder);
        }
        for (long entry : drawn) {
            Path file = folder.resolve(SampleRows.file(entry));
            Files.write(file.resolveSibling(file.getFileName() + ".json"), directory.entryBytes(entry));
            Files.writeString(
                    file.resolveSibling(file.getFileName() + ".tlog-proof"),
                    Anchors.withCosignatures(journal, directory.proof(entry)),
                    StandardCharsets.UTF_8);
        }
    }

    /** Gives the entries that a checkpoint covers, so that what comes later changes no workbook of it. */
    static EntrySource covered(EntrySource entries, long size) {
        return entries.before(size);
    }

    /** Gives name and hash of a verifier key; the name and the hash have no plus sign, the base64 of the key may have some. */
    public static String fingerprint(String key) {
        int beforeKey = key.indexOf('+', key.indexOf('+') + 1);
        return beforeKey > 0 ? key.substring(0, beforeKey) : key;
    }

    /** Says what holds for all entries of the checkpoint. */
    static String assurance(Path journal, String key, long size, WitnessPolicy policy, List<TimestampCheck> authorities)
            throws IOException, JournalFailure {
        if (key.indexOf('+') < 0) {
            return "not known, because the verifier key is not beside the journal";
        }
        Assurance.Assured last = Assurance.of(journal, VerifierKey.read(key), policy, authorities)
                .of(size - 1);
        String witnessed = last.witnessed()
                .map(at -> WITNESSED + at)
                .orElse(
                        policy.needsWitnesses()
                                ? "not witnessed by enough of the policy"
                                : "no policy of witnesses was given");
        String timestamped = last.timestamped()
                .map(at -> TIMESTAMPED + at)
                .orElse(
                        authorities.isEmpty()
                                ? "no timestamp authority was named"
                                : "not timestamped by the authority that was named");
        return "durable, published; " + witnessed + "; " + timestamped;
    }

    /**
     * Tells whether what a cover claims still holds; a journal may have gained witnesses and timestamps since.
     *
     * @param stated on the cover
     * @param now as it is with what is trusted now, which may be nobody
     */
    static boolean isStillAssured(String stated, String now) {
        return List.of(WITNESSED, TIMESTAMPED).stream().allMatch(claim -> {
            Optional<String> claimed = claim(stated, claim);
            boolean asked = claim.equals(WITNESSED) ? !now.contains("no policy of") : !now.contains("no timestamp");
            return claimed.isEmpty() || !asked || claimed.equals(claim(now, claim));
        });
    }

    private static Optional<String> claim(String assurance, String claim) {
        return List.of(assurance.split("; ")).stream()
                .filter(part -> part.startsWith(claim))
                .findFirst();
    }

    /** The first and the last instant of the entries; mutable, for one walk. */
    private static final class Span {
        private @Nullable Instant first;
        private @Nullable Instant last;

        void include(JournalEntry entry) {
            first = first == null || entry.at().isBefore(first) ? entry.at() : first;
            last = last == null || entry.at().isAfter(last) ? entry.at() : last;
        }

        Instant first() {
            return first == null ? Instant.EPOCH : first;
        }

        Instant last() {
            return last == null ? Instant.EPOCH : last;
        }
    }
}
