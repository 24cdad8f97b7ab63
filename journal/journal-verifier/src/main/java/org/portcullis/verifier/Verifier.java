package org.portcullis.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
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

    private static final Set<String> NAMES = Set.of("checkpoint", "journal.lock", "journal.vkey", "segments", "tile");

    private final Optional<NoteKey> trusted;
    private final Optional<SignedRoot> earlier;

    private Verifier(Optional<NoteKey> trusted, Optional<SignedRoot> earlier) {
        this.trusted = trusted;
        this.earlier = earlier;
    }

    /** Makes a verifier that takes the key from the journal itself. */
    public static Verifier withoutTrustedKey() {
        return new Verifier(Optional.empty(), Optional.empty());
    }

    /**
     * Makes a verifier that accepts one key.
     *
     * @param verifierKey the line of {@code journal.vkey}, from a copy that the holder of the journal cannot change
     * @throws IllegalArgumentException when it is not a verifier key
     */
    public static Verifier trusting(String verifierKey) {
        NoteKey key = NoteKey.read(verifierKey.strip())
                .orElseThrow(() -> new IllegalArgumentException("`" + verifierKey.strip() + "` is not a verifier key"));
        return new Verifier(Optional.of(key), Optional.empty());
    }

    /**
     * Makes a verifier that also holds the journal against a checkpoint that was copied away before.
     *
     * @throws IllegalArgumentException when it is not a checkpoint
     */
    public Verifier extending(String earlierCheckpoint) {
        try {
            byte[] note = earlierCheckpoint.getBytes(StandardCharsets.UTF_8);
            return new Verifier(trusted, Optional.of(SignedRoot.read(note, Rejection.Place.of("earlier checkpoint"))));
        } catch (Rejection illFormed) {
            throw new IllegalArgumentException("the earlier checkpoint is not a note with one signature", illFormed);
        }
    }

    /**
     * Verifies a directory.
     *
     * @throws IOException when the directory or a file in it cannot be read; this is no verdict
     */
    public Verdict verify(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        Optional<Examination> begun = Optional.empty();
        try {
            Examination examination = new Examination(directory, trusted, earlier);
            begun = Optional.of(examination);
            examination.run();
            return valid(directory, examination.counts());
        } catch (Rejection rejection) {
            Counts counts = begun.map(Examination::counts).orElse(new Counts(0, 0, 0, 0, 0, 0));
            return rejected(directory, rejection, counts);
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
        NoteKey key = trusted.orElseThrow(() -> new IllegalStateException("a proof of one entry needs a trusted key"));
        return EntryProof.verify(entry, proof, key);
    }

    private Verdict valid(Path directory, Counts counts) throws IOException {
        String sentence = "all " + counts.entries() + " entries are the ones that were signed"
                + (trusted.isPresent() ? " with the trusted key" : "");
        return new Verdict(
                Outcome.VALID,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                sentence,
                counts,
                trusted.isPresent(),
                notes(directory));
    }

    private Verdict rejected(Path directory, Rejection rejection, Counts counts) throws IOException {
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
                trusted.isPresent(),
                notes(directory));
    }

    private List<String> notes(Path directory) throws IOException {
        List<String> notes = new ArrayList<>();
        if (trusted.isEmpty()) {
            notes.add("the key came from the journal itself: this shows integrity, not origin; "
                    + "give a copy of journal.vkey that was kept elsewhere");
        }
        if (earlier.isEmpty()) {
            notes.add("no earlier checkpoint was given: a journal cut back to an earlier signed state is not noticed");
        }
        Set<String> others = new TreeSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> directory.relativize(file).toString())
                    .filter(name -> !NAMES.contains(name))
                    .forEach(others::add);
        }
        others.forEach(name -> notes.add("`" + name + "` is no part of the journal and was not examined"));
        return notes;
    }
}
