package org.portcullis.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the anchors of a journal directory: the states that witnesses and timestamp authorities vouch for. */
final class Anchors {

    private static final String FOLDER = "anchors";
    private static final Set<String> FILES = Set.of(Anchor.ROOT, Anchor.WITNESSED, Anchor.TIMESTAMP);

    private Anchors() {}

    /** Gives them in ascending order of their sizes; an absent folder has none. */
    static List<Anchor> in(Path directory) throws IOException, Rejection {
        Path folder = directory.resolve(FOLDER);
        List<Anchor> anchors = new ArrayList<>();
        if (Files.exists(folder)) {
            for (Path one : listed(folder)) {
                anchor(one).ifPresent(anchors::add);
            }
        }
        return anchors;
    }

    /** A folder without its root was not finished and says nothing. */
    private static Optional<Anchor> anchor(Path folder) throws IOException, Rejection {
        String name = FOLDER + "/" + folder.getFileName();
        if (!name.matches(FOLDER + "/[0-9]{16}") || !Files.isDirectory(folder)) {
            throw illFormed(Rejection.Place.of(name), "it is not named as anchors are");
        }
        for (Path file : listed(folder)) {
            String fileName = String.valueOf(file.getFileName());
            if (!FILES.contains(fileName) || !Files.isRegularFile(file)) {
                throw illFormed(Rejection.Place.of(name + "/" + fileName), "it is no part of an anchor");
            }
        }
        Rejection.Place place = Rejection.Place.of(name + "/" + Anchor.ROOT);
        if (!Files.isRegularFile(folder.resolve(Anchor.ROOT))) {
            return Optional.empty();
        }
        SignedRoot root = SignedRoot.read(bytes(folder.resolve(Anchor.ROOT), place), place);
        if (!name.equals(String.format(Locale.ROOT, FOLDER + "/%016d", root.size()))) {
            throw new Rejection(Outcome.TAMPERED, place, "it is a root over " + root.size() + " entries");
        }
        Optional<SignedRoot.Cosigned> witnessed = witnessed(folder.resolve(Anchor.WITNESSED), root, name);
        Optional<Path> timestamp = Optional.of(folder.resolve(Anchor.TIMESTAMP)).filter(Files::exists);
        return Optional.of(new Anchor(root, witnessed, timestamp, name));
    }

    private static Optional<SignedRoot.Cosigned> witnessed(Path file, SignedRoot root, String folder)
            throws IOException, Rejection {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Rejection.Place place = Rejection.Place.of(folder + "/" + Anchor.WITNESSED);
        SignedRoot.Cosigned cosigned = SignedRoot.readCosigned(bytes(file, place), place);
        if (!cosigned.root().equals(root)) {
            throw new Rejection(Outcome.TAMPERED, place, "it does not begin with the bytes of `" + Anchor.ROOT + "`");
        }
        return Optional.of(cosigned);
    }

    /** Reads a file that cannot be large. */
    static byte[] bytes(Path file, Rejection.Place place) throws IOException, Rejection {
        if (Files.size(file) > SignedRoot.MAX_NOTE_BYTES) {
            throw illFormed(place, "it has over " + SignedRoot.MAX_NOTE_BYTES + " bytes");
        }
        return Files.readAllBytes(file);
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Rejection illFormed(Rejection.Place place, String reason) {
        return new Rejection(Outcome.ILL_FORMED, place, reason);
    }
}
