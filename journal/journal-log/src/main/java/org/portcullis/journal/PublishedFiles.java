package org.portcullis.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads published tiles and bundles, and goes by what is there: the full file, the pack that has it, or a partial file that
 * is wide enough.
 *
 * <p>A journal that is open publishes while it is read, so a partial file may give way to a wider one between two looks.
 *
 * @param layout the journal directory
 */
record PublishedFiles(Layout layout) {

    /** How often a file is looked for that a publication may just have replaced. */
    private static final int LOOKS = 3;

    /** Reads a tile that has at least this many hashes. */
    byte[] tile(int level, long number, int width) throws IOException {
        byte[] bytes = read(layout.tile(level, number), width, level > 1 ? -1 : number >> (8 - 8 * level));
        if (bytes.length % TileTree.HASH_BYTES != 0 || bytes.length < width * TileTree.HASH_BYTES) {
            throw new IOException("tile `" + layout.name(layout.tile(level, number)) + "` has " + bytes.length
                    + " bytes and needs " + TileTree.HASH_BYTES + " for each of its " + width + " hashes");
        }
        return bytes;
    }

    /** Reads a bundle that has at least this many entries. */
    byte[] bundle(long number, int width) throws IOException {
        return read(layout.bundle(number), width, number >> 8);
    }

    /** Reads a file by its full name; the pack that may have it is negative where none does. */
    private byte[] read(Path full, int width, long pack) throws IOException {
        for (int look = 0; look < LOOKS; look++) {
            Optional<byte[]> found = whole(full);
            if (found.isEmpty() && pack >= 0) {
                found = packed(layout.pack(pack), layout.name(full));
            }
            if (found.isEmpty()) {
                found = partial(full, width);
            }
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new NoSuchFileException(
                layout.name(full), null, "the published tree needs it; verify the journal before it is used");
    }

    private static Optional<byte[]> whole(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> packed(Path pack, String name) throws IOException {
        if (!Files.exists(pack)) {
            return Optional.empty();
        }
        try (ZipFile files = new ZipFile(pack.toFile())) {
            ZipEntry file = files.getEntry(name);
            if (file == null) {
                return Optional.empty();
            }
            try (InputStream bytes = files.getInputStream(file)) {
                return Optional.of(bytes.readAllBytes());
            }
        }
    }

    private static Optional<byte[]> partial(Path full, int width) throws IOException {
        try (Stream<Path> files = Files.list(Layout.partials(full))) {
            List<Path> wideEnough =
                    files.filter(file -> width(file) >= width).sorted().toList();
            return wideEnough.isEmpty() ? Optional.empty() : whole(wideEnough.get(0));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static int width(Path partial) {
        String name = Objects.toString(partial.getFileName());
        return name.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(name) : 0;
    }
}
