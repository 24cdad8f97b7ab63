package org.portcullis.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Examines a journal that was written as a series of shards, one for each month: every shard for itself, and that each goes on
 * where the one before ended. Mutable, for one examination.
 */
final class Series {

    private static final DateTimeFormatter MONTHS =
            DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    private final List<Path> shards;
    private final Terms terms;
    private final Workers workers;
    private final Inquiry inquiry;
    private boolean trusted;
    private Counts counts = new Counts(0, 0, 0, 0, 0, 0);

    Series(Path directory, Terms terms, Workers workers, Inquiry inquiry) throws IOException {
        this.shards = shardsIn(directory);
        this.terms = terms;
        this.workers = workers;
        this.inquiry = inquiry;
        this.trusted = !terms.trustsAKey();
    }

    /** Tells whether a folder holds shards and is no journal itself. */
    static boolean isOne(Path directory) throws IOException {
        return !Files.exists(directory.resolve("segments"))
                && !Files.exists(directory.resolve("checkpoint"))
                && !shardsIn(directory).isEmpty();
    }

    /** Tells whether a name in a folder that holds shards is that of one. */
    static boolean isShard(Path directory, String name) {
        return MONTH.matcher(name).matches() && !Files.exists(directory.resolve("segments"));
    }

    long shards() {
        return shards.size();
    }

    /** Gives what was examined of all shards so far. */
    Counts counts() {
        return counts;
    }

    /** Returns the examination of the last shard when everything holds. */
    Examination run() throws IOException, Rejection {
        requireEarlierShards();
        Examination examination = shard(0, Optional.empty());
        for (int i = 1; i < shards.size(); i++) {
            examination = shard(i, Optional.of(examination));
        }
        if (examination.continuedBy().isPresent()) {
            throw new Rejection(
                    Outcome.TRUNCATED,
                    place(shards.size() - 1),
                    "the shard with the key `" + examination.continuedBy().get()
                            + "`, in which it goes on, is missing");
        }
        if (!trusted) {
            throw new Rejection(
                    Outcome.UNTRUSTED_KEY,
                    place(0),
                    "no shard is signed with the trusted key `"
                            + terms.keys().get(0).line() + "`");
        }
        return examination;
    }

    private Examination shard(int number, Optional<Examination> before) throws IOException, Rejection {
        Path shard = shards.get(number);
        String name = String.valueOf(shard.getFileName());
        Terms own = terms.ofShard(name, number == shards.size() - 1);
        Examination.Beginning beginning = (examination, at, place) -> {
            requireMonth(examination.key(), name, place);
            requireFollows(before, examination, place);
            if (before.isPresent() && !MONTHS.format(at).equals(name)) {
                throw new Rejection(Outcome.TAMPERED, place, "it begins at " + at + ", in another month");
            }
        };
        try (Examination examination = before.isPresent()
                ? before.get().ofNextShard(shard, own, beginning)
                : Examination.ofFirstShard(shard, own, workers, beginning)) {
            inquiry.enter(name);
            examination.asked(inquiry);
            try {
                examination.run();
            } finally {
                count(examination.counts());
            }
            trusted |= terms.keys().contains(examination.key());
            return examination;
        } catch (Rejection rejection) {
            throw rejection.at(rejection.place().within(name));
        }
    }

    private static void requireMonth(NoteKey key, String month, Rejection.Place place) throws Rejection {
        if (!key.name().endsWith("/" + month)) {
            throw new Rejection(Outcome.TAMPERED, place, "it calls itself `" + key.name() + "`");
        }
    }

    /** Each shard names the other: the last entry the key of the next, the first the last checkpoint of the one before. */
    private static void requireFollows(Optional<Examination> before, Examination shard, Rejection.Place genesis)
            throws Rejection {
        if (before.isEmpty()) {
            shard.requireNothingBefore(genesis);
            return;
        }
        NoteKey key = shard.key();
        Optional<String> continued = before.get().continuedBy();
        if (continued.isEmpty()) {
            throw new Rejection(
                    Outcome.TRUNCATED, genesis, "the end of the shard before it, which names it, is missing");
        }
        boolean between = NoteKey.read(continued.get())
                .map(named -> named.name().compareTo(key.name()) < 0)
                .orElse(true);
        if (between) {
            throw new Rejection(
                    Outcome.TRUNCATED,
                    genesis,
                    "the shard with the key `" + continued.get() + "` is missing before it");
        }
        Value previous = shard.previous().orElse(new Value.Truth(false));
        boolean same = continued.get().equals(key.line())
                && previous.text("checkpoint").equals(Optional.of(before.get().publishedNote()))
                && previous.text("key").equals(Optional.of(before.get().key().line()));
        if (!same) {
            throw new Rejection(
                    Outcome.FORKED,
                    genesis,
                    "it and the shard before it do not name each other: the key of the one, the last checkpoint of the other");
        }
    }

    /** A checkpoint that was kept is of one of the shards. */
    private void requireEarlierShards() throws Rejection {
        for (SignedRoot root : terms.earlier()) {
            boolean here = shards.stream().anyMatch(shard -> root.origin().endsWith("/" + shard.getFileName()));
            if (!here) {
                throw new Rejection(
                        Outcome.TRUNCATED,
                        place(0),
                        "the shard `" + root.origin() + "` of the earlier checkpoint is missing");
            }
        }
    }

    private void count(Counts more) {
        counts = new Counts(
                counts.entries() + more.entries(),
                counts.signedRoots() + more.signedRoots(),
                counts.segments() + more.segments(),
                counts.publishedFiles() + more.publishedFiles(),
                more.votes(),
                counts.bytes() + more.bytes());
    }

    private Rejection.Place place(int number) {
        return Rejection.Place.of(String.valueOf(shards.get(number).getFileName()));
    }

    private static List<Path> shardsIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file ->
                            MONTH.matcher(String.valueOf(file.getFileName())).matches() && Files.isDirectory(file))
                    .sorted()
                    .toList();
        }
    }
}
