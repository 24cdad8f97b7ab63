package org.portcullis.app.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.engine.journal.EntryFormat;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.model.json.Digest;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.JournalCheckpoint;
import org.portcullis.report.Refuted;
import org.portcullis.report.evidence.EvidenceSheets;
import org.portcullis.report.excel.Comparison;
import org.portcullis.report.excel.Difference;
import org.portcullis.report.excel.EvidenceWorkbook;
import org.portcullis.report.excel.UnreadableWorkbook;
import org.portcullis.report.excel.WrittenEvidence;
import org.portcullis.report.sheet.RowTaker;
import org.portcullis.vault.Lens;
import org.portcullis.vault.OpeningSource;
import org.portcullis.verifier.Verdict;

/**
 * Writes and compares the workbook of a journal that does not verify: it says so on its cover and above every sheet, and shows the entries that can be read.
 *
 * <p>Where none can, or where what can be read makes no sense as a whole, the workbook has a cover alone.
 */
public final class RefutedWorkbook {
    private static final String CHECKPOINT = "checkpoint";
    private static final String KEY = "journal.vkey";
    private static final String NOT_KNOWN = "not known: no checkpoint can be read";
    private static final EntrySource NOTHING = visitor -> {};

    private RefutedWorkbook() {}

    /**
     * What there is of the journal.
     *
     * @param entries those that can be read
     * @param checkpoint what stands in its place where none can be read
     */
    private record Remains(EntrySource entries, JournalCheckpoint checkpoint, Refuted why) {}

    /**
     * Writes the workbook, and gives what was written.
     *
     * @param verdict that of the verifier, which is not valid
     * @param trustedKey names the key that the journal was held against; empty where it was the one in the folder
     * @throws UserMistake if there is nothing of a journal in the folder, or the file is there already
     */
    public static Evidence write(
            Path journal,
            Path workbook,
            ProvisionCatalogue catalogue,
            WorkbookFile.Wanted wanted,
            EvidenceForms forms,
            Verdict verdict,
            String trustedKey)
            throws IOException, JournalFailure {
        Remains remains = remains(journal, verdict, trustedKey);
        EvidenceRequest request = WorkbookFile.request(remains.entries(), remains.checkpoint(), wanted)
                .of(remains.why());
        Evidence evidence = evidence(remains.entries(), catalogue, request, wanted.openings());
        StagedFile.write(workbook, out -> EvidenceWorkbook.write(evidence, out));
        forms.write(evidence, workbook);
        return evidence;
    }

    /**
     * Derives a workbook again that says of its journal that it does not verify, and compares every cell.
     *
     * @param verdict that of the verifier now, held against the same key
     * @param trustedKey names that key; empty where it was the one in the folder
     */
    public static WorkbookCheck.Checked check(
            Path journal,
            Path workbook,
            ProvisionCatalogue catalogue,
            Verdict verdict,
            String trustedKey,
            OpeningSource openings)
            throws IOException, UnreadableWorkbook, JournalFailure {
        try (WrittenEvidence written = WorkbookCheck.open(workbook)) {
            EvidenceRequest request = written.request();
            Refuted stated = request.refuted().orElseThrow();
            if (verdict.isValid()) {
                return differs(request, "the verdict on the journal", verdict.sentence(), stated.sentence());
            }
            Remains remains = remains(journal, verdict, trustedKey);
            if (!remains.checkpoint().equals(request.journal())) {
                return differs(
                        request, "the checkpoint on the cover", words(remains.checkpoint()), words(request.journal()));
            }
            Evidence evidence = evidence(remains.entries(), catalogue, request.of(remains.why()), openings);
            Refuted now = evidence.request().refuted().orElseThrow();
            if (!now.equals(stated)) {
                return differs(request, "the verdict on the journal", words(now), words(stated));
            }
            return new WorkbookCheck.Checked(request, written.compare(evidence), false, evidence.reservations());
        }
    }

    private static WorkbookCheck.Checked differs(
            EvidenceRequest request, String place, String journal, String workbook) {
        return new WorkbookCheck.Checked(
                request,
                new Comparison(0, 0, 0, Optional.of(new Difference("", place, journal, workbook))),
                false,
                List.of());
    }

    private static String words(JournalCheckpoint checkpoint) {
        return checkpoint.size() + " entries of `" + checkpoint.origin() + "` with the root " + checkpoint.root()
                + " and the key `" + checkpoint.keyFingerprint() + "`";
    }

    private static String words(Refuted why) {
        return why.outcome() + ", " + why.sentence() + "; " + why.readable() + " entries";
    }

    private static Remains remains(Path journal, Verdict verdict, String trustedKey) throws IOException {
        boolean segments = Files.isDirectory(journal.resolve("segments"));
        Optional<String> note = read(journal.resolve(CHECKPOINT));
        Optional<String> keyLine = read(journal.resolve(KEY)).map(String::strip);
        if (!segments && note.isEmpty() && keyLine.isEmpty()) {
            throw new UserMistake(journal + ": no journal there: no segments, no checkpoint and no key");
        }
        ReadableEntries entries = ReadableEntries.of(segments ? JournalDirectory.at(journal) : NOTHING);
        String key = keyLine.map(WorkbookFile::fingerprint).orElse("no key beside the journal");
        Optional<JournalCheckpoint> signed = note.flatMap(text -> checkpoint(text, key));
        JournalCheckpoint checkpoint = signed.orElseGet(
                () -> new JournalCheckpoint(NOT_KNOWN, entries.count(), EntryFormat.NO_ENTRY, key, assurance()));
        long readable = Math.min(entries.count(), checkpoint.size());
        return new Remains(
                new ReadableEntries(entries.journal(), readable),
                checkpoint,
                new Refuted(verdict.outcome().name(), verdict.sentence(), trustedKey, readable, signed.isPresent()));
    }

    private static String assurance() {
        return "none, because the journal does not verify";
    }

    /** Reads a small file; what is not there or no file is as good as missing here. */
    private static Optional<String> read(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static Optional<JournalCheckpoint> checkpoint(String note, String key) {
        List<String> lines = note.lines().limit(3).toList();
        if (lines.size() < 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JournalCheckpoint(
                    lines.get(0),
                    Long.parseLong(lines.get(1)),
                    Digest.ofHash(Base64.getDecoder().decode(lines.get(2))),
                    key,
                    assurance()));
        } catch (IllegalArgumentException illFormed) {
            return Optional.empty();
        }
    }

    /** Derives the sheets; a cover alone where no entry can be read, or where the entries that can make no sense as a whole. */
    private static Evidence evidence(
            EntrySource entries, ProvisionCatalogue catalogue, EvidenceRequest request, OpeningSource openings)
            throws JournalFailure {
        Refuted why = request.refuted().orElseThrow();
        if (why.readable() > 0) {
            try {
                return EvidenceSheets.of(
                        entries, catalogue, request, new BothProviders(), Lens.of(entries, openings), RowTaker.none());
            } catch (RuntimeException senseless) {
                // Reason: entries that nobody verified may contradict each other in ways that no journal of ours does.
                return EvidenceSheets.coverOf(request.of(without(why)));
            }
        }
        return EvidenceSheets.coverOf(request);
    }

    private static Refuted without(Refuted why) {
        return new Refuted(why.outcome(), why.sentence(), why.trustedKey(), 0, why.checkpointRead());
    }
}
