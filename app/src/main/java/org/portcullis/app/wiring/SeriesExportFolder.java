package org.portcullis.app.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.journal.JournalFolder;
import org.portcullis.journal.OpenJournal;
import org.portcullis.journal.export.Export;
import org.portcullis.journal.export.ExportCreated;
import org.portcullis.journal.export.ExportSummary;
import org.portcullis.journal.export.PreviousExport;
import org.portcullis.journal.export.SeriesExport;
import org.portcullis.verifier.SeriesExportVerdict;
import org.portcullis.verifier.Verifier;

/** Writes an export of a series, a folder with an export of each shard, with the same care as {@link JournalExport} writes a file. */
public final class SeriesExportFolder {
    private static final String ENDING = ".jsonl";

    private SeriesExportFolder() {}

    /**
     * What came of it.
     *
     * @param summaries what the export of each shard has, by its month
     * @param verdict what the stand-alone verifier says of them; where it is not valid, there is no folder
     */
    public record Written(Map<String, ExportSummary> summaries, SeriesExportVerdict verdict) {}

    /** Names the exports of shards in a folder as those before, by the months of the shards. */
    public static Map<String, PreviousExport> previous(Path folder) throws IOException {
        Map<String, PreviousExport> previous = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(SeriesExportFolder::isExport).toList()) {
                String name = String.valueOf(file.getFileName());
                previous.put(name.substring(0, name.indexOf('.')), PreviousExport.read(file));
            }
        }
        if (previous.isEmpty()) {
            throw new IOException("no export of a shard, such as 2022-05" + ENDING + ", is in it");
        }
        return previous;
    }

    private static boolean isExport(Path file) {
        return String.valueOf(file.getFileName()).matches("[0-9]{4}-[0-9]{2}\\.jsonl") && Files.isRegularFile(file);
    }

    /** Writes an export; see the class. */
    public static Written write(
            Path journal,
            SeriesExport export,
            Path folder,
            Optional<JournalExport.Remembered> remembered,
            LongConsumer progress)
            throws IOException, JournalFailure, Export.NothingToExport {
        if (remembered.isEmpty()) {
            return writeAndVerify(journal, export, folder, progress, summaries -> {});
        }
        JournalExport.Remembered who = remembered.get();
        try (OpenJournal open = JournalFolder.open(journal, who.key(), who.at(), who.others())) {
            return writeAndVerify(journal, export, folder, progress, summaries -> open.append(records(summaries, who)));
        }
    }

    private static List<JournalRecord> records(Map<String, ExportSummary> summaries, JournalExport.Remembered who) {
        return summaries.values().stream()
                .map(summary -> new ExportCreated(summary, who.by(), who.reason()).at(who.at()))
                .toList();
    }

    /** What happens between checking the files and moving them to their place. */
    private interface Remembering {
        void remember(Map<String, ExportSummary> summaries) throws JournalFailure;
    }

    private static Written writeAndVerify(
            Path journal, SeriesExport export, Path folder, LongConsumer progress, Remembering remembering)
            throws IOException, JournalFailure, Export.NothingToExport {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path beside = Files.createTempDirectory(parent, ".export-");
        try {
            Map<String, ExportSummary> summaries =
                    export.write(month -> Files.newOutputStream(beside.resolve(month + ENDING)), progress);
            String first = JournalFolder.at(journal).shards().get(0).month();
            String key = Files.readString(journal.resolve(first).resolve("journal.vkey"), StandardCharsets.UTF_8);
            SeriesExportVerdict verdict = Verifier.trusting(key).verifySeriesExport(beside);
            if (verdict.isValid()) {
                remembering.remember(summaries);
                Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Written(summaries, verdict);
        } finally {
            delete(beside);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
