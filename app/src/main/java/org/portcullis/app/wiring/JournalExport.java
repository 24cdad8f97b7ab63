package org.portcullis.app.wiring;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.JournalFolder;
import org.portcullis.journal.JournalLimits;
import org.portcullis.journal.OpeningCheck;
import org.portcullis.journal.export.Export;
import org.portcullis.journal.export.ExportCreated;
import org.portcullis.journal.export.ExportSummary;
import org.portcullis.verifier.ExportVerdict;
import org.portcullis.verifier.Verifier;

/**
 * Writes an export beside its place, has the stand-alone verifier check it, remembers it in the journal where there is a key for that, and only then moves it
 * to its place: nobody gets a file that does not hold or that the journal should know of and does not.
 */
public final class JournalExport {
    private JournalExport() {}

    /**
     * What came of it.
     *
     * @param summary what the export has
     * @param verdict what the stand-alone verifier says of it; where it is not valid, there is no file
     */
    public record Written(ExportSummary summary, ExportVerdict verdict) {}

    /**
     * Who remembers an export.
     *
     * @param key the journal's key
     * @param others who is asked what others have seen of the journal, before it is opened
     * @param by who made it
     * @param reason for what
     * @param at when
     */
    public record Remembered(Signer key, OpeningCheck others, String by, String reason, Instant at) {}

    /** Writes an export; see the class. */
    public static Written write(
            Path journal, Export export, Path file, Optional<Remembered> remembered, LongConsumer progress)
            throws IOException, JournalFailure, Export.NothingToExport {
        if (remembered.isEmpty()) {
            return writeAndVerify(journal, export, file, progress, summary -> {});
        }
        Remembered who = remembered.get();
        try (FileJournal open = FileJournal.open(journal, who.key(), who.at(), JournalLimits.DEFAULT, who.others())) {
            return writeAndVerify(
                    journal,
                    export,
                    file,
                    progress,
                    summary -> open.append(List.of(new ExportCreated(summary, who.by(), who.reason()).at(who.at()))));
        }
    }

    /** Writes every published entry as it stands in the journal, one a line. */
    public static long writeEntries(Path journal, OutputStream out, LongConsumer progress)
            throws IOException, JournalFailure {
        OutputStream buffered = new BufferedOutputStream(out);
        long[] written = {0};
        try {
            for (JournalFolder.Shard shard : JournalFolder.at(journal).shards()) {
                long published = shard.directory().tree().size();
                shard.directory().forEach(entry -> {
                    if (entry.index() < published) {
                        line(buffered, entry);
                        progress.accept(++written[0]);
                    }
                });
            }
        } catch (UncheckedIOException unwritable) {
            throw new IOException(unwritable.getMessage(), unwritable);
        }
        buffered.flush();
        return written[0];
    }

    private static void line(OutputStream out, JournalEntry entry) {
        try {
            out.write(JournalDirectory.entryBytes(entry));
            out.write('\n');
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (JournalFailure unreadable) {
            throw new UncheckedIOException(new IOException(unreadable.getMessage(), unreadable));
        }
    }

    /** What happens between checking a file and moving it to its place. */
    private interface Remembering {
        void remember(ExportSummary summary) throws JournalFailure;
    }

    private static Written writeAndVerify(
            Path journal, Export export, Path file, LongConsumer progress, Remembering remembering)
            throws IOException, JournalFailure, Export.NothingToExport {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path beside = Files.createTempFile(parent, ".export-", ".tmp");
        try {
            ExportSummary summary;
            try (OutputStream out = Files.newOutputStream(beside)) {
                summary = export.write(out, progress);
            }
            String key = Files.readString(journal.resolve("journal.vkey"), StandardCharsets.UTF_8);
            ExportVerdict verdict = Verifier.trusting(key).verifyExport(beside);
            if (verdict.isValid()) {
                remembering.remember(summary);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Written(summary, verdict);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
