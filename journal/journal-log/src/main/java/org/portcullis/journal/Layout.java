package org.portcullis.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names the files of a journal directory.
 *
 * @param directory the journal directory
 */
record Layout(Path directory) {

    private static final Pattern SEGMENT = Pattern.compile("[0-9]{16}\\.seg");

    private static final Pattern UNFINISHED = Pattern.compile("journal\\.tmp(\\.([0-9]+|segment))?");
    private static final Pattern ANCHOR = Pattern.compile("[0-9]{16}");

    Path checkpoint() {
        return directory.resolve("checkpoint");
    }

    Path verifierKey() {
        return directory.resolve("journal.vkey");
    }

    Path lock() {
        return directory.resolve("journal.lock");
    }

    /** A file that is written and forced before it is moved to its place. */
    Path unfinished(int number) {
        return directory.resolve("journal.tmp." + number);
    }

    /** The next segment, which is filled with zeros before it is needed. */
    Path nextSegment() {
        return directory.resolve("journal.tmp.segment");
    }

    Path segments() {
        return directory.resolve("segments");
    }

    Path segment(long firstIndex) {
        return segments().resolve(String.format(Locale.ROOT, "%016d.seg", firstIndex));
    }

    /** Gives the segment files, first entries first. */
    List<Path> segmentFiles() throws IOException {
        try (Stream<Path> files = Files.list(segments())) {
            return files.filter(file ->
                            SEGMENT.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** Gives the hashes of a tile, {@code tile/L/N}, as C2SP tlog-tiles names them. */
    Path tile(int level, long number) {
        return directory.resolve("tile").resolve(Integer.toString(level)).resolve(numbered(number));
    }

    /** Gives the entries below a tile of level zero, {@code tile/entries/N}. */
    Path bundle(long number) {
        return directory.resolve("tile").resolve("entries").resolve(numbered(number));
    }

    /** Gives the pack of the 65,536 entries below a tile of level one, {@code tile/packs/N.zip}. */
    Path pack(long number) {
        Path name = directory.resolve("tile").resolve("packs").resolve(numbered(number));
        return name.resolveSibling(name.getFileName() + ".zip");
    }

    /** Gives the name of a file as the format speaks of it. */
    String name(Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    Path anchors() {
        return directory.resolve("anchors");
    }

    /** Gives the directories of anchors, the smallest size first. */
    List<Path> anchorDirectories() throws IOException {
        try (Stream<Path> files = Files.list(anchors())) {
            return files.filter(file ->
                            ANCHOR.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** Gives the directory of a tile's partial versions, {@code N.p}. */
    static Path partials(Path tile) {
        return tile.resolveSibling(tile.getFileName() + ".p");
    }

    /** Reads a small text file where there is one. */
    static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Writes a file so that it is there whole and durable, or not at all. */
    void publish(Path file, byte[] bytes) throws IOException {
        FileBatch batch = new FileBatch(this, Device::file);
        batch.put(file, bytes);
        batch.commit();
    }

    /** Takes away what a machine that stopped left half-written. */
    void deleteUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (UNFINISHED.matcher(file.getFileName().toString()).matches()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String numbered(long number) {
        String path = String.format(Locale.ROOT, "%03d", number % 1_000);
        for (long rest = number / 1_000; rest > 0; rest /= 1_000) {
            path = String.format(Locale.ROOT, "x%03d/", rest % 1_000) + path;
        }
        return path;
    }
}
