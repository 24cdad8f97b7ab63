package org.portcullis.journal.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.journal.Checkpoint;

/**
 * Is the checkpoint to which everything in an export leads.
 *
 * @param note the note, with the cosignatures that it has
 * @param size how many entries it signs
 * @param timestamp the token over it in base64, where there is one
 */
record ExportedCheckpoint(String note, long size, Optional<String> timestamp) {

    private static final String FOLDER = "[0-9]{16}";

    /** Takes the newest state that witnesses have signed, and the published one where there is none. */
    static ExportedCheckpoint witnessed(Path directory, String published) throws IOException {
        Path anchors = directory.resolve("anchors");
        List<Path> newestFirst = List.of();
        if (Files.isDirectory(anchors)) {
            try (Stream<Path> folders = Files.list(anchors)) {
                newestFirst = folders.filter(
                                folder -> String.valueOf(folder.getFileName()).matches(FOLDER))
                        .sorted(Comparator.reverseOrder())
                        .toList();
            }
        }
        for (Path folder : newestFirst) {
            Optional<String> note = text(folder.resolve("witnessed"));
            if (note.isPresent()) {
                return of(note.get(), token(folder));
            }
        }
        return published(directory, published);
    }

    /** Takes the published state, with the token over it where there is one. */
    static ExportedCheckpoint published(Path directory, String published) throws IOException {
        ExportedCheckpoint checkpoint = of(published, Optional.empty());
        Path folder = directory.resolve("anchors").resolve(String.format(Locale.ROOT, "%016d", checkpoint.size()));
        boolean same = text(folder.resolve("root")).equals(Optional.of(ownPart(published)));
        return same ? of(published, token(folder)) : checkpoint;
    }

    /** Gives the note with the journal's own signature alone, which stands first. */
    static String ownPart(String note) {
        int signature = note.indexOf("\n\n") + 2;
        int end = note.indexOf('\n', signature) + 1;
        return signature < 2 || end == 0 ? note : note.substring(0, end);
    }

    private static ExportedCheckpoint of(String note, Optional<String> timestamp) throws IOException {
        long size = Checkpoint.read(note)
                .map(Checkpoint::size)
                .orElseThrow(() ->
                        new IOException("the checkpoint of the journal is not a signed note; verify the journal"));
        return new ExportedCheckpoint(note, size, timestamp);
    }

    private static Optional<String> token(Path folder) throws IOException {
        Path token = folder.resolve("timestamp.tsr");
        return Files.isRegularFile(token)
                ? Optional.of(Base64.getEncoder().encodeToString(Files.readAllBytes(token)))
                : Optional.empty();
    }

    private static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }
}
