package org.portcullis.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Verifies journal directories offline: recomputes every checksum, canonical form, place, chain, leaf, tile and root, and
 * checks every signature.
 *
 * <p>With a trusted key a valid verdict says that the holder of that key signed exactly these entries. Without one it says
 * only that the journal is consistent with itself. With a checkpoint that was copied away earlier it also says that
 * nothing that was signed then has been dropped or changed since; no verifier can say that without such a copy. Reads
 * files and nothing else; immutable; safe for calls from several threads.
 */
public final class Verifier {

    private static final Set<String> NAMES =
            Set.of("anchors", "checkpoint", "journal.lock", "journal.vkey", "segments", "tile");

    private final Terms terms;

    private Verifier(Terms terms) {
        this.terms = terms;
    }

    /** Makes a verifier that takes the key from the journal itself. */
    public static Verifier withoutTrustedKey() {
        return new Verifier(Terms.NONE);
    }

    /**
     * Makes a verifier that accepts one key.
     *
     * @param verifierKey the line of {@code journal.vkey}, from a copy that the holder of the journal cannot change
     * @throws IllegalArgumentException when it is not a verifier key
     */
    public static Verifier trusting(String verifierKey) {
        NoteKey key = NoteKey.read(verifierKey.strip())
                .orElseThrow(() ->
                        new IllegalArgumentException("`" + shortened(verifierKey.strip()) + "` is not a verifier key"));
        return new Verifier(Terms.NONE.trusting(key));
    }

    /**
     * Makes a verifier that also holds the journal against a checkpoint that was copied away before, with or without
     * cosignatures.
     *
     * @throws IllegalArgumentException when it is not a checkpoint
     */
    public Verifier extending(String earlierCheckpoint) {
        try {
            byte[] note = earlierCheckpoint.getBytes(StandardCharsets.UTF_8);
            return new Verifier(terms.extending(SignedRoot.readCosigned(note, Rejection.Place.of("earlier checkpoint"))
                    .root()));
        } catch (Rejection illFormed) {
            throw new IllegalArgumentException(
                    "the earlier checkpoint is not a note with a journal's signature", illFormed);
        }
    }

    /**
     * Makes a verifier that also judges by a policy of C2SP tlog-policy: its logs are trusted keys, and enough of its witnesses
     * must vouch for all that is published.
     *
     * @throws IllegalArgumentException naming the line that cannot be followed
     */
    public Verifier under(String policy) {
        return new Verifier(terms.under(TlogPolicy.read(policy)));
    }

    /**
     * Makes a verifier that also holds the timestamps of anchors (RFC 3161) against the certificates of the authority that the
     * examiner trusts. Whether a certificate was revoked is not looked up.
     *
     * @throws IllegalArgumentException when there is no certificate in PEM
     */
    public Verifier timedBy(String pem) {
        return new Verifier(terms.timedBy(TimeAuthority.read(pem)));
    }

    /** Makes a verifier that calls a journal stale when no witness or timestamp vouches for it at or after a moment. */
    public Verifier notBefore(Instant oldest) {
        return new Verifier(terms.notBefore(oldest));
    }

    /**
     * Verifies a directory.
     *
     * @throws IOException when the directory or a file in it cannot be read; this is no verdict
     */
    public Verdict verify(Path directory) throws IOException {
        return verify(directory, Inquiry.nothing());
    }

    /** Verifies a directory and answers a question about it. */
    Verdict verify(Path directory, Inquiry inquiry) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        if (Series.isOne(directory)) {
            return seriesVerdict(directory, inquiry);
        }
        try (Workers workers = new Workers();
                Examination examination = Examination.ofJournal(directory, terms, workers)) {
            examination.asked(inquiry);
            return verdict(directory, examination);
        } catch (Rejection rejection) {
            return rejected(directory, rejection, new Counts(0, 0, 0, 0, 0, 0), Assurance.NONE);
        }
    }

    private Verdict seriesVerdict(Path directory, Inquiry inquiry) throws IOException {
        try (Workers workers = new Workers()) {
            Series series = new Series(directory, terms, workers, inquiry);
            try {
                Examination last = series.run();
                return verdict(
                        Outcome.VALID,
                        "all " + series.counts().entries() + " entries of " + series.shards()
                                + " shards are the ones that" + " were signed"
                                + (terms.trustsAKey() ? " with keys that the trusted key leads to" : ""),
                        series.counts(),
                        last.assurance(),
                        notes(directory, last.notes()));
            } catch (Rejection rejection) {
                return rejected(directory, rejection, series.counts(), Assurance.NONE);
            }
        }
    }

    private Verdict verdict(Outcome outcome, String sentence, Counts counts, Assurance assurance, List<String> notes) {
        return new Verdict(
                outcome,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                sentence,
                counts,
                terms.trustsAKey(),
                assurance,
                notes);
    }

    private Verdict verdict(Path directory, Examination examination) throws IOException {
        try {
            examination.run();
            return valid(directory, examination);
        } catch (Rejection rejection) {
            return rejected(directory, rejection, examination.counts(), examination.assurance());
        }
    }

    /**
     * Verifies one entry that was handed over without its journal.
     *
     * @param entry the bytes of the entry
     * @param proof the text of its {@code .tlog-proof}
     * @throws IllegalStateException when this verifier trusts no key: without one a proof of one entry shows nothing
     */
    public Verdict verify(byte[] entry, String proof) {
        if (!terms.trustsAKey()) {
            throw new IllegalStateException("a proof of one entry needs a trusted key");
        }
        return EntryProof.verify(entry, proof, terms);
    }

    /**
     * Verifies a part of a journal that was handed over without the rest.
     *
     * @param file the export
     * @throws IOException when it cannot be read; this is no verdict
     * @throws IllegalStateException when this verifier trusts no key: without one an export shows nothing
     */
    public ExportVerdict verifyExport(Path file) throws IOException {
        return verifyExport(file, Inquiry.nothing());
    }

    /** Verifies an export and answers a question about it. */
    ExportVerdict verifyExport(Path file, Inquiry inquiry) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return verifyExport(in, String.valueOf(file.getFileName()), inquiry);
        }
    }

    /** Verifies an export that is read once, line by line; see {@link #verifyExport(Path)}. */
    public ExportVerdict verifyExport(InputStream in, String name) throws IOException {
        return verifyExport(in, name, Inquiry.nothing());
    }

    private ExportVerdict verifyExport(InputStream in, String name, Inquiry inquiry) throws IOException {
        if (!terms.trustsAKey()) {
            throw new IllegalStateException("an export needs a trusted key");
        }
        return new ExportCheck(in, name, terms, inquiry).verdict();
    }

    /**
     * Verifies an export of a series of shards: a folder with an export of each, named by its month.
     *
     * @param folder the folder, in which there is at least one {@code YYYY-MM.jsonl}
     * @throws IOException when it cannot be read or holds no export; this is no verdict
     * @throws IllegalStateException when this verifier trusts no key: without one an export shows nothing
     */
    public SeriesExportVerdict verifySeriesExport(Path folder) throws IOException {
        return verifySeriesExport(folder, Inquiry.nothing());
    }

    /** Verifies an export of a series and answers a question about it. */
    SeriesExportVerdict verifySeriesExport(Path folder, Inquiry inquiry) throws IOException {
        if (!terms.trustsAKey()) {
            throw new IllegalStateException("an export needs a trusted key");
        }
        if (SeriesExportCheck.exportsIn(folder).isEmpty()) {
            throw new NoSuchFileException(
                    folder.toString(), null, "no export of a shard, such as 2022-05.jsonl, in this folder");
        }
        return new SeriesExportCheck(folder, terms, inquiry).verdict();
    }

    /** Tells whether a key was given that need not be taken from the journal. */
    boolean trustsAKey() {
        return terms.trustsAKey();
    }

    private Verdict valid(Path directory, Examination examination) throws IOException {
        Counts counts = examination.counts();
        String sentence = "all " + counts.entries() + " entries are the ones that were signed"
                + (terms.trustsAKey() ? " with the trusted key" : "");
        return new Verdict(
                Outcome.VALID,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                sentence,
                counts,
                terms.trustsAKey(),
                examination.assurance(),
                notes(directory, examination.notes()));
    }

    private Verdict rejected(Path directory, Rejection rejection, Counts counts, Assurance assurance)
            throws IOException {
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
                counts,
                terms.trustsAKey(),
                assurance,
                notes(directory, List.of()));
    }

    /** One line stays one line, whatever file was given. */
    private static String shortened(String text) {
        // Reason: a private key that was given by mistake is not copied to a terminal or a log.
        if (text.contains("PRIVATE")) {
            return "a private key";
        }
        String printable = text.replaceAll("[\\p{Cntrl}]", "?");
        return printable.length() <= 100 ? printable : printable.substring(0, 100) + "…";
    }

    private List<String> notes(Path directory, List<String> found) throws IOException {
        List<String> notes = new ArrayList<>();
        if (!terms.trustsAKey()) {
            notes.add("the key came from the journal itself: this shows integrity, not origin; "
                    + "give a copy of journal.vkey that was kept elsewhere");
        }
        if (terms.earlier().isEmpty()) {
            notes.add("no earlier checkpoint was given: a journal cut back to an earlier signed state is not noticed");
        }
        notes.addAll(found);
        Set<String> others = new TreeSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> directory.relativize(file).toString())
                    .filter(name -> !NAMES.contains(name) && !Series.isShard(directory, name))
                    .forEach(others::add);
        }
        others.forEach(name -> notes.add("`" + name + "` is no part of the journal and was not examined"));
        return notes;
    }
}
