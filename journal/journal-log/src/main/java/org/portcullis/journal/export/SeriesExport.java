package org.portcullis.journal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.portcullis.engine.journal.EntryFormat;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.JournalFolder;
import org.portcullis.journal.JournalSeries;
import org.portcullis.model.json.CanonicalJson;

/**
 * Writes a part of a series of shards: an export for each shard, of one choice, so that what people signed can be followed through all of them.
 *
 * <p>There is one for every shard from the first on, and in a period up to the shard in which it ends: a shard without a chosen entry shows no more than keys,
 * people, policies, its own beginning and end, and what is needed to judge approvals elsewhere. The export of a shard that another one follows leads to its last
 * checkpoint, which the next shard names.
 */
public final class SeriesExport {

    private final JournalFolder series;
    private final ExportScope scope;
    private final boolean published;
    private final Map<String, PreviousExport> previous;

    private SeriesExport(
            JournalFolder series, ExportScope scope, boolean published, Map<String, PreviousExport> previous) {
        this.series = series;
        this.scope = scope;
        this.published = published;
        this.previous = Map.copyOf(previous);
    }

    /** Makes the file of a shard. */
    @FunctionalInterface
    public interface Target {

        /** Opens the file of a shard for writing; it is closed when the export is written. */
        OutputStream of(String month) throws IOException;
    }

    /**
     * Names what is exported; of the newest shard, up to the newest checkpoint that witnesses have signed. Each export extends the last one of its shard that the
     * series remembers.
     */
    public static SeriesExport of(JournalFolder series, ExportScope scope) {
        return new SeriesExport(series, scope, false, Map.of());
    }

    /** Goes up to the published checkpoint of the newest shard, whoever has signed it. */
    public SeriesExport ofAllPublished() {
        return new SeriesExport(series, scope, true, previous);
    }

    /** Extends other exports, by the month of their shard, than the last ones that the series remembers. */
    public SeriesExport extending(Map<String, PreviousExport> others) {
        return new SeriesExport(series, scope, published, others);
    }

    /**
     * Writes the exports.
     *
     * @param progress is told now and then how many entries were read of a shard
     * @return what each export has, by the month of its shard, first month first
     * @throws Export.NothingToExport when no entry is of the desk or the case
     * @throws JournalFailure with kind {@code DAMAGED} when a shard is not what it should be, or does not extend the export before
     */
    public Map<String, ExportSummary> write(Target target, LongConsumer progress)
            throws IOException, JournalFailure, Export.NothingToExport {
        Map<String, Export.Session> sessions = sessions(progress);
        select(sessions);
        Map<String, ExportSummary> summaries = new LinkedHashMap<>();
        for (Map.Entry<String, Export.Session> each : sessions.entrySet()) {
            try (OutputStream out = target.of(each.getKey())) {
                summaries.put(each.getKey(), each.getValue().write(out));
            }
        }
        return summaries;
    }

    private Map<String, Export.Session> sessions(LongConsumer progress) throws IOException, JournalFailure {
        Map<String, PreviousExport> before = previous.isEmpty() ? remembered() : previous;
        Map<String, Export.Session> sessions = new LinkedHashMap<>();
        Selection selection = Selection.of(scope);
        for (JournalFolder.Shard shard : covered()) {
            boolean closed = shard.directory()
                    .last()
                    .filter(entry -> entry.type().equals(JournalSeries.CONTINUED))
                    .isPresent();
            Export export = closed
                    ? Export.of(shard.path(), scope).ofLastPublished()
                    : published ? Export.of(shard.path(), scope).ofAllPublished() : Export.of(shard.path(), scope);
            PreviousExport extended = before.get(shard.month());
            Export named = extended == null ? export.extendingNothing() : export.extending(extended);
            sessions.put(shard.month(), named.session(selection.ofNextShard(), progress));
        }
        return sessions;
    }

    /** Gives the shards up to the one in which the period ends. */
    private List<JournalFolder.Shard> covered() throws IOException, JournalFailure {
        List<JournalFolder.Shard> covered = new ArrayList<>();
        for (JournalFolder.Shard shard : series.shards()) {
            if (!covered.isEmpty()
                    && scope instanceof ExportScope.Period period
                    && period.to().isPresent()
                    && !begun(shard.directory())
                            .minus(EntryFormat.MAX_LAG)
                            .isBefore(period.to().get())) {
                return covered;
            }
            covered.add(shard);
        }
        return covered;
    }

    private static Instant begun(JournalDirectory shard) throws IOException, JournalFailure {
        try {
            return EntryFormat.decode(shard.entryBytes(0)).at();
        } catch (IllegalArgumentException unpublished) {
            throw new IOException(
                    "a shard has no published checkpoint; close the series or publish first", unpublished);
        }
    }

    /** Learns in as many passes over all shards as new ids turn up. */
    private void select(Map<String, Export.Session> sessions)
            throws IOException, JournalFailure, Export.NothingToExport {
        boolean more = true;
        for (int passes = 0; more; passes++) {
            Export.requirePass(passes, scope);
            more = false;
            for (Export.Session session : sessions.values()) {
                more |= session.learn();
            }
        }
        boolean nothing = sessions.values().stream().noneMatch(Export.Session::hasChosen);
        if (nothing) {
            throw new Export.NothingToExport("no entry of the series is of " + CanonicalJson.text(scope.toJson()));
        }
    }

    /** Gives the last export of each shard that the series remembers. */
    private Map<String, PreviousExport> remembered() throws JournalFailure {
        Map<String, PreviousExport> last = new LinkedHashMap<>();
        series.forEach(entry -> remember(entry, last));
        return last;
    }

    private static void remember(JournalEntry entry, Map<String, PreviousExport> last) {
        ExportCreated.in(entry).ifPresent(export -> {
            String origin = export.origin();
            last.put(origin.substring(origin.lastIndexOf('/') + 1), export);
        });
    }
}
