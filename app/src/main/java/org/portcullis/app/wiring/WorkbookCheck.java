package org.portcullis.app.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.VerifierKey;
import org.portcullis.journal.anchor.TimestampCheck;
import org.portcullis.journal.anchor.WitnessPolicy;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.JournalCheckpoint;
import org.portcullis.report.Reservation;
import org.portcullis.report.evidence.CheckpointCheck;
import org.portcullis.report.evidence.EvidenceSheets;
import org.portcullis.report.excel.Comparison;
import org.portcullis.report.excel.Difference;
import org.portcullis.report.excel.EvidenceComparison;
import org.portcullis.report.excel.UnreadableWorkbook;
import org.portcullis.report.excel.WrittenEvidence;
import org.portcullis.report.excel.WrittenWorkbook;
import org.portcullis.report.json.WrittenDocument;
import org.portcullis.vault.Lens;
import org.portcullis.vault.OpeningSource;

/** Holds a workbook against the journal that it says it is derived from. */
public final class WorkbookCheck {
    private static final String CHECKPOINT = "the checkpoint that the workbook rests on";

    private WorkbookCheck() {}

    /**
     * What the workbook is held against beside the journal.
     *
     * @param key the key of the journal, from somebody else than the workbook
     * @param policy which witnesses are trusted
     * @param authorities which timestamp authorities are
     * @param openings of people and their words
     */
    public record Trusted(
            VerifierKey key, WitnessPolicy policy, List<TimestampCheck> authorities, OpeningSource openings) {}

    /**
     * What came out.
     *
     * @param request what the workbook says that it was asked for
     * @param assuranceChecked whether the assurance on the cover was held against the journal
     * @param reservations what keeps the workbook from being taken for clean, as it says itself; none where it differs before
     */
    public record Checked(
            EvidenceRequest request, Comparison comparison, boolean assuranceChecked, List<Reservation> reservations) {

        /** Copies the reservations. */
        public Checked {
            reservations = List.copyOf(reservations);
        }
    }

    /**
     * Reads what a workbook says that it was asked for.
     *
     * @throws UnreadableWorkbook when the file is no evidence workbook
     */
    public static EvidenceRequest request(Path workbook) throws IOException, UnreadableWorkbook {
        try (WrittenEvidence written = open(workbook)) {
            return written.request();
        }
    }

    /**
     * Derives all sheets again from the entries that the workbook's checkpoint covers, and compares every cell. The journal MUST have been verified.
     *
     * @throws UnreadableWorkbook when the file is no evidence workbook
     * @throws JournalFailure if an entry cannot be read
     */
    public static Checked of(Path journal, Path workbook, ProvisionCatalogue catalogue, Trusted trusted)
            throws IOException, UnreadableWorkbook, JournalFailure {
        try (WrittenEvidence written = open(workbook)) {
            EvidenceRequest request = written.request();
            boolean assurance =
                    trusted.policy().needsWitnesses() || !trusted.authorities().isEmpty();
            Optional<Difference> basis = request.refuted().isPresent()
                    ? request.refuted()
                            .map(why -> new Difference(
                                    "", "the verdict on the journal", "one that verifies", why.sentence()))
                    : basis(journal, request.journal(), trusted);
            if (basis.isPresent()) {
                return new Checked(request, new Comparison(0, 0, 0, basis), false, List.of());
            }
            EntrySource entries = WorkbookFile.covered(
                    JournalDirectory.at(journal), request.journal().size());
            try (EvidenceComparison comparison = written.comparison()) {
                Evidence evidence = EvidenceSheets.of(
                        entries,
                        catalogue,
                        request,
                        new BothProviders(),
                        Lens.of(entries, trusted.openings()),
                        comparison);
                return new Checked(request, comparison.with(evidence), assurance, evidence.reservations());
            }
        }
    }

    /** Opens a workbook, or the document that has the same. */
    static WrittenEvidence open(Path file) throws IOException, UnreadableWorkbook {
        return WrittenDocument.isOne(file) ? WrittenDocument.at(file) : WrittenWorkbook.open(file);
    }

    /** Compares what the workbook says about its journal with the journal. */
    private static Optional<Difference> basis(Path journal, JournalCheckpoint stated, Trusted trusted)
            throws IOException, JournalFailure {
        JournalDirectory directory = JournalDirectory.at(journal);
        String key = WorkbookFile.fingerprint(trusted.key().line());
        if (!stated.keyFingerprint().equals(key)) {
            return differs("the key `" + key + "`", "the key `" + stated.keyFingerprint() + "`");
        }
        String origin = directory.checkpoint().orElse("").lines().findFirst().orElse("");
        if (!stated.origin().equals(origin)) {
            return differs("the origin `" + origin + "`", "the origin `" + stated.origin() + "`");
        }
        Optional<String> other = CheckpointCheck.of(directory, stated);
        if (other.isPresent()) {
            return differs(other.get(), stated.size() + " entries with the root " + stated.root());
        }
        String assurance = WorkbookFile.assurance(
                journal, trusted.key().line(), stated.size(), trusted.policy(), trusted.authorities());
        return WorkbookFile.isStillAssured(stated.assurance(), assurance)
                ? Optional.empty()
                : Optional.of(new Difference("", "the assurance on the cover", assurance, stated.assurance()));
    }

    private static Optional<Difference> differs(String journal, String workbook) {
        return Optional.of(new Difference("", CHECKPOINT, journal, workbook));
    }
}
