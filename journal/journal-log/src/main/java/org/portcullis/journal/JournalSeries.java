package org.portcullis.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.JsonObject;

/**
 * Writes a journal as a series of shards, a directory for each month (UTC) of the times of its entries, so that old months
 * can be put away and no tree grows for ever.
 *
 * <p>Each shard is a journal of its own: its name, the name of the series and the month, is its origin; its indexes begin at
 * zero. The last entry of a shard names the key of the next one, and the first entry of that names the last checkpoint of
 * the one before. A shard is continued when a record of a later month comes; a record of an earlier month than the open shard
 * stays in that, within the lag that every journal allows.
 *
 * <p>Safe for calls from several threads. Read closed or open: {@link #read}.
 */
public final class JournalSeries implements OpenJournal, EntrySource {

    /** The type of the last entry of a shard that another one follows. */
    public static final String CONTINUED = "journal.continued";

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final DateTimeFormatter SPELLING = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    private final Shards shards;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    private YearMonth month;
    private FileJournal shard;

    private JournalSeries(Shards shards, YearMonth month, FileJournal shard) {
        this.shards = shards;
        this.month = month;
        this.shard = shard;
    }

    /** Gives the key of a shard. */
    @FunctionalInterface
    public interface Keys {

        /**
         * Gives the signer whose key id is this origin, {@code <name of the series>/<month>}; always the same for one origin.
         * The private key may be that of other shards.
         */
        Signer of(String origin);
    }

    /**
     * Is where a series lies and how its shards are named.
     *
     * @param folder the folder of the shards, created where it is missing
     * @param name the name of the series, without white space and {@code +}
     * @param keys the keys of the shards
     */
    public record Place(Path folder, String name, Keys keys) {

        /**
         * Finds out how a series is named that is there already, and signs for its newest shard and for new ones with one key.
         *
         * @param key its private key is that of the newest shard; it names the series or one of its shards
         * @throws JournalFailure with kind {@code REFUSED} when the key names another journal
         */
        public static Place of(Path folder, Signer key) throws JournalFailure {
            String name = nameOf(folder);
            String keyId = key.keyId();
            boolean own = keyId.equals(name)
                    || (keyId.startsWith(name + "/")
                            && MONTH.matcher(keyId.substring(name.length() + 1)).matches());
            if (!own) {
                throw new JournalFailure(
                        JournalFailure.Kind.REFUSED,
                        "series `" + folder + "` is `" + name + "`, and the key is named `" + keyId
                                + "`; give the key of its newest shard");
            }
            return new Place(folder, name, origin -> new ShardSigner(origin, key));
        }

        private static String nameOf(Path folder) throws JournalFailure {
            try {
                List<YearMonth> months = months(folder);
                for (int i = months.size() - 1; i >= 0; i--) {
                    String month = SPELLING.format(months.get(i));
                    String key = Layout.read(folder.resolve(month).resolve("journal.vkey"))
                            .orElse("");
                    int end = key.indexOf("/" + month + "+");
                    if (end > 0) {
                        return key.substring(0, end);
                    }
                }
            } catch (IOException failed) {
                throw stopped(folder, failed);
            }
            throw new JournalFailure(
                    JournalFailure.Kind.DAMAGED,
                    "series `" + folder + "` cannot be gone on with: no shard has a `journal.vkey` that names it");
        }
    }

    /** Signs under the name of a shard with a key that may have another. */
    private record ShardSigner(String keyId, Signer key) implements Signer {

        @Override
        public byte[] publicKey() {
            return key.publicKey();
        }

        @Override
        public byte[] sign(byte[] message) {
            return key.sign(message);
        }
    }

    /**
     * Opens a series for writing and begins it where there is none; goes on in the last shard.
     *
     * @param at the time of the entry that opening writes, if it writes one; for a new series it decides the first month
     * @throws JournalFailure as {@link FileJournal#open(Path, Signer, Instant)} throws it
     */
    public static JournalSeries open(Place place, Instant at, JournalLimits limits, OpeningCheck others)
            throws JournalFailure {
        return on(place, at, limits, others, Device::file);
    }

    static JournalSeries on(Place place, Instant at, JournalLimits limits, OpeningCheck others, Device.Opening disk)
            throws JournalFailure {
        Keys keys = origin -> place.keys().of(place.name() + "/" + origin);
        FileJournal.Terms terms = new FileJournal.Terms(limits, others, disk, FileJournal.Genesis.of(JsonObject.EMPTY));
        try {
            Files.createDirectories(place.folder());
            List<YearMonth> months = months(place.folder());
            YearMonth last = months.isEmpty() ? month(at) : months.get(months.size() - 1);
            Shards shards = new Shards(place.folder(), keys, terms);
            return shards.resume(months, last, at);
        } catch (IOException failed) {
            throw stopped(place.folder(), failed);
        }
    }

    /** Gives the entries of all shards, first month first, of a series that is open or closed. */
    public static EntrySource read(Path folder) {
        return visitor -> {
            try {
                for (YearMonth each : months(folder)) {
                    JournalDirectory.at(folder.resolve(SPELLING.format(each))).forEach(visitor);
                }
            } catch (IOException unreadable) {
                throw new JournalFailure(
                        JournalFailure.Kind.DAMAGED, "series `" + folder + "` cannot be read", unreadable);
            }
        };
    }

    /** Gives the shards of a series, first month first; none in a folder that is no series. */
    public static List<Path> shards(Path folder) throws IOException {
        return months(folder).stream()
                .map(each -> folder.resolve(SPELLING.format(each)))
                .toList();
    }

    @Override
    public List<JournalEntry> append(List<JournalRecord> records) throws JournalFailure {
        lock.readLock().lock();
        try {
            if (records.stream().noneMatch(record -> month(record.at()).isAfter(month))) {
                return shard.append(records);
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            Optional<Instant> later = records.stream()
                    .map(JournalRecord::at)
                    .filter(at -> month(at).isAfter(month))
                    .min(Instant::compareTo);
            if (later.isPresent()) {
                goOn(later.get());
            }
            return shard.append(records);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void publish() throws JournalFailure {
        lock.readLock().lock();
        try {
            shard.publish();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void forEach(Consumer<JournalEntry> visitor) throws JournalFailure {
        read(shards.folder()).forEach(visitor);
    }

    @Override
    public void close() throws JournalFailure {
        lock.writeLock().lock();
        try {
            shard.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Continues the open shard in the month of an instant. What is durable at each point says how to go on: the last entry
     * names the next shard before the shard is closed, and it is closed and published before the next one is begun.
     */
    private void goOn(Instant at) throws JournalFailure {
        YearMonth next = month(at);
        String key = VerifierKey.of(shards.signer(next)).line();
        shard.append(new JournalRecord(CONTINUED, at, "", "", JsonObject.of("key", key)));
        shard.close();
        try {
            shard = FileJournal.open(shards.directory(next), shards.signer(next), at, shards.following(month, key, at));
        } catch (IOException failed) {
            throw stopped(shards.folder(), failed);
        }
        month = next;
    }

    /** Finds, names and opens shards. */
    private record Shards(Path folder, Keys keys, FileJournal.Terms terms) {

        /** Opens the last shard, or the one that it says goes on from it. */
        JournalSeries resume(List<YearMonth> months, YearMonth month, Instant at) throws IOException, JournalFailure {
            Optional<JournalEntry> next = months.isEmpty() ? Optional.empty() : continuedIn(month);
            if (next.isPresent()) {
                YearMonth following = monthOf(key(next.get()));
                FileJournal.seal(directory(month), signer(month), terms);
                return series(following, at, following(month, next.get()));
            }
            if (months.size() > 1) {
                YearMonth before = months.get(months.size() - 2);
                JournalEntry named = continuedIn(before)
                        .orElseThrow(
                                () -> damaged("shard `" + SPELLING.format(before) + "` does not name the next one"));
                return series(month, at, following(before, named));
            }
            return series(month, at, with(FileJournal.Genesis.of(FileJournal.genesis(signer(month)))));
        }

        private JournalSeries series(YearMonth month, Instant at, FileJournal.Terms opening) throws JournalFailure {
            return new JournalSeries(this, month, FileJournal.open(directory(month), signer(month), at, opening));
        }

        private FileJournal.Terms with(FileJournal.Genesis genesis) {
            return new FileJournal.Terms(terms.limits(), terms.others(), terms.disk(), genesis);
        }

        /** Gives how the shard is opened that another shard names in its last entry. */
        private FileJournal.Terms following(YearMonth before, JournalEntry named) throws IOException, JournalFailure {
            return following(before, key(named), named.at());
        }

        /** Gives how the shard is opened whose key another shard names; it begins when that one ended. */
        private FileJournal.Terms following(YearMonth before, String key, Instant ended)
                throws IOException, JournalFailure {
            Signer signer = signer(monthOf(key));
            if (!VerifierKey.of(signer).line().equals(key)) {
                throw new JournalFailure(
                        JournalFailure.Kind.REFUSED,
                        "series `" + folder + "` goes on with key `" + key + "`, not with `"
                                + VerifierKey.of(signer).line() + "`");
            }
            JournalDirectory directory = JournalDirectory.at(directory(before));
            String note = directory.checkpoint().orElseThrow(() -> damaged("shard `" + before + "` has no checkpoint"));
            JsonObject previous = JsonObject.of(
                    "checkpoint",
                    Checkpoint.withoutCosignatures(note),
                    "key",
                    directory.verifierKey().orElseThrow(() -> damaged("shard `" + before + "` has no `journal.vkey`")));
            JsonObject genesis = FileJournal.genesis(signer).toBuilder()
                    .put("previous", previous)
                    .build();
            return with(FileJournal.Genesis.of(genesis, ended));
        }

        private Optional<JournalEntry> continuedIn(YearMonth shardMonth) throws IOException, JournalFailure {
            try {
                return JournalDirectory.at(directory(shardMonth))
                        .last()
                        .filter(entry -> entry.type().equals(CONTINUED));
            } catch (NoSuchFileException notBegun) {
                return Optional.empty();
            }
        }

        private static String key(JournalEntry continued) {
            return continued.body().text("key");
        }

        private YearMonth monthOf(String key) throws JournalFailure {
            String origin = key.substring(0, Math.max(0, key.indexOf('+')));
            String spelled = origin.substring(origin.lastIndexOf('/') + 1);
            if (!MONTH.matcher(spelled).matches()) {
                throw damaged("key `" + key + "` names no month");
            }
            return YearMonth.parse(spelled, SPELLING);
        }

        private Signer signer(YearMonth shardMonth) {
            return keys.of(SPELLING.format(shardMonth));
        }

        private Path directory(YearMonth shardMonth) {
            return folder.resolve(SPELLING.format(shardMonth));
        }

        private JournalFailure damaged(String reason) {
            return new JournalFailure(
                    JournalFailure.Kind.DAMAGED, "series `" + folder + "` cannot be gone on with: " + reason);
        }
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    private static List<YearMonth> months(Path folder) throws IOException {
        List<YearMonth> months = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> MONTH.matcher(name).matches())
                    .sorted()
                    .forEach(name -> months.add(YearMonth.parse(name, SPELLING)));
        }
        return months;
    }

    private static JournalFailure stopped(Path folder, IOException cause) {
        return new JournalFailure(
                JournalFailure.Kind.STOPPED, "series `" + folder + "` cannot be written: " + cause, cause);
    }
}
