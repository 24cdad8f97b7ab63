package org.portcullis.journal.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.Checkpoint;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.TileTree;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/**
 * Writes a part of a journal so that others can check it without the rest: what is shown with its proof, what is withheld with its place and its hash, and
 * that the whole extends the export before.
 *
 * <p>It reads the journal in several passes and holds no more than one entry at a time, and the ids of the cases that it shows. The journal may be open and
 * grow meanwhile; an export is of one checkpoint. It does not verify the journal: the stand-alone verifier does, and what is written here as well.
 *
 * <pre>{@code
 * ExportSummary summary = Export.of(directory, new ExportScope.Desk("Delta 1")).write(out, done -> {});
 * }</pre>
 */
public final class Export {

    private static final String FORMAT = "portcullis-export/1";

    /** A named maximum for passes: each follows at least one id further than the one before. */
    private static final int MAX_PASSES = 1_000;

    private static final int BUFFER_BYTES = 65_536;
    private static final int ENTRIES_PER_STEP = 1_000;

    private final Path directory;
    private final ExportScope scope;
    private final Upto upto;
    private final Extended previous;

    private Export(Path directory, ExportScope scope, Upto upto, Extended previous) {
        this.directory = directory;
        this.scope = scope;
        this.upto = upto;
        this.previous = previous;
    }

    /** Says to which checkpoint an export leads. */
    private enum Upto {
        /** The newest one that witnesses have signed. */
        WITNESSED,
        /** The published one. */
        PUBLISHED,
        /** The published one, with what witnesses say of the same state. */
        LAST
    }

    /** Says which export this one extends: one that is given, or the last that the journal remembers. */
    private record Extended(boolean given, Optional<PreviousExport> export) {}

    /**
     * Names what is exported: up to the newest checkpoint that witnesses have signed, and up to the published one where there is none. It extends the last
     * export that the journal remembers.
     *
     * @param directory the directory of the journal
     */
    public static Export of(Path directory, ExportScope scope) {
        return new Export(directory, scope, Upto.WITNESSED, new Extended(false, Optional.empty()));
    }

    /** Goes up to the published checkpoint, whoever has signed it. */
    public Export ofAllPublished() {
        return new Export(directory, scope, Upto.PUBLISHED, previous);
    }

    /** Goes up to the last checkpoint of a shard that another one follows. */
    Export ofLastPublished() {
        return new Export(directory, scope, Upto.LAST, previous);
    }

    /** Extends another export than the last that the journal remembers. */
    public Export extending(PreviousExport other) {
        return new Export(directory, scope, upto, new Extended(true, Optional.of(other)));
    }

    /** Extends no other export. */
    Export extendingNothing() {
        return new Export(directory, scope, upto, new Extended(true, Optional.empty()));
    }

    /**
     * Writes the export.
     *
     * @param out is left open
     * @param progress is told now and then how many entries were read, counting those of all passes
     * @throws NothingToExport when no entry is of the desk or the case
     * @throws JournalFailure with kind {@code DAMAGED} when the journal is not what it should be, or does not extend the export before
     */
    public ExportSummary write(OutputStream out, LongConsumer progress)
            throws IOException, JournalFailure, NothingToExport {
        Session session = session(Selection.of(scope), progress);
        boolean more = true;
        for (int passes = 0; more; passes++) {
            requirePass(passes, scope);
            more = session.learn();
        }
        if (!session.hasChosen()) {
            throw new NothingToExport("no entry of the journal is of " + CanonicalJson.text(scope.toJson()));
        }
        return session.write(out);
    }

    /** Begins a run. */
    Session session(Selection selection, LongConsumer progress) throws IOException, JournalFailure {
        JournalDirectory journal = JournalDirectory.at(directory);
        String newest = journal.checkpoint()
                .orElseThrow(
                        () -> new IOException("the journal has no published checkpoint; close it or publish first"));
        Session session = new Session(journal, checkpoint(newest), size(newest), selection, progress);
        session.requireRoot(session.checkpoint.note(), "its checkpoint");
        return session;
    }

    private ExportedCheckpoint checkpoint(String newest) throws IOException {
        if (upto == Upto.PUBLISHED) {
            return ExportedCheckpoint.published(directory, newest);
        }
        ExportedCheckpoint witnessed = ExportedCheckpoint.witnessed(directory, newest);
        return upto == Upto.LAST && witnessed.size() != size(newest)
                ? ExportedCheckpoint.published(directory, newest)
                : witnessed;
    }

    /** Each pass follows at least one id further than the one before; there is an end to that. */
    static void requirePass(int passes, ExportScope scope) throws IOException {
        if (passes == MAX_PASSES) {
            throw new IOException("what belongs to " + CanonicalJson.text(scope.toJson()) + " was not found in "
                    + MAX_PASSES + " passes over the journal");
        }
    }

    private static long size(String note) {
        return Checkpoint.read(note).map(Checkpoint::size).orElse(0L);
    }

    /** Is thrown when a scope has no entries. */
    public static final class NothingToExport extends Exception {

        private static final long serialVersionUID = 1L;

        NothingToExport(String reason) {
            super(reason);
        }
    }

    /** Is one run; mutable, for one thread. */
    final class Session {

        private final JournalDirectory journal;
        private final ExportedCheckpoint checkpoint;
        private final long publishedSize;
        private final LongConsumer progress;
        private final Selection selection;
        private final TileTree tree;
        private long read;
        private boolean learned;
        private Optional<PreviousExport> extended = previous.export();

        private Session(
                JournalDirectory journal,
                ExportedCheckpoint checkpoint,
                long publishedSize,
                Selection selection,
                LongConsumer progress) {
            this.journal = journal;
            this.checkpoint = checkpoint;
            this.publishedSize = publishedSize;
            this.progress = progress;
            this.selection = selection;
            selection.among(checkpoint.size());
            this.tree = TileTree.of(directory, checkpoint.size());
        }

        /** Writes what the passes found; leaves the stream open. */
        ExportSummary write(OutputStream out) throws IOException, JournalFailure {
            Writing writing =
                    new Writing(new BufferedOutputStream(out, BUFFER_BYTES), selection.from(), selection.to());
            writing.line(head(writing));
            selection.begin();
            pass(writing::entry);
            ExportSummary summary = new ExportSummary(
                    scope,
                    ExportedCheckpoint.ownPart(checkpoint.note()),
                    Digest.ofHash(writing.digest.digest()),
                    writing.from,
                    writing.to,
                    checkpoint.size(),
                    publishedSize,
                    writing.shown,
                    writing.withheld,
                    writing.context,
                    extended.map(PreviousExport::digest));
            writing.out.write(CanonicalJson.bytes(summary.end()));
            writing.out.write('\n');
            writing.out.flush();
            return summary;
        }

        /** Goes once over the journal, and tells whether another pass would find more. */
        boolean learn() throws IOException, JournalFailure {
            selection.begin();
            boolean looks = !learned && !previous.given();
            String own = name();
            pass(entry -> {
                if (looks) {
                    extended = ExportCreated.in(entry)
                            .filter(export -> export.origin().equals(own))
                            .or(() -> extended);
                }
                selection.learn(entry);
            });
            learned = true;
            return selection.needsAnotherPass();
        }

        /** Tells whether there is something to export, which in a period there always is. */
        boolean hasChosen() {
            return !scope.match(new HasCases()) || selection.from() != selection.to();
        }

        private String name() {
            return checkpoint.note().substring(0, checkpoint.note().indexOf('\n'));
        }

        private JsonObject head(Writing writing) throws IOException, JournalFailure {
            String key = journal.verifierKey().orElseThrow(() -> new IOException("the journal has no `journal.vkey`"));
            JsonObject.Builder head = JsonObject.builder()
                    .put("checkpoint", checkpoint.note())
                    .put("format", FORMAT)
                    .put("from", writing.from)
                    .put("journal", key.substring(0, key.indexOf('+')))
                    .put("key", key)
                    .put("left", base64(tree.left(writing.from)))
                    .put("right", base64(tree.right(writing.to)))
                    .put("scope", scope.toJson())
                    .put("size", checkpoint.size())
                    .putIfPresent("timestamp", checkpoint.timestamp())
                    .put("to", writing.to);
            if (extended.isPresent()) {
                head.put("previous", previous(extended.get()));
            }
            return head.build();
        }

        private JsonObject previous(PreviousExport before) throws IOException, JournalFailure {
            long size = requireRoot(before.checkpoint(), "the export before");
            return JsonObject.builder()
                    .put("checkpoint", before.checkpoint())
                    .put("proof", base64(tree.consistency(size)))
                    .build();
        }

        /** The tree has the root of a note at its size, so what the note signs is where this journal begins. */
        private long requireRoot(String note, String whose) throws IOException, JournalFailure {
            Checkpoint signed = Checkpoint.read(note)
                    .filter(some -> some.size() > 0)
                    .orElseThrow(() -> new IOException("the checkpoint of " + whose + " is not a signed note"));
            if (signed.size() > checkpoint.size()) {
                throw damaged("has " + checkpoint.size() + " entries under its checkpoint, fewer than the "
                        + signed.size() + " of " + whose);
            }
            if (!TileTree.of(directory, signed.size()).root().equals(signed.root())) {
                throw damaged("does not begin with the " + signed.size() + " entries that " + whose + " signs");
            }
            return signed.size();
        }

        private JournalFailure damaged(String reason) {
            return new JournalFailure(
                    JournalFailure.Kind.DAMAGED, "journal `" + directory + "` " + reason + "; verify the journal");
        }

        /** Shows every entry under the checkpoint. */
        private void pass(Consumer<JournalEntry> visitor) throws IOException, JournalFailure {
            long[] seen = {0};
            try {
                journal.forEach(entry -> {
                    if (entry.index() < checkpoint.size()) {
                        visitor.accept(entry);
                        seen[0]++;
                        if (++read % ENTRIES_PER_STEP == 0) {
                            progress.accept(read);
                        }
                    }
                });
            } catch (UncheckedIOException failed) {
                throw new IOException(failed.getMessage(), failed);
            }
            if (seen[0] != checkpoint.size()) {
                throw damaged("has " + seen[0] + " entries and its checkpoint signs " + checkpoint.size());
            }
        }

        /** The lines of the file; mutable, for one run. */
        private final class Writing {

            private final OutputStream out;
            private final long from;
            private final long to;
            private final MessageDigest digest = sha256();
            private long shown;
            private long withheld;
            private long context;

            Writing(OutputStream out, long from, long to) {
                this.out = out;
                this.from = from;
                this.to = to;
            }

            void entry(JournalEntry entry) {
                try {
                    boolean shows = selection.shows(entry, from, to);
                    boolean inRange = entry.index() >= from && entry.index() < to;
                    if (shows) {
                        line(shown(entry, inRange));
                        shown += inRange ? 1 : 0;
                        context += inRange ? 0 : 1;
                    } else if (inRange) {
                        line(JsonObject.builder()
                                .put("index", entry.index())
                                .put("leaf", base64(entry.leafHash().hash()))
                                .build());
                        withheld++;
                    }
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                } catch (JournalFailure unreadable) {
                    throw new UncheckedIOException(new IOException(unreadable.getMessage(), unreadable));
                }
            }

            private JsonObject shown(JournalEntry entry, boolean inRange) throws IOException, JournalFailure {
                byte[] bytes = JournalDirectory.entryBytes(entry);
                JsonObject.Builder line = JsonObject.builder()
                        .put("entry", new String(bytes, StandardCharsets.UTF_8))
                        .put("index", entry.index())
                        .put("proof", base64(tree.inclusion(entry.index())));
                if (!inRange) {
                    line.put("context", true);
                }
                return line.build();
            }

            private void line(JsonObject line) throws IOException {
                byte[] bytes = CanonicalJson.bytes(line);
                digest.update(bytes);
                digest.update((byte) '\n');
                out.write(bytes);
                out.write('\n');
            }
        }
    }

    private static JsonArray base64(List<byte[]> hashes) {
        return JsonArray.texts(hashes.stream().map(Export::base64).toList());
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** Tells whether a scope is about cases, of which there may be none. */
    private static final class HasCases implements ExportScope.Cases<Boolean> {

        @Override
        public Boolean all(ExportScope.All all) {
            return false;
        }

        @Override
        public Boolean period(ExportScope.Period period) {
            return false;
        }

        @Override
        public Boolean desk(ExportScope.Desk desk) {
            return true;
        }

        @Override
        public Boolean submission(ExportScope.Case one) {
            return true;
        }
    }
}
