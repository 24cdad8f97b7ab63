package org.portcullis.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
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
    private static final Duration LAG = Duration.ofSeconds(1);

    private final Terms terms;
    private final Inquiry inquiry;
    private final ExportLines lines;
    private final CompactRange range = new CompactRange();
    private final HoldCheck holds = new HoldCheck();
    private final Vouched vouched = new Vouched();

    /** What the examiner kept and has not yet been compared. */
    private final List<SignedRoot> unmatched = new ArrayList<>();

    private Optional<Reading> begun = Optional.empty();

    /** Is what is known once the first line is read; mutable, for one export. */
    private static final class Reading {

        private final ExportHead head;
        private final byte[] root;
        private final EntryCheck entries;

        /** The lowest index that the next line may have. */
        private long next;

        private Optional<String> leafBefore = Optional.empty();
        private Optional<Instant> timeBefore = Optional.empty();
        private Optional<Instant> timeAfter = Optional.empty();
        private long shown;
        private long withheld;
        private long context;
        private String digest = "";

        Reading(ExportHead head, SignedRoot root) {
            this.head = head;
            this.root = Base64.getDecoder().decode(root.rootBase64());
            this.entries = EntryCheck.ofPart(head.key());
        }
    }

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

    private Counts counts() {
        long entries = begun.map(reading -> reading.shown + reading.context).orElse(0L);
        return new Counts(entries, begun.isPresent() ? 1 : 0, 0, 0, holds.votes(), lines.bytes());
    }

    private Optional<ExportedPart> part() {
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

    private void run() throws IOException, Rejection {
        Value first =
                lines.next().orElseThrow(() -> new Rejection(Outcome.TRUNCATED, lines.place(), "the export is empty"));
        ExportHead head = ExportHead.read(first, lines.place());
        if (!terms.keys().contains(head.key())) {
            throw new Rejection(
                    Outcome.UNTRUSTED_KEY,
                    lines.place(),
                    "the export names the key `" + head.key().line() + "`, which is not a trusted one");
        }
        SignedRoot.Cosigned checkpoint = head.signedRoot(lines.place());
        Reading reading = new Reading(head, checkpoint.root());
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

    private Assurance assurance() {
        return begun.map(reading -> vouched.assurance(reading.head.size(), reading.head.size()))
                .orElse(Assurance.NONE);
    }

    private Rejection cutOff() {
        return new Rejection(Outcome.TRUNCATED, lines.place(), "the last line of the export is missing");
    }

    private void line(Reading reading, Value line) throws Rejection {
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
    private void requireOrder(Reading reading, long index, Rejection.Place place) throws Rejection {
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

    private void show(Reading reading, long index, Value line, Rejection.Place place) throws Rejection {
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
        holds.check(entry, place);
        inquiry.see(index, entry);
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

    private void follow(Reading reading, long index, byte[] leaf, boolean inRange) throws Rejection {
        reading.next = index + 1;
        reading.leafBefore = Optional.of("sha256:" + HexFormat.of().formatHex(leaf));
        if (inRange) {
            range.addLeaf(leaf);
            compareEarlier();
        }
    }

    private void end(Reading reading, Value end) throws Rejection {
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

    private void finish(Reading reading) throws Rejection {
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
        requireScope(reading, place);
        if (!unmatched.isEmpty()) {
            throw new Rejection(
                    Outcome.TRUNCATED,
                    place,
                    "nothing shows that the export extends the earlier checkpoint over "
                            + unmatched.get(0).size() + " entries; ask for an export with that one as its previous");
        }
    }

    /** What the exporter says of its choice, as far as it can be seen. */
    private static void requireScope(Reading reading, Rejection.Place place) throws Rejection {
        ExportHead head = reading.head;
        String kind = head.scope().text("kind").orElse("");
        boolean whole = switch (kind) {
            case "all" -> reading.withheld == 0 && head.from() == 0 && head.to() == head.size();
            case "period" -> reading.withheld == 0 && endsOutside(reading, place);
            case "desk", "case" -> true;
            default -> throw ExportHead.illFormed(place, "its scope is of the unknown kind `" + kind + "`");
        };
        if (!whole) {
            throw new Rejection(
                    Outcome.TRUNCATED, place, "the export is not shown to have all of " + head.scopeInWords());
        }
    }

    /** The neighbours on both sides lie so far outside of the period that nothing beyond them can lie in it. */
    private static boolean endsOutside(Reading reading, Rejection.Place place) throws Rejection {
        Optional<Instant> from = instant(reading.head.scope(), "from", place);
        Optional<Instant> to = instant(reading.head.scope(), "to", place);
        boolean begins = reading.head.from() == 0
                || (from.isPresent()
                        && reading.timeBefore
                                .filter(at -> at.isBefore(from.get().minus(LAG)))
                                .isPresent());
        boolean ends = reading.head.to() == reading.head.size()
                || (to.isPresent()
                        && reading.timeAfter
                                .filter(at -> !at.isBefore(to.get().plus(LAG)))
                                .isPresent());
        return begins && ends;
    }

    private static Optional<Instant> instant(Value scope, String member, Rejection.Place place) throws Rejection {
        try {
            return scope.text(member).map(Instant::parse);
        } catch (DateTimeException unreadable) {
            throw ExportHead.illFormed(place, "the `" + member + "` of its scope is not a time");
        }
    }

    private void requirePrevious(Reading reading) throws Rejection {
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
    private void requireEarlierSizes(Reading reading) throws Rejection {
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

    private long previousSize(Reading reading) throws Rejection {
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
