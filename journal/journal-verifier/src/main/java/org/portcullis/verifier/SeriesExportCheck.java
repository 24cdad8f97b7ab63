package org.portcullis.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Examines an export of a series, a folder with an export of each shard: every one for itself, what people signed through all of them, and that each goes on
 * where the one before ended. Mutable, for one examination.
 */
final class SeriesExportCheck {

    private static final Pattern NAME = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])\\.jsonl");
    private static final DateTimeFormatter MONTHS =
            DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration LAG = Duration.ofSeconds(1);

    private final List<Path> files;
    private final List<String> others;
    private final Terms terms;
    private final Inquiry inquiry;
    private final List<ExportCheck> examined = new ArrayList<>();
    private boolean trusted;

    SeriesExportCheck(Path folder, Terms terms, Inquiry inquiry) throws IOException {
        this.files = exportsIn(folder);
        this.others = othersIn(folder);
        this.terms = terms;
        this.inquiry = inquiry;
    }

    /** Gives the exports of shards in a folder, first month first. */
    static List<Path> exportsIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(SeriesExportCheck::isExport).sorted().toList();
        }
    }

    private static boolean isExport(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches() && Files.isRegularFile(file);
    }

    private static List<String> othersIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> !isExport(file))
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** Gives the verdict. */
    SeriesExportVerdict verdict() throws IOException {
        try {
            run();
            return new SeriesExportVerdict(valid(), parts());
        } catch (Rejection rejection) {
            return new SeriesExportVerdict(rejected(rejection), parts());
        }
    }

    private void run() throws IOException, Rejection {
        requireEarlierShards();
        for (Path file : files) {
            shard(file);
        }
        ExportCheck last = examined.get(examined.size() - 1);
        requireEnd(last);
        if (!trusted) {
            throw new Rejection(
                    Outcome.UNTRUSTED_KEY,
                    place(files.get(0)),
                    "no shard is signed with the trusted key `"
                            + terms.keys().get(0).line() + "`");
        }
    }

    private void shard(Path file) throws IOException, Rejection {
        String name = String.valueOf(file.getFileName());
        String month = name.substring(0, name.indexOf('.'));
        boolean first = examined.isEmpty();
        Terms own = terms.ofShard(month, examined.size() == files.size() - 1);
        inquiry.enter(month);
        try (InputStream in = Files.newInputStream(file)) {
            ExportCheck check = first
                    ? ExportCheck.ofFirstShard(in, name, own, inquiry, (begun, place) -> {
                        requireMonth(begun, month, place);
                        requireNothingBefore(begun, place);
                    })
                    : following(in, name, own, examined.get(examined.size() - 1), month);
            examined.add(check);
            check.run();
            requireBegun(check, place(file));
            requireClosed(check, place(file));
            trusted |= terms.keys().contains(check.head().key());
        }
    }

    private static ExportCheck following(InputStream in, String name, Terms own, ExportCheck before, String month) {
        return before.ofNextShard(in, name, own, (begun, place) -> {
            requireMonth(begun, month, place);
            requireFollows(before, begun, place);
        });
    }

    private static void requireMonth(ExportCheck check, String month, Rejection.Place place) throws Rejection {
        if (!check.head().key().name().endsWith("/" + month)) {
            throw new Rejection(
                    Outcome.TAMPERED, place, "it is of `" + check.head().key().name() + "`");
        }
    }

    private static void requireBegun(ExportCheck check, Rejection.Place place) throws Rejection {
        if (check.opened().isEmpty()) {
            throw new Rejection(
                    Outcome.TRUNCATED,
                    place.entry(0),
                    "the first entry of the shard, which says what is before it, is not shown");
        }
    }

    private static void requireNothingBefore(ExportCheck check, Rejection.Place place) throws Rejection {
        if (check.opened().flatMap(body -> body.member("previous")).isPresent()) {
            throw new Rejection(
                    Outcome.TRUNCATED,
                    place.entry(0),
                    "the export of the shard before, from which this one goes on, is missing");
        }
    }

    /** The same links as between whole shards, and the same choice in each. */
    private static void requireFollows(ExportCheck before, ExportCheck check, Rejection.Place place) throws Rejection {
        NoteKey key = check.head().key();
        Optional<ExportReading.Continued> continued = before.continued();
        if (continued.isEmpty()) {
            throw new Rejection(
                    Outcome.TRUNCATED, place, "the end of the shard before it, which names it, is not shown");
        }
        String named = continued.get().key();
        boolean between = NoteKey.read(named)
                .map(next -> next.name().compareTo(key.name()) < 0)
                .orElse(true);
        if (between) {
            throw new Rejection(
                    Outcome.TRUNCATED,
                    place,
                    "the export of the shard with the key `" + named + "` is missing before it");
        }
        Value previous = check.opened().flatMap(body -> body.member("previous")).orElse(new Value.Truth(false));
        boolean same = named.equals(key.line())
                && previous.text("checkpoint")
                        .equals(Optional.of(before.signed().note()))
                && previous.text("key").equals(Optional.of(before.head().key().line()));
        if (!same) {
            throw new Rejection(
                    Outcome.FORKED,
                    place.entry(0),
                    "it and the shard before it do not name each other: the key of the one, the last checkpoint of the other");
        }
        if (!MONTHS.format(check.begun()).equals(key.name().substring(key.name().lastIndexOf('/') + 1))) {
            throw new Rejection(
                    Outcome.TAMPERED, place.entry(0), "it begins at " + check.begun() + ", in another month");
        }
        if (!check.head().scope().equals(before.head().scope())) {
            throw new Rejection(
                    Outcome.TAMPERED, place, "it is of another scope than the export of the shard before it");
        }
    }

    private static void requireClosed(ExportCheck check, Rejection.Place place) throws Rejection {
        boolean behind = check.continued()
                .filter(end -> end.index() != check.head().size() - 1)
                .isPresent();
        if (behind) {
            throw new Rejection(
                    Outcome.TAMPERED,
                    place.entry(check.continued().get().index() + 1),
                    "an entry follows the one that goes on in another shard");
        }
    }

    /** A shard that goes on is the last one only in a period that ends before the next. */
    private void requireEnd(ExportCheck last) throws Rejection {
        if (last.continued().isEmpty()) {
            return;
        }
        ExportReading.Continued end = last.continued().get();
        Rejection.Place place = place(files.get(files.size() - 1));
        boolean outside = last.head().scope().text("kind").equals(Optional.of("period"))
                && instant(last.head().scope(), place)
                        .filter(to -> !end.at().minus(LAG).isBefore(to))
                        .isPresent();
        if (!outside) {
            throw new Rejection(
                    Outcome.TRUNCATED,
                    place,
                    "the export of the shard with the key `" + end.key() + "`, in which it goes on, is missing");
        }
    }

    private static Optional<Instant> instant(Value scope, Rejection.Place place) throws Rejection {
        try {
            return scope.text("to").map(Instant::parse);
        } catch (DateTimeException unreadable) {
            throw ExportHead.illFormed(place, "the `to` of its scope is not a time");
        }
    }

    private void requireEarlierShards() throws Rejection {
        for (SignedRoot root : terms.earlier()) {
            boolean here = files.stream()
                    .map(file -> String.valueOf(file.getFileName()))
                    .anyMatch(name -> root.origin().endsWith("/" + name.substring(0, name.indexOf('.'))));
            if (!here) {
                throw new Rejection(
                        Outcome.TRUNCATED,
                        place(files.get(0)),
                        "the shard `" + root.origin() + "` of the earlier checkpoint is not in the export");
            }
        }
    }

    private Verdict valid() {
        List<ExportedPart> parts = parts();
        long shown = parts.stream().mapToLong(ExportedPart::shown).sum();
        long withheld = parts.stream().mapToLong(ExportedPart::withheld).sum();
        String sentence = "the " + shown + " shown of the " + (shown + withheld) + " entries in the ranges of "
                + parts.size() + (parts.size() == 1 ? " shard" : " shards")
                + " are the ones that were signed with keys that the trusted key leads to, withheld " + withheld;
        return verdict(Outcome.VALID, Optional.empty(), sentence, notes(parts));
    }

    private Verdict rejected(Rejection rejection) {
        Rejection.Place place = rejection.place();
        StringBuilder sentence = new StringBuilder();
        place.entry().ifPresent(entry -> sentence.append("entry ").append(entry).append(", "));
        place.file().ifPresent(file -> sentence.append("file `").append(file).append("`"));
        place.offset().ifPresent(offset -> sentence.append(" at byte ").append(offset));
        sentence.append(": ").append(rejection.getMessage());
        return verdict(rejection.outcome(), Optional.of(place), sentence.toString(), List.of());
    }

    private Verdict verdict(Outcome outcome, Optional<Rejection.Place> place, String sentence, List<String> notes) {
        return new Verdict(
                outcome,
                place.map(Rejection.Place::entry).orElse(OptionalLong.empty()),
                place.flatMap(Rejection.Place::file),
                place.map(Rejection.Place::offset).orElse(OptionalLong.empty()),
                sentence,
                counts(),
                true,
                examined.isEmpty()
                        ? Assurance.NONE
                        : examined.get(examined.size() - 1).assurance(),
                notes);
    }

    private Counts counts() {
        Counts sum = new Counts(0, 0, 0, 0, 0, 0);
        for (ExportCheck check : examined) {
            Counts more = check.counts();
            sum = new Counts(
                    sum.entries() + more.entries(),
                    sum.signedRoots() + more.signedRoots(),
                    0,
                    0,
                    more.votes(),
                    sum.bytes() + more.bytes());
        }
        return sum;
    }

    private List<ExportedPart> parts() {
        return examined.stream().flatMap(check -> check.part().stream()).toList();
    }

    private List<String> notes(List<ExportedPart> parts) {
        List<String> notes = new ArrayList<>();
        notes.add("scope, as the exporter states it: " + parts.get(0).scope());
        long context = parts.stream().mapToLong(ExportedPart::context).sum();
        if (context > 0) {
            notes.add("shown outside of the ranges because checks need them: " + context);
        }
        boolean whole =
                parts.stream().allMatch(part -> part.withheld() == 0 && part.from() == 0 && part.to() == part.size());
        if (!whole) {
            notes.add(
                    "a part of a journal cannot show what the rest of it says: whether an entry that is not shown here "
                            + "revokes a key, ends a hold or belongs to the same case");
        }
        boolean extendsSomething = !terms.earlier().isEmpty()
                || examined.stream().anyMatch(check -> check.head().previous().isPresent());
        if (!extendsSomething) {
            notes.add(
                    "no earlier checkpoint or export was given: a journal that was cut back or written anew is not noticed");
        }
        notes.addAll(examined.get(examined.size() - 1).notesOfPeople());
        long untimed = terms.authority().isPresent()
                ? 0
                : examined.stream()
                        .filter(check -> check.head().timestamp().isPresent())
                        .count();
        if (untimed > 0) {
            notes.add(untimed + (untimed == 1 ? " timestamp was" : " timestamps were")
                    + " not examined: give the certificate of the authority");
        }
        for (int i = 0; i < parts.size(); i++) {
            notes.add("digest of `" + files.get(i).getFileName() + "`: "
                    + parts.get(i).digest());
        }
        others.forEach(name -> notes.add("`" + name + "` is no part of the export and was not examined"));
        return notes;
    }

    private static Rejection.Place place(Path file) {
        return Rejection.Place.of(String.valueOf(file.getFileName()));
    }
}
