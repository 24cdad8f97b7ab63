package org.portcullis.journal.anchor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names and writes the files of an anchor, {@code anchors/<16 digits of size>}. Each is there whole and durable, or not at
 * all, and no anchor is without its root.
 *
 * @param journal the journal directory
 * @param size the size that is anchored
 */
record AnchorFolder(Path journal, long size) {

    private static final String FOLDER = "anchors";
    private static final String ROOT = "root";
    private static final Pattern NAME = Pattern.compile("[0-9]{16}");

    /** Gives the anchors of a journal, the smallest size first. */
    static List<AnchorFolder> of(Path journal) throws IOException {
        try (Stream<Path> files = Files.list(journal.resolve(FOLDER))) {
            return files.map(file -> Objects.toString(file.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .map(name -> new AnchorFolder(journal, Long.parseLong(name)))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    Path root() {
        return folder().resolve(ROOT);
    }

    Path witnessed() {
        return folder().resolve("witnessed");
    }

    Path timestamp() {
        return folder().resolve("timestamp.tsr");
    }

    static Optional<String> read(Path file) throws IOException {
        return bytes(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    static Optional<byte[]> bytes(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Begins the anchor: the folder appears together with its root. */
    void begin(String root) throws IOException {
        Path unfinished = journal.resolve("anchor.tmp");
        Files.deleteIfExists(unfinished.resolve(ROOT));
        Files.deleteIfExists(unfinished);
        Files.createDirectory(unfinished);
        writeForced(unfinished.resolve(ROOT), root.getBytes(StandardCharsets.UTF_8));
        forceFolder(unfinished);
        Path anchors = journal.resolve(FOLDER);
        if (!Files.isDirectory(anchors)) {
            Files.createDirectory(anchors);
            forceFolder(journal);
        }
        Files.move(unfinished, folder(), StandardCopyOption.ATOMIC_MOVE);
        forceFolder(anchors);
    }

    /** Writes or replaces a file of the anchor. The journal's own unfinished file is another one. */
    void publish(Path file, byte[] bytes) throws IOException {
        Path unfinished = journal.resolve("anchor-file.tmp");
        writeForced(unfinished, bytes);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folder());
    }

    /** Gives the name of a file as messages name it. */
    String name(Path file) {
        return journal.relativize(file).toString().replace('\\', '/');
    }

    private Path folder() {
        return journal.resolve(FOLDER).resolve(String.format(Locale.ROOT, "%016d", size));
    }

    private static void writeForced(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
