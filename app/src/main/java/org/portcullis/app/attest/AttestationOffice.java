package org.portcullis.app.attest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.app.wiring.WorkbookCheck;
import org.portcullis.engine.approval.EnrolledKey;
import org.portcullis.engine.attestation.Attestation;
import org.portcullis.engine.attestation.AttestationAct;
import org.portcullis.engine.attestation.AttestationEntry;
import org.portcullis.engine.attestation.AttestationHistory;
import org.portcullis.engine.attestation.AttestationRole;
import org.portcullis.engine.attestation.AttestationStatement;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.journal.SigningFailure;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.JournalFolder;
import org.portcullis.journal.OpenJournal;
import org.portcullis.journal.VerifierKey;
import org.portcullis.journal.anchor.WitnessPolicy;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.model.json.Digest;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.Reservation;
import org.portcullis.report.evidence.OpenMatters;
import org.portcullis.report.excel.Difference;
import org.portcullis.report.excel.UnreadableWorkbook;
import org.portcullis.vault.OpeningSource;

/**
 * Has people act on statements about the workbooks of one journal, which was verified before.
 *
 * @param folder the journal's folder, as the user typed it
 */
public record AttestationOffice(Surroundings surroundings, String folder) {
    private static final int BUFFER = 1 << 16;
    private static final long MAX_STATEMENT_BYTES = 4_000_000;

    /** What one person does with a statement. */
    public record Request(AttestationRole role, AttestationStatement statement, String text) {}

    /** Checks that the folder is one whose workbooks can be attested. */
    public static void requireSingle(Path journal, String folder) {
        Path parent = journal.toAbsolutePath().normalize().getParent();
        if (JournalFolder.isSeries(journal) || (parent != null && JournalFolder.isSeries(parent))) {
            throw new UserMistake(
                    folder + ": is a series of shards; workbooks and attestations are of single journals");
        }
    }

    /** The digest of a file's bytes. */
    public static Digest digest(Path file, String shown) {
        if (!Files.isRegularFile(file)) {
            throw new UserMistake(shown + ": no such file");
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
                byte[] buffer = new byte[BUFFER];
                while (in.read(buffer) >= 0) {
                    // The stream digests what is read.
                }
            }
            return Digest.ofHash(sha256.digest());
        } catch (IOException unreadable) {
            throw new UserMistake(shown + ": cannot be read: " + unreadable.getMessage());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** Reads what the journal holds; whoever relies on it has verified the journal. */
    public static AttestationHistory history(Path journal) throws JournalFailure, IOException {
        AttestationHistory history = new AttestationHistory(new BothProviders());
        JournalDirectory.at(journal).forEach(history::see);
        return history;
    }

    /**
     * Holds a workbook against the journal, cell by cell. One that is not what the journal gives is refused, and one that says on every sheet not to rely on
     * it.
     *
     * @param openings of people, with which the workbook may have been written
     */
    public WorkbookCheck.Checked workbook(Path file, String shown, ProvisionCatalogue catalogue, OpeningSource openings)
            throws AttestationRefused, IOException, JournalFailure {
        WorkbookCheck.Checked checked = checked(file, shown, catalogue, openings);
        if (!checked.comparison().agrees() && openings != OpeningSource.NONE) {
            checked = checked(file, shown, catalogue, OpeningSource.NONE);
        }
        if (checked.comparison().first().isPresent()) {
            Difference first = checked.comparison().first().get();
            throw new AttestationRefused(shown + ": is not the workbook that the journal gives: " + first.where()
                    + ": the journal gives " + first.journal() + ", the workbook has " + first.workbook());
        }
        Optional<Reservation> grave = checked.reservations().stream()
                .filter(each -> each.kind().isGrave())
                .findFirst();
        if (grave.isPresent()) {
            throw new AttestationRefused(shown + ": nobody attests to a workbook whose cover says "
                    + grave.get().text());
        }
        return checked;
    }

    /** Refuses a workbook of a period without decisions where the statement would not have a word about it. */
    public static void requireWords(WorkbookCheck.Checked workbook, String shown, String deficiencies)
            throws AttestationRefused {
        if (deficiencies.isEmpty() && !workbook.reservations().isEmpty()) {
            throw new AttestationRefused(shown + ": its cover says "
                    + workbook.reservations().get(0).kind().title()
                    + "; say with --deficiencies or --text-file why it is attested to all the same");
        }
    }

    private WorkbookCheck.Checked checked(Path file, String shown, ProvisionCatalogue catalogue, OpeningSource openings)
            throws IOException, JournalFailure {
        Path journal = surroundings.path(folder);
        String key = Files.readString(journal.resolve("journal.vkey"), StandardCharsets.UTF_8);
        try {
            return WorkbookCheck.of(
                    journal,
                    file,
                    catalogue,
                    new WorkbookCheck.Trusted(
                            VerifierKey.read(key.strip()), WitnessPolicy.none(), List.of(), openings));
        } catch (UnreadableWorkbook unreadable) {
            throw new UserMistake(shown + ": " + unreadable.getMessage());
        }
    }

    /** Makes a statement about a workbook that the journal gives. */
    public AttestationStatement statement(
            ProvisionCatalogue catalogue, EvidenceRequest request, Digest workbook, String deficiencies)
            throws AttestationRefused, JournalFailure, IOException {
        return OpenMatters.statement(
                        JournalDirectory.at(surroundings.path(folder)),
                        catalogue,
                        request,
                        new BothProviders(),
                        workbook,
                        deficiencies)
                .orElseThrow(() -> new AttestationRefused(
                        folder + ": does not have the entries that the workbook's checkpoint speaks of"));
    }

    /** Writes a statement to a new file. */
    public void write(AttestationStatement statement, String file) {
        try {
            Files.writeString(
                    surroundings.path(file),
                    statement.text() + "\n",
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw new UserMistake(file + ": is there already; nothing is overwritten, so name another file with --out");
        } catch (IOException unwritable) {
            throw new UserMistake(file + ": cannot be written: " + unwritable.getMessage());
        }
    }

    /** Reads the statement that a draft wrote; refused where the journal has no draft of exactly these bytes. */
    public Attestation read(String file) throws AttestationRefused, IOException, JournalFailure {
        Path path = surroundings.path(file);
        if (!Files.isRegularFile(path)) {
            throw new UserMistake(file + ": no such file");
        }
        if (Files.size(path) > MAX_STATEMENT_BYTES) {
            throw new AttestationRefused(file + ": is no statement of an attestation");
        }
        String text = Files.readString(path, StandardCharsets.UTF_8).strip();
        Digest digest = Digest.of(text.getBytes(StandardCharsets.UTF_8));
        return history(surroundings.path(folder))
                .find(digest)
                .orElseThrow(
                        () -> new AttestationRefused(
                                file
                                        + ": the journal has no draft of this statement; it was altered, or drafted in another journal"));
    }

    /** Refuses a statement that does not speak for a workbook, or for the journal as it is now. */
    public void requireCurrent(AttestationStatement statement, Digest workbook, String shown)
            throws AttestationRefused, JournalFailure, IOException {
        if (!statement.workbook().equals(workbook)) {
            throw new AttestationRefused(
                    shown + ": is not the workbook of the statement, which has the digest " + statement.workbook());
        }
        Optional<AttestationHistory.Later> later =
                AttestationHistory.later(JournalDirectory.at(surroundings.path(folder)), Long.MAX_VALUE, statement);
        if (later.isPresent()) {
            throw new AttestationRefused(
                    "the statement is outdated: " + later.get().words() + "; make a new workbook and prepare it anew");
        }
    }

    /**
     * Has the person sign, and the journal remember it.
     *
     * @param person as the journal names the person
     */
    public JournalEntry act(Request request, Acting acting, String person, Signer signer)
            throws AttestationRefused, JournalFailure, IOException {
        Path journal = surroundings.path(folder);
        Signer journalKey = acting.journalKey(surroundings);
        Instant now = surroundings.clock().instant();
        try (OpenJournal log = JournalFolder.open(journal, journalKey, now, acting.others(surroundings))) {
            AttestationHistory history = history(journal);
            requireMay(history, request, person, signer, now);
            AttestationStatement statement = request.statement();
            AttestationAct act = new AttestationAct(
                    request.role(),
                    person,
                    acting.function(),
                    signer.keyId(),
                    statement.digest(),
                    statement.workbook(),
                    request.text());
            AttestationEntry entry = new AttestationEntry(
                    act,
                    act.sign(signer),
                    request.role() == AttestationRole.DRAFTS ? Optional.of(statement.text()) : Optional.empty());
            if (!act.isSignedBy(entry.envelope(), signer.publicKey(), new BothProviders())) {
                throw new AttestationRefused("the key `" + signer.keyId() + "` gave a signature that does not hold");
            }
            return log.append(entry.at(now));
        } catch (SigningFailure unsigned) {
            throw new UserMistake(String.valueOf(unsigned.getMessage()));
        }
    }

    /** Refuses who may not act, before anything is kept or written. */
    public void requireMay(AttestationHistory history, Request request, String person, Signer signer, Instant now)
            throws AttestationRefused {
        Optional<String> refusal = history.find(request.statement().digest())
                .orElseGet(() -> new Attestation(request.statement(), List.of()))
                .refusal(request.role(), person);
        if (refusal.isPresent()) {
            throw new AttestationRefused(refusal.get());
        }
        requireKey(history, person, signer, now);
    }

    /** Refuses a key that is not in force for the person. */
    public void requireKey(AttestationHistory history, String person, Signer signer, Instant now)
            throws AttestationRefused {
        Optional<String> fault = history.keyFault(signer.keyId(), person, now);
        if (fault.isPresent()) {
            throw new AttestationRefused(fault.get());
        }
        EnrolledKey enrolled = history.find(signer.keyId()).orElseThrow();
        if (!Arrays.equals(enrolled.bytes(), signer.publicKey())) {
            throw new AttestationRefused("the key `" + signer.keyId() + "` is not the one that the journal enrolled");
        }
    }
}
