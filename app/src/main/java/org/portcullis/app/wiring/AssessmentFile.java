package org.portcullis.app.wiring;

import java.io.IOException;
import java.nio.file.Path;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.report.JournalCheckpoint;
import org.portcullis.report.assessment.SelfAssessment;
import org.portcullis.report.evidence.EvidenceSheets;
import org.portcullis.report.word.AssessmentDocument;
import org.portcullis.vault.Lens;

/** Writes the self-assessment of a journal directory as a document; never over a file that is there. */
public final class AssessmentFile {
    private AssessmentFile() {}

    /**
     * Writes the self-assessment with what the journal's checkpoint covers, and gives what was written.
     *
     * @throws UserMistake if there is no journal, or the file is there already
     * @throws JournalFailure if an entry cannot be read
     */
    public static SelfAssessment write(
            Path journal, Path document, ProvisionCatalogue catalogue, WorkbookFile.Wanted wanted)
            throws IOException, JournalFailure {
        JournalDirectory directory = JournalDirectory.at(journal);
        JournalCheckpoint checkpoint = WorkbookFile.checkpoint(directory, journal, wanted);
        EntrySource entries = WorkbookFile.covered(directory, checkpoint.size());
        SelfAssessment assessment = EvidenceSheets.assessment(
                entries,
                catalogue,
                WorkbookFile.request(entries, checkpoint, wanted),
                new BothProviders(),
                Lens.of(entries, wanted.openings()));
        StagedFile.write(document, out -> AssessmentDocument.write(assessment, out));
        return assessment;
    }
}
