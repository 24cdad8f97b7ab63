package org.portcullis.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;

/**
 * Is a journal for whoever need not know whether it is one directory or a series of shards: reads its entries in their order, names them, and opens it for
 * writing.
 *
 * <p>As {@link JournalDirectory} does, reading checks frames, places and hashes and no signatures: it MUST NOT be taken for proof.
 */
public final class JournalFolder implements EntrySource {

    private final Path folder;
    private final List<Shard> shards;
    private final boolean series;

    private JournalFolder(Path folder, List<Shard> shards, boolean series) {
        this.folder = folder;
        this.shards = List.copyOf(shards);
        this.series = series;
    }

    /**
     * Is a journal directory.
     *
     * @param month the month of a shard, such as {@code 2022-05}; empty for a journal that is no series
     * @param path where it lies
     * @param directory reads it
     */
    public record Shard(String month, Path path, JournalDirectory directory) {}

    /** Finds the journal in a folder; {@link NoSuchFileException} where there is neither a journal nor a series. */
    public static JournalFolder at(Path folder) throws NoSuchFileException {
        if (!isSeries(folder)) {
            return new JournalFolder(folder, List.of(new Shard("", folder, JournalDirectory.at(folder))), false);
        }
        List<Shard> shards = new ArrayList<>();
        for (Path shard : shardsIn(folder)) {
            shards.add(new Shard(String.valueOf(shard.getFileName()), shard, JournalDirectory.at(shard)));
        }
        return new JournalFolder(folder, shards, true);
    }

    /** Tells whether a folder holds shards and is no journal itself. */
    public static boolean isSeries(Path folder) {
        return Files.isDirectory(folder)
                && !Files.exists(folder.resolve("segments"))
                && !Files.exists(folder.resolve("checkpoint"))
                && !shardsIn(folder).isEmpty();
    }

    /**
     * Opens a journal for writing with one key: a series in its newest shard, or in a new one where the time is of a later month. The shards of a series have
     * names of their own; the one private key then signs under the name of each.
     *
     * @param key the key of the journal; of a series, that of its newest shard, under the name of the series or of one of its shards
     * @param at the time of the entry that opening writes, if it writes one
     * @throws JournalFailure as {@link FileJournal#open(Path, Signer, Instant)} throws it
     */
    public static OpenJournal open(Path folder, Signer key, Instant at, OpeningCheck others) throws JournalFailure {
        return isSeries(folder)
                ? JournalSeries.open(JournalSeries.Place.of(folder, key), at, JournalLimits.DEFAULT, others)
                : FileJournal.open(folder, key, at, JournalLimits.DEFAULT, others);
    }

    /** Tells whether it is a series of shards. */
    public boolean isSeries() {
        return series;
    }

    /** Gives the directories, first month first; one where it is no series. */
    public List<Shard> shards() {
        return shards;
    }

    /**
     * Gives the directory in which an entry is.
     *
     * @throws IllegalArgumentException when the number names no shard of the series, or one where there is no series
     */
    public Shard shardOf(EntryNumber number) {
        if (series && number.shard().isEmpty()) {
            throw new IllegalArgumentException(
                    "each shard of a series numbers its entries from 0; name the shard too, such as `"
                            + shards.get(0).month() + "/" + number.index() + "`");
        }
        Optional<Shard> shard = shards.stream()
                .filter(each -> each.month().equals(number.shard()))
                .findFirst();
        return shard.orElseThrow(() -> new IllegalArgumentException(
                series
                        ? "there is no shard `" + number.shard() + "`"
                        : "the journal is no series and has no shard `" + number.shard() + "`"));
    }

    /** Names an entry of this journal. */
    public EntryNumber number(JournalEntry entry) {
        return number(entry, series);
    }

    /**
     * Names an entry that was just written.
     *
     * @param inSeries whether it was written to a series, which names its shard as the writer
     */
    public static EntryNumber number(JournalEntry entry, boolean inSeries) {
        String writer = entry.writer();
        return new EntryNumber(inSeries ? writer.substring(writer.lastIndexOf('/') + 1) : "", entry.index());
    }

    @Override
    public void forEach(Consumer<JournalEntry> visitor) throws JournalFailure {
        // Reason: an open series may have gone on in another shard since it was found.
        (series ? JournalSeries.read(folder) : shards.get(0).directory()).forEach(visitor);
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static List<Path> shardsIn(Path folder) {
        try {
            return JournalSeries.shards(folder);
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
