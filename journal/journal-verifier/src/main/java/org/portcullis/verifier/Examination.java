package org.portcullis.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Goes once over a journal directory, in the order of the entries, and stops at the first thing that does not hold.
 * Mutable, for one examination.
 */
final class Examination implements AutoCloseable {

    private static final String CONTINUED = "journal.continued";

    private final Path directory;
    private final Terms terms;
    private final Workers workers;
    private final EntryCheck entryCheck;
    private final HoldCheck holds;
    private final boolean alone;
    private final Beginning beginning;
    private final Tree tree = new Tree();
    private final Published published;
    private final SignedRoot.Cosigned cosigned;
    private final SignedRoot checkpoint;
    private final List<Anchor> anchors;
    private final KnownRoots knownRoots = new KnownRoots();
    private final Vouched vouched = new Vouched();

    private long signedRoots;
    private Optional<SignedRoot> lastRoot = Optional.empty();
    private long lastRootSize;
    private long segments;
    private long bytes;
    private boolean padded;
    private Optional<String> continued = Optional.empty();
    private Inquiry inquiry = Inquiry.nothing();

    /** Judges how a journal begins, once its first entry holds. */
    @FunctionalInterface
    interface Beginning {

        /** Requires that it begins as it must, of which the place is that of the first entry. */
        void require(Examination journal, Instant at, Rejection.Place place) throws Rejection;
    }

    /** Examines a journal that is no part of a series. */
    static Examination ofJournal(Path directory, Terms terms, Workers workers) throws IOException, Rejection {
        Beginning beginning = (journal, at, place) -> journal.requireNothingBefore(place);
        return new Examination(
                directory, terms, workers, new EntryCheck(terms.keys()), new HoldCheck(), true, beginning);
    }

    /** Examines the first shard of a series, whose key nobody has vouched for yet. */
    static Examination ofFirstShard(Path directory, Terms terms, Workers workers, Beginning beginning)
            throws IOException, Rejection {
        return new Examination(directory, terms, workers, new EntryCheck(List.of()), new HoldCheck(), false, beginning);
    }

    /** Examines the shard that follows this one: people's keys, holds, petitions, tokens and the order of times go on. */
    Examination ofNextShard(Path next, Terms itsTerms, Beginning itsBeginning) throws IOException, Rejection {
        EntryCheck following = EntryCheck.following(List.of(), entryCheck);
        return new Examination(next, itsTerms, workers, following, holds, false, itsBeginning);
    }

    private Examination(
            Path directory,
            Terms terms,
            Workers workers,
            EntryCheck entryCheck,
            HoldCheck holds,
            boolean alone,
            Beginning beginning)
            throws IOException, Rejection {
        this.directory = directory;
        this.terms = terms;
        this.workers = workers;
        this.entryCheck = entryCheck;
        this.holds = holds;
        this.alone = alone;
        this.beginning = beginning;
        this.published = Published.in(directory);
        this.cosigned = SignedRoot.readCosigned(required("checkpoint"), Rejection.Place.of("checkpoint"));
        this.checkpoint = cosigned.root();
        this.anchors = Anchors.in(directory);
        knownRoots.ask(checkpoint.size());
        terms.earlier().forEach(root -> knownRoots.ask(root.size()));
        anchors.forEach(anchor -> knownRoots.ask(anchor.root().size()));
    }

    /** Answers a question on the way. */
    void asked(Inquiry question) {
        inquiry = question;
    }

    Counts counts() {
        return new Counts(tree.size(), signedRoots, segments, published.examined(), holds.votes(), bytes);
    }

    /** Gives what the reader of a verdict on these entries must also know. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        holds.foundingKeys().forEach(key -> notes.add("no second person confirmed the founding key `" + key + "`"));
        long untimed = anchors.stream()
                .filter(anchor -> anchor.timestamp().isPresent())
                .count();
        if (untimed > 0 && terms.authority().isEmpty()) {
            notes.add(untimed + (untimed == 1 ? " timestamp was" : " timestamps were")
                    + " not examined: give the certificate of the authority");
        } else if (untimed > 0) {
            notes.add("whether the certificate of the timestamp authority was revoked was not looked up");
        }
        long people = holds.people().committed();
        if (people > 0) {
            notes.add(people + (people == 1 ? " pseudonym is" : " pseudonyms are") + " committed to a person, "
                    + holds.people().erased() + " of them erased");
        }
        return notes;
    }

    Assurance assurance() {
        return vouched.assurance(lastRootSize, Math.min(checkpoint.size(), tree.size()));
    }

    @Override
    public void close() throws IOException {
        published.close();
    }

    /** Gives the key that the last entry names for the shard that follows, if it names one. */
    Optional<String> continuedBy() {
        return continued;
    }

    /** Gives what the first entry says of the shard before, if it says something. */
    Optional<Value> previous() {
        return entryCheck.opened().flatMap(body -> body.member("previous"));
    }

    /** Gives the key that signs this journal. */
    NoteKey key() throws Rejection {
        return entryCheck.key(Rejection.Place.of("segments"));
    }

    /** Gives the published checkpoint with the journal's signature alone. */
    String publishedNote() {
        return checkpoint.note();
    }

    /** Returns when everything holds. */
    void run() throws IOException, Rejection {
        for (Path segment : segmentFiles()) {
            segment(segment);
        }
        requireWhole();
        published.finish(Math.min(checkpoint.size(), tree.size()));
        requireCheckpoint();
        requireKeyFile();
        for (SignedRoot earlier : terms.earlier()) {
            requireEarlier(earlier);
        }
        requireAnchors();
        requireEnd();
        requireSealed();
        requireWitnessed();
        requireFresh();
        inquiry.finish(vouched, lastRootSize, checkpoint.size());
    }

    private List<Path> segmentFiles() throws IOException, Rejection {
        Path folder = directory.resolve("segments");
        if (!Files.isDirectory(folder)) {
            throw new Rejection(
                    Outcome.TRUNCATED,
                    Rejection.Place.of("segments").entry(0),
                    "the directory of the segments is missing");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private void segment(Path file) throws IOException, Rejection {
        String name = "segments/" + file.getFileName();
        Rejection.Place place = Rejection.Place.of(name).entry(tree.size());
        if (!name.matches("segments/[0-9]{16}\\.seg") || !Files.isRegularFile(file)) {
            throw new Rejection(Outcome.ILL_FORMED, Rejection.Place.of(name), "the file is not named as segments are");
        }
        if (padded) {
            throw new Rejection(Outcome.TAMPERED, place, "a segment follows one that was not finished");
        }
        if (!name.equals(String.format(Locale.ROOT, "segments/%016d.seg", tree.size()))) {
            throw new Rejection(
                    Outcome.TRUNCATED, place, "the segment that begins with entry " + tree.size() + " is missing");
        }
        segments++;
        bytes += Files.size(file);
        try (SegmentReader reader = new SegmentReader(file, name)) {
            reader.head(tree.size(), place);
            blocks(reader, name);
            padded = reader.isPadded();
        }
    }

    /** Goes through the frames in their order, while others look at the blocks ahead. */
    private void blocks(SegmentReader reader, String name) throws IOException, Rejection {
        Deque<Future<List<Frame>>> ahead = new ArrayDeque<>();
        boolean more = true;
        while (more || !ahead.isEmpty()) {
            while (more && ahead.size() < workers.ahead()) {
                Optional<Block> block = reader.next(entryCheck.key());
                more = block.isPresent();
                if (more && entryCheck.key().isEmpty()) {
                    frames(block.get().frames(), name);
                } else if (more) {
                    ahead.add(workers.look(block.get()));
                }
            }
            if (!ahead.isEmpty()) {
                frames(Workers.await(ahead.remove()), name);
            }
        }
    }

    private void frames(List<Frame> frames, String name) throws IOException, Rejection {
        for (Frame frame : frames) {
            frame(frame, name);
        }
    }

    /** Applies one frame to what the frames before it left. */
    private void frame(Frame frame, String name) throws IOException, Rejection {
        Rejection.Place place = Rejection.Place.of(name).at(frame.offset()).entry(tree.size());
        if (frame instanceof Frame.Entry entry) {
            entry(entry, place);
        } else if (frame instanceof Frame.Root root) {
            root(root, place);
        } else if (frame instanceof Frame.Broken broken) {
            throw broken.rejection().at(broken.rejection().place().entry(tree.size()));
        }
    }

    private void entry(Frame.Entry frame, Rejection.Place place) throws IOException, Rejection {
        byte[] leafHash = frame.leaf().hash();
        EntryCheck.Entry entry = entryCheck.check(frame.scanned(), leafHash, tree.size(), place);
        requireSeries(entry, place);
        holds.check(entry.withToken(frame.tokenHolds()), place);
        inquiry.see(tree.size(), entry);
        tree.add(leafHash);
        published.add(leafHash, frame.scanned().place().entry(), tree);
        knownRoots.reached(tree);
    }

    /** An entry that names the next shard is the last; a shard alone is not the whole of what was written. */
    private void requireSeries(EntryCheck.Entry entry, Rejection.Place place) throws Rejection {
        if (continued.isPresent()) {
            throw new Rejection(Outcome.TAMPERED, place, "an entry follows the one that goes on in another shard");
        }
        if (tree.size() == 0) {
            beginning.require(this, entry.at(), place);
        }
        if (entry.type().equals(CONTINUED)) {
            continued = Optional.of(entry.body().text("key").orElse(""));
        }
    }

    /** Requires that this journal goes on from no other. */
    void requireNothingBefore(Rejection.Place place) throws Rejection {
        if (previous().isPresent()) {
            throw new Rejection(
                    Outcome.TRUNCATED, place, "it goes on from another shard, which is missing; give the whole series");
        }
    }

    private void root(Frame.Root frame, Rejection.Place place) throws Rejection {
        NoteKey key = entryCheck.key(place);
        Rejection.Place covered = place.entry(Math.max(lastRootSize, tree.size() - 1));
        SignedRoot root = frame.root();
        if (!frame.holds().orElse(false)) {
            root.requireSignedBy(key, covered);
        }
        if (root.size() != tree.size()) {
            throw new Rejection(
                    Outcome.TAMPERED,
                    covered,
                    "a root over " + root.size() + " entries stands after " + tree.size() + " entries");
        }
        if (!root.isRoot(tree.root())) {
            throw new Rejection(
                    Outcome.TAMPERED,
                    place.entry(lastRootSize),
                    "the entries " + lastRootSize + " to " + (tree.size() - 1) + " are not the ones that were signed");
        }
        signedRoots++;
        lastRoot = Optional.of(root);
        lastRootSize = root.size();
    }

    private void requireWhole() throws Rejection {
        Rejection.Place end = Rejection.Place.of("segments").entry(tree.size());
        if (tree.size() < checkpoint.size()) {
            throw new Rejection(
                    Outcome.TRUNCATED,
                    end,
                    "there are " + tree.size() + " entries and the checkpoint signs " + checkpoint.size());
        }
        if (lastRootSize < tree.size() && !padded) {
            throw new Rejection(
                    Outcome.TRUNCATED,
                    end.entry(tree.size() - 1),
                    "the signed root after entry " + (tree.size() - 1) + " is missing");
        }
    }

    private void requireCheckpoint() throws Rejection {
        Rejection.Place place = Rejection.Place.of("checkpoint");
        if (!lastRoot.equals(Optional.of(checkpoint))) {
            checkpoint.requireSignedBy(entryCheck.key(place), place);
        }
        if (checkpoint.size() == 0 || !knownRoots.has(checkpoint)) {
            throw new Rejection(
                    Outcome.FORKED,
                    place,
                    "the checkpoint and the roots in the segments are signed by one key over different entries");
        }
    }

    private void requireEnd() throws Rejection {
        if (alone && continued.isPresent()) {
            throw new Rejection(
                    Outcome.TRUNCATED,
                    Rejection.Place.of("segments").entry(tree.size()),
                    "it goes on in another shard; give the folder of the whole series");
        }
    }

    private void requireSealed() throws Rejection {
        if (checkpoint.size() < tree.size()) {
            throw new Rejection(
                    Outcome.UNSEALED,
                    Rejection.Place.of("checkpoint").entry(checkpoint.size()),
                    "the entries " + checkpoint.size() + " to " + (tree.size() - 1)
                            + " lie behind the published checkpoint");
        }
        if (padded) {
            throw new Rejection(
                    Outcome.UNSEALED, Rejection.Place.of("segments"), "the last segment is still open for writing");
        }
    }

    private void requireKeyFile() throws IOException, Rejection {
        Rejection.Place place = Rejection.Place.of("journal.vkey");
        byte[] expected = (entryCheck.key(place).line() + "\n").getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(required("journal.vkey"), expected)) {
            throw new Rejection(Outcome.TAMPERED, place, "the verifier key is not the one that the first entry names");
        }
        Path lock = directory.resolve("journal.lock");
        if (Files.exists(lock) && Files.size(lock) != 0) {
            throw new Rejection(Outcome.ILL_FORMED, Rejection.Place.of("journal.lock"), "the lock file is not empty");
        }
    }

    private void requireEarlier(SignedRoot root) throws Rejection {
        Rejection.Place place = Rejection.Place.of("checkpoint");
        root.requireSignedBy(entryCheck.key(place), place);
        if (root.size() > tree.size()) {
            throw new Rejection(
                    Outcome.TRUNCATED,
                    place.entry(tree.size()),
                    "the earlier checkpoint signs " + root.size() + " entries and there are " + tree.size());
        }
        if (!knownRoots.has(root)) {
            throw new Rejection(
                    Outcome.FORKED,
                    place,
                    "the " + root.size()
                            + " entries of the earlier checkpoint are not the first entries of this journal");
        }
    }

    /** What others vouch for is a state that this journal went through. */
    private void requireAnchors() throws IOException, Rejection {
        vouch(cosigned, Rejection.Place.of("checkpoint"));
        for (Anchor anchor : anchors) {
            Rejection.Place place = anchor.place(Anchor.ROOT);
            SignedRoot root = anchor.root();
            root.requireSignedBy(entryCheck.key(place), place);
            if (root.size() > tree.size()) {
                throw new Rejection(
                        Outcome.TRUNCATED,
                        place.entry(tree.size()),
                        "the anchor is over " + root.size() + " entries and there are " + tree.size());
            }
            if (!knownRoots.has(root)) {
                throw new Rejection(
                        Outcome.FORKED,
                        place,
                        "the " + root.size() + " entries of the anchor are not the first entries of this journal");
            }
            if (anchor.witnessed().isPresent()) {
                vouch(anchor.witnessed().get(), anchor.place(Anchor.WITNESSED));
            }
            requireTimestamp(anchor);
        }
    }

    private void requireTimestamp(Anchor anchor) throws IOException, Rejection {
        if (terms.authority().isPresent() && anchor.timestamp().isPresent()) {
            Rejection.Place place = anchor.place(Anchor.TIMESTAMP);
            byte[] response = Anchors.bytes(anchor.timestamp().get(), place);
            byte[] stamped = anchor.root().note().getBytes(StandardCharsets.UTF_8);
            Instant at = Timestamp.of(response, stamped, terms.authority().get(), place);
            vouched.timestamped(anchor.root().size(), at);
        }
    }

    private void vouch(SignedRoot.Cosigned note, Rejection.Place place) throws Rejection {
        if (terms.policy().isPresent()) {
            TlogPolicy policy = terms.policy().get();
            policy.metAt(Cosignatures.of(note, policy, place))
                    .ifPresent(at -> vouched.witnessed(note.root().size(), at));
        }
    }

    private void requireWitnessed() throws Rejection {
        boolean needed = terms.policy().isPresent() && terms.policy().get().needsWitnesses();
        if (needed && vouched.witnessedSize() < checkpoint.size()) {
            throw new Rejection(
                    Outcome.UNWITNESSED,
                    Rejection.Place.of("checkpoint").entry(vouched.witnessedSize()),
                    "enough witnesses of the policy vouch for " + vouched.witnessedSize() + " of " + checkpoint.size()
                            + " entries");
        }
    }

    private void requireFresh() throws Rejection {
        if (terms.oldest().isEmpty()) {
            return;
        }
        Optional<Instant> newest = vouched.newest();
        if (newest.isEmpty() || newest.get().isBefore(terms.oldest().get())) {
            String found = newest.map(at -> "the newest is of " + at).orElse("there is none");
            throw new Rejection(
                    Outcome.STALE,
                    Rejection.Place.of("checkpoint"),
                    "no witness and no timestamp vouches for it at or after "
                            + terms.oldest().get() + "; " + found);
        }
    }

    private byte[] required(String name) throws IOException, Rejection {
        Path file = directory.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new Rejection(Outcome.TRUNCATED, Rejection.Place.of(name), "the file is missing");
        }
        return Anchors.bytes(file, Rejection.Place.of(name));
    }
}
