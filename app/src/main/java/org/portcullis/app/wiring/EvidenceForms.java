package org.portcullis.app.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.model.json.Digest;
import org.portcullis.report.Evidence;
import org.portcullis.report.json.EvidenceJson;
import org.portcullis.report.oscal.AssessmentResults;
import org.portcullis.report.oscal.Companion;

/**
 * Is what is written beside a workbook, with the same evidence.
 *
 * @param json the file for the document with every cell, if one is asked for
 * @param oscal the file for assessment results of OSCAL, if one is asked for
 */
public record EvidenceForms(Optional<Path> json, Optional<Path> oscal) {

    /** Nothing but the workbook. */
    public static final EvidenceForms NONE = new EvidenceForms(Optional.empty(), Optional.empty());

    private static final String WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int BUFFER = 1 << 16;

    /**
     * Writes what is asked for; each file is there as a whole or not at all. Of evidence with a grave reservation there are no assessment results.
     *
     * @param workbook which was written before
     * @throws JournalFailure if the evidence cannot be read
     */
    public void write(Evidence evidence, Path workbook) throws IOException, JournalFailure {
        if (json.isPresent()) {
            StagedFile.write(json.get(), out -> EvidenceJson.write(evidence, out));
        }
        // Reason: assessment results have no place for saying that they are none; the workbook and the document say so.
        boolean clean =
                evidence.reservations().stream().noneMatch(each -> each.kind().isGrave());
        if (oscal.isPresent() && clean) {
            List<Companion> companions = new ArrayList<>();
            companions.add(companion("The evidence workbook", workbook, WORKBOOK_TYPE));
            if (json.isPresent()) {
                companions.add(companion("The evidence as one JSON document", json.get(), "application/json"));
            }
            StagedFile.write(oscal.get(), out -> AssessmentResults.write(evidence, companions, out));
        }
    }

    private static Companion companion(String title, Path file, String type) throws IOException {
        return new Companion(title, String.valueOf(file.getFileName()), type, digest(file));
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
