package org.portcullis.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;

/**
 * Goes once over an export, line by line, and stops at the first thing that does not hold. What is shown is held against the same rules as in a whole
 * journal; what is withheld has its place and its hash, and is counted. Mutable, for one export.
 */
final class ExportCheck {

    private static final Set<String> SHOWN = Set.of("entry", "index", "proof");
    private static final Set<String> CONTEXT = Set.of("context", "entry", "index", "proof");
    private static final Set<String> WITHHELD = Set.of("index", "leaf");
    private static final Set<String> END = Set.of("context", "digest", "shown", "withheld");
    private static final String CONTINUED = "journal.continued";

    private final Terms terms;
    private final Inquiry inquiry;
    private final ExportLines lines;
    private final CompactRange range = new CompactRange();
    private final HoldCheck holds;
    private final ExportFollowing following;
    private final Vouched vouched = new Vouched();

    /** What the examiner kept and has not yet been compared. */
    private final List<SignedRoot> unmatched = new ArrayList<>();

    private Optional<ExportReading> begun = Optional.empty();

    /**
     * Makes a check of one export.
     *
     * @param name what the file is called in the verdict
     * @param terms what the examiner brings along, at least one key that they trust among it
     * @param inquiry what the examiner asks beside
     */
    ExportCheck(InputStream in, String name, Terms terms, Inquiry inquiry) {
        this.terms = terms;
        this.inquiry = inquiry;
        this.lines = new ExportLines(in, name);
        this.holds = new HoldCheck();
        this.following = ExportFollowing.NOTHING;
    }

    private ExportCheck(
            InputStream in, String name, Terms terms, Inquiry inquiry, HoldCheck holds, ExportFollowing following) {
        this.terms = terms;
        this.inquiry = inquiry;
        this.lines = new ExportLines(in, name);
        this.holds = holds;
        this.following = following;
    }

    /** Makes a check of the export of the first shard of a series, whose key nobody has vouched for yet. */
    static ExportCheck ofFirstShard(
            InputStream in, String name, Terms terms, Inquiry inquiry, ExportFollowing.Beginning beginning) {
        return new ExportCheck(
                in, name, terms, inquiry, new HoldCheck(), ExportFollowing.inSeries(EntryCheck::ofPart, beginning));
    }

    /** Makes a check of the export of the shard that follows, once this one is examined: people's keys, holds and the order of times go on. */
    ExportCheck ofNextShard(InputStream in, String name, Terms itsTerms, ExportFollowing.Beginning beginning) {
        EntryCheck before = begun.orElseThrow().entries;
        return new ExportCheck(
                in,
                name,
                itsTerms,
                inquiry,
                holds,
                ExportFollowing.inSeries(key -> EntryCheck.ofPartFollowing(key, before), beginning));
    }

    /** Gives the first line, once it is read. */
    ExportHead head() {
        return begun.orElseThrow().head;
    }

    /** Gives the checkpoint, once it is read. */
    SignedRoot signed() {
        return begun.orElseThrow().signed;
    }

    /** Gives the body of the first entry of the journal, where it is shown. */
    Optional<Value> opened() {
        return begun.flatMap(reading -> reading.entries.opened());
    }

    /** Gives the time of the first entry, where it is shown. */
    Instant begun() {
        return begun.orElseThrow().begunAt;
    }

    /** Gives the entry that says where the journal goes on, where it is shown. */
    Optional<ExportReading.Continued> continued() {
        return begun.flatMap(reading -> reading.continued);
    }

    /** Gives what the reader of a verdict must also know of keys and people. */
    List<String> notesOfPeople() {
        return holds.notes();
    }

    /** Gives the verdict. */
    ExportVerdict verdict() throws IOException {
        try {
            run();
            return new ExportVerdict(valid(), part());
        } catch (Rejection rejection) {
            return new ExportVerdict(rejected(rejection), part());
        }
    }

    private Verdict valid() {
        ExportedPart part = part().orElseThrow();
        boolean extendsSomething = !terms.earlier().isEmpty()
                || begun.flatMap(reading -> reading.head.previous()).isPresent();
        return new Verdict(
                Outcome.VALID,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                part.inWords(),
                counts(),
                true,
                assurance(),
                notes(part, extendsSomething));
    }

    private Verdict rejected(Rejection rejection) {
        Rejection.Place place = rejection.place();
        StringBuilder sentence = new StringBuilder();
        place.entry().ifPresent(entry -> sentence.append("entry ").append(entry).append(", "));
        place.file().ifPresent(file -> sentence.append("file `").append(file).append("`"));
        place.offset().ifPresent(offset -> sentence.append(" at byte ").append(offset));
        sentence.append(": ").append(rejection.getMessage());
        return new Verdict(
                rejection.outcome(),
                place.entry(),
                place.file(),
                place.offset(),
                sentence.toString(),
                counts(),
                true,
                assurance(),
                List.of());
    }

    Counts counts() {
        long entries = begun.map(reading -> reading.shown + reading.context).orElse(0L);
        return new Counts(entries, begun.isPresent() ? 1 : 0, 0, 0, holds.votes(), lines.bytes());
    }

    Optional<ExportedPart> part() {
        return begun.map(reading -> new ExportedPart(
                reading.head.key().name(),
                reading.head.scopeInWords(),
                reading.head.from(),
                reading.head.to(),
                reading.head.size(),
                reading.shown,
                reading.withheld,
                reading.context,
                reading.digest));
    }

    /** Returns when everything that is shown holds. */
    void run() throws IOException, Rejection {
        Value first =
                lines.next().orElseThrow(() -> new Rejection(Outcome.TRUNCATED, lines.place(), "the export is empty"));
        ExportHead head = ExportHead.read(first, lines.place());
        following.requireTrusted(head.key(), terms, lines.place());
        SignedRoot.Cosigned checkpoint = head.signedRoot(lines.place());
        ExportReading reading = new ExportReading(head, checkpoint.root(), following.entries(head.key()));
        begun = Optional.of(reading);
        requirePrevious(reading);
        requireEarlierSizes(reading);
        range.addFirst(head.from(), head.left());
        compareEarlier();
        Optional<Value> end = Optional.empty();
        while (end.isEmpty()) {
            Value line = lines.next().orElseThrow(this::cutOff);
            end = line.member("end");
            if (end.isEmpty()) {
                line(reading, line);
            } else {
                requireMembers(line, Set.of("end"));
            }
        }
        end(reading, end.get());
        if (lines.next().isPresent()) {
            throw ExportHead.illFormed(lines.place(), "something follows the last line of the export");
        }
        finish(reading);
        requireWitnessed(checkpoint);
        inquiry.finish(vouched, head.size(), head.size());
    }

    /** Others vouch for the checkpoint as the examiner's terms ask. */
    private void requireWitnessed(SignedRoot.Cosigned checkpoint) throws Rejection {
        Rejection.Place place = lines.place();
        if (terms.policy().isPresent()) {
            TlogPolicy policy = terms.policy().get();
            Optional<Instant> met = policy.metAt(Cosignatures.of(checkpoint, policy, place));
            if (policy.needsWitnesses() && met.isEmpty()) {
                throw new Rejection(
                        Outcome.UNWITNESSED, place, "not enough witnesses of the policy vouch for the checkpoint");
            }
            met.ifPresent(at -> vouched.witnessed(checkpoint.root().size(), at));
        }
        requireTimestamp(checkpoint.root(), place);
        Optional<Instant> newest = vouched.newest();
        boolean stale = terms.oldest().isPresent()
                && newest.filter(at -> !at.isBefore(terms.oldest().get())).isEmpty();
        if (stale) {
            throw new Rejection(
                    Outcome.STALE,
                    place,
                    "no witness and no timestamp vouches for its checkpoint at or after "
                            + terms.oldest().get());
        }
    }

    private void requireTimestamp(SignedRoot root, Rejection.Place place) throws Rejection {
        Optional<String> token = begun.flatMap(reading -> reading.head.timestamp());
        if (terms.authority().isEmpty() || token.isEmpty()) {
            return;
        }
        byte[] response;
        try {
            response = Base64.getDecoder().decode(token.get());
        } catch (IllegalArgumentException malformed) {
            throw ExportHead.illFormed(place, "its `timestamp` is not base64");
        }
        byte[] stamped = root.note().getBytes(StandardCharsets.UTF_8);
        vouched.timestamped(
                root.size(), Timestamp.of(response, stamped, terms.authority().get(), place));
    }

    private List<String> notes(ExportedPart part, boolean extendsSomething) {
        List<String> more = new ArrayList<>(holds.notes());
        boolean untimed = begun.flatMap(reading -> reading.head.timestamp()).isPresent()
                && terms.authority().isEmpty();
        if (untimed) {
            more.add("its timestamp was not examined: give the certificate of the authority");
        }
        return ExportVerdict.notes(part, extendsSomething, more);
    }

    Assurance assurance() {
        return begun.map(reading -> vouched.assurance(reading.head.size(), reading.head.size()))
                .orElse(Assurance.NONE);
    }

    private Rejection cutOff() {
        return new Rejection(Outcome.TRUNCATED, lines.place(), "the last line of the export is missing");
    }

    private void line(ExportReading reading, Value line) throws Rejection {
        SortedMap<String, Value> members =
                line.asMembers().orElseThrow(() -> ExportHead.illFormed(lines.place(), "the line is not an object"));
        long index =
                line.whole("index").orElseThrow(() -> ExportHead.illFormed(lines.place(), "the line names no entry"));
        Rejection.Place place = lines.place().entry(index);
        requireOrder(reading, index, place);
        boolean inRange = index >= reading.head.from() && index < reading.head.to();
        if (members.keySet().equals(WITHHELD) && inRange) {
            byte[] leaf = ExportHead.hash(line.text("leaf"), "leaf", place);
            reading.withheld++;
            follow(reading, index, leaf, true);
        } else if (members.keySet().equals(inRange ? SHOWN : CONTEXT)) {
            show(reading, index, line, place);
        } else {
            throw ExportHead.illFormed(
                    place,
                    "the line does not have the members of an entry that is " + (inRange ? "inside" : "outside")
                            + " of the range");
        }
    }

    /** Entries stand in their order, and in the range there is every one of them. */
    private void requireOrder(ExportReading reading, long index, Rejection.Place place) throws Rejection {
        if (index < reading.next) {
            throw new Rejection(
                    Outcome.TAMPERED, place, "the line of entry " + index + " stands behind that of a later one");
        }
        if (index >= reading.head.size()) {
            throw new Rejection(
                    Outcome.TAMPERED,
                    place,
                    "the checkpoint signs " + reading.head.size() + " entries and not this one");
        }
        long missing = Math.max(reading.next, reading.head.from());
        if (index > missing && missing < reading.head.to()) {
            throw missing(missing, lines.place());
        }
    }

    private static Rejection missing(long index, Rejection.Place place) {
        return new Rejection(
                Outcome.TRUNCATED, place.entry(index), "entry " + index + " is neither shown nor withheld");
    }

    private void show(ExportReading reading, long index, Value line, Rejection.Place place) throws Rejection {
        boolean context = line.member("context").isPresent();
        if (context && !line.member("context").equals(Optional.of(new Value.Truth(true)))) {
            throw ExportHead.illFormed(place, "its `context` is something else than true");
        }
        byte[] bytes = line.text("entry")
                .orElseThrow(() -> ExportHead.illFormed(place, "its `entry` is not a text"))
                .getBytes(StandardCharsets.UTF_8);
        byte[] leaf = Sha256.leaf(bytes);
        List<byte[]> proof = ExportHead.hashes(line, "proof", place);
        InclusionProof.Place leafPlace = new InclusionProof.Place(index, reading.head.size());
        if (!InclusionProof.holds(leafPlace, leaf, proof, reading.root)) {
            throw new Rejection(Outcome.TAMPERED, place, "the entry is not the one that the checkpoint signs");
        }
        if (index != reading.next || index == 0) {
            reading.leafBefore = Optional.empty();
        }
        EntryCheck.Entry entry = reading.entries.checkPart(bytes, index, reading.leafBefore, place);
        if (index == 0) {
            reading.begunAt = entry.at();
            following.requireBeginning(this, place);
        }
        holds.check(entry, place);
        inquiry.see(index, entry);
        if (reading.continued.isEmpty() && entry.type().equals(CONTINUED)) {
            String key = entry.body().text("key").orElse("");
            reading.continued = Optional.of(new ExportReading.Continued(index, entry.at(), key));
        }
        if (index == reading.head.from() - 1) {
            reading.timeBefore = Optional.of(entry.at());
        }
        if (index == reading.head.to()) {
            reading.timeAfter = Optional.of(entry.at());
        }
        if (context) {
            reading.context++;
        } else {
            reading.shown++;
        }
        follow(reading, index, leaf, !context);
    }

    private void follow(ExportReading reading, long index, byte[] leaf, boolean inRange) throws Rejection {
        reading.next = index + 1;
        reading.leafBefore = Optional.of("sha256:" + HexFormat.of().formatHex(leaf));
        if (inRange) {
            range.addLeaf(leaf);
            compareEarlier();
        }
    }

    private void end(ExportReading reading, Value end) throws Rejection {
        Rejection.Place place = lines.place();
        requireMembers(end, END);
        long missing = Math.max(reading.next, reading.head.from());
        if (missing < reading.head.to()) {
            throw missing(missing, place);
        }
        reading.digest = lines.digestBefore();
        if (!end.text("digest").equals(Optional.of(reading.digest))) {
            throw new Rejection(
                    Outcome.TAMPERED, place, "the digest in the last line is not that of the lines before it");
        }
        boolean counted = end.whole("shown").equals(Optional.of(reading.shown))
                && end.whole("withheld").equals(Optional.of(reading.withheld))
                && end.whole("context").equals(Optional.of(reading.context));
        if (!counted) {
            throw new Rejection(Outcome.TAMPERED, place, "the last line counts other entries than there are");
        }
    }

    private void finish(ExportReading reading) throws Rejection {
        ExportHead head = reading.head;
        for (byte[] root : head.right()) {
            range.addTowards(head.size(), root);
            compareEarlier();
        }
        Rejection.Place place = lines.place().entry(head.from());
        if (!Arrays.equals(range.root(), reading.root)) {
            throw new Rejection(
                    Outcome.TAMPERED,
                    place,
                    "the entries " + words(head) + " and what lies around them are not what the checkpoint signs");
        }
        ExportScopeCheck.require(reading, place);
        if (!unmatched.isEmpty()) {
            throw new Rejection(
                    Outcome.TRUNCATED,
                    place,
                    "nothing shows that the export extends the earlier checkpoint over "
                            + unmatched.get(0).size() + " entries; ask for an export with that one as its previous");
        }
    }

    private void requirePrevious(ExportReading reading) throws Rejection {
        if (reading.head.previous().isEmpty()) {
            return;
        }
        ExportHead.Previous previous = reading.head.previous().get();
        Rejection.Place place = lines.place();
        SignedRoot before = SignedRoot.read(previous.checkpoint().getBytes(StandardCharsets.UTF_8), place);
        before.requireSignedBy(reading.head.key(), place);
        ConsistencyProof.Growth growth = new ConsistencyProof.Growth(before.size(), reading.head.size());
        byte[] root = Base64.getDecoder().decode(before.rootBase64());
        if (!ConsistencyProof.holds(growth, root, previous.proof(), reading.root)) {
            throw new Rejection(
                    Outcome.FORKED,
                    place,
                    "the " + reading.head.size() + " entries of this export are not shown to extend the "
                            + before.size() + " of the export before it");
        }
        for (SignedRoot kept : terms.earlier()) {
            if (kept.size() == before.size() && !kept.isRoot(root)) {
                throw forked(kept);
            }
        }
    }

    /** An earlier checkpoint must be of this journal, not larger, and compared with a root at its size sooner or later. */
    private void requireEarlierSizes(ExportReading reading) throws Rejection {
        for (SignedRoot kept : terms.earlier()) {
            kept.requireSignedBy(reading.head.key(), lines.place());
            if (kept.size() > reading.head.size()) {
                throw new Rejection(
                        Outcome.TRUNCATED,
                        lines.place().entry(reading.head.size()),
                        "the earlier checkpoint signs " + kept.size() + " entries and the export's "
                                + reading.head.size());
            }
            boolean same = kept.size() == reading.head.size();
            if (same && !kept.isRoot(reading.root)) {
                throw forked(kept);
            }
            boolean asBefore = previousSize(reading) == kept.size();
            if (!same && !asBefore && kept.size() > 0) {
                unmatched.add(kept);
            }
        }
    }

    private long previousSize(ExportReading reading) throws Rejection {
        if (reading.head.previous().isEmpty()) {
            return 0;
        }
        byte[] note = reading.head.previous().get().checkpoint().getBytes(StandardCharsets.UTF_8);
        return SignedRoot.read(note, lines.place()).size();
    }

    /** Where the tree is known over as many entries as an earlier checkpoint signs, its root is that one's. */
    private void compareEarlier() throws Rejection {
        for (SignedRoot kept : List.copyOf(unmatched)) {
            if (kept.size() == range.position()) {
                if (!kept.isRoot(range.root())) {
                    throw forked(kept);
                }
                unmatched.remove(kept);
            }
        }
    }

    private Rejection forked(SignedRoot kept) {
        return new Rejection(
                Outcome.FORKED,
                lines.place(),
                "the " + kept.size() + " entries of the earlier checkpoint are not the first entries of this journal");
    }

    private void requireMembers(Value object, Set<String> names) throws Rejection {
        boolean same =
                object.asMembers().filter(found -> found.keySet().equals(names)).isPresent();
        if (!same) {
            throw ExportHead.illFormed(lines.place(), "the last line does not have the members of version 1");
        }
    }

    private static String words(ExportHead head) {
        return head.from() + " to " + (head.to() - 1);
    }
}
