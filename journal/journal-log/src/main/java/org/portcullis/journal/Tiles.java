package org.portcullis.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the tree and the entries as C2SP tlog-tiles: tiles of 256 hashes on each level, and bundles of 256 entries; the
 * small files below a full tile of level one become one pack.
 *
 * <p>Keeps only the incomplete right edge and what was not yet written. Mutable, for one thread.
 */
final class Tiles {

    private static final int WIDTH = 256;

    /** The entries below a full tile of level one. */
    static final int ENTRIES_PER_PACK = WIDTH * WIDTH;

    private final Layout layout;
    private final MessageDigest sha256 = MerkleFrontier.sha256();

    /** The hashes of the incomplete tile of each level, leaves first. */
    private final List<List<byte[]>> edge = new ArrayList<>();

    private final Map<Path, byte[]> unwritten = new LinkedHashMap<>();

    /** Full tiles of level one whose files are to become a pack. */
    private final List<Long> unpacked = new ArrayList<>();

    /** Packs that are durable, beside the files that they hold. */
    private final List<Long> packed = new ArrayList<>();

    /** Full files whose partial versions may be there. */
    private final List<Path> outdated = new ArrayList<>();

    private long unwrittenBytes;
    private ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private long size;

    Tiles(Layout layout) {
        this.layout = layout;
        edge.add(new ArrayList<>());
    }

    /** Adds an entry that is durable. */
    void append(byte[] leafHash, byte[] entry) {
        bundle.write(entry.length >> 8);
        bundle.write(entry.length);
        bundle.writeBytes(entry);
        size++;
        if (size % WIDTH == 0) {
            complete(layout.bundle(size / WIDTH - 1), bundle.toByteArray(), (size - 1) / ENTRIES_PER_PACK);
            bundle = new ByteArrayOutputStream();
        }
        append(0, leafHash);
    }

    /** Gives the bytes of full tiles and bundles that wait to be written. */
    long unwrittenBytes() {
        return unwrittenBytes;
    }

    /** Adds every tile, bundle and pack that the tree of the present size has and the directory has not. */
    void write(FileBatch batch) throws IOException {
        for (long number : unpacked) {
            pack(number, batch);
        }
        for (Map.Entry<Path, byte[]> file : unwritten.entrySet()) {
            batch.put(file.getKey(), file.getValue());
        }
        for (Map.Entry<Path, byte[]> file : partial().entrySet()) {
            if (!Files.exists(file.getKey())) {
                batch.put(file.getKey(), file.getValue());
            }
        }
    }

    /** Deletes what the published checkpoint no longer needs: partial tiles, and files that are in a pack. */
    void deleteOutdated(Device.Opening disk) throws IOException {
        for (long number : packed) {
            deleteLoose(number, disk);
        }
        packed.clear();
        unpacked.clear();
        Map<Path, byte[]> needed = partial();
        List<Path> directories = new ArrayList<>();
        outdated.forEach(full -> directories.add(Layout.partials(full)));
        needed.keySet().forEach(part -> directories.add(part.getParent()));
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                deleteAllBut(needed, directory, disk);
            }
        }
        outdated.clear();
        unwritten.clear();
        unwrittenBytes = 0;
    }

    /** Deletes the files that a pack holds; the first tile goes last and tells that there may be more. */
    private void deleteLoose(long number, Device.Opening disk) throws IOException {
        Path last = layout.tile(0, number * WIDTH);
        for (Path file : inPack(number)) {
            if (!file.equals(last)) {
                disk.delete(file);
            }
            outdated.add(file);
        }
        disk.delete(last);
    }

    private void append(int level, byte[] hash) {
        if (edge.size() == level) {
            edge.add(new ArrayList<>());
        }
        List<byte[]> hashes = edge.get(level);
        hashes.add(hash);
        if (hashes.size() == WIDTH) {
            long number = (size >> (8 * (level + 1))) - 1;
            if (level > 1) {
                complete(layout.tile(level, number), joined(hashes));
            } else {
                complete(layout.tile(level, number), joined(hashes), (size - 1) / ENTRIES_PER_PACK);
            }
            if (level == 1) {
                completePack(number);
            }
            append(level + 1, root(hashes));
            hashes.clear();
        }
    }

    /** Remembers a full file, unless it or its pack was written before the journal was opened. */
    private void complete(Path file, byte[] bytes, long pack) {
        if (!Files.exists(layout.pack(pack))) {
            complete(file, bytes);
        }
    }

    private void complete(Path file, byte[] bytes) {
        outdated.add(file);
        if (!Files.exists(file)) {
            unwritten.put(file, bytes);
            unwrittenBytes += bytes.length;
        }
    }

    private void completePack(long number) {
        if (!Files.exists(layout.pack(number))) {
            unpacked.add(number);
        } else if (Files.exists(layout.tile(0, number * WIDTH))) {
            packed.add(number);
        }
    }

    /** Adds a pack in place of its files, which may lie in the directory or still wait; none where it would be too large. */
    private void pack(long number, FileBatch batch) throws IOException {
        List<Path> files = inPack(number);
        long length = 0;
        for (Path file : files) {
            byte[] waiting = unwritten.get(file);
            length += Pack.bytesFor(layout.name(file), waiting == null ? Files.size(file) : waiting.length);
        }
        if (length <= Pack.MAX_BYTES) {
            batch.put(layout.pack(number), device -> {
                Pack pack = new Pack(device);
                for (Path file : files) {
                    byte[] waiting = unwritten.get(file);
                    pack.add(layout.name(file), waiting == null ? Files.readAllBytes(file) : waiting);
                }
                pack.finish();
            });
            files.forEach(unwritten::remove);
            packed.add(number);
        }
    }

    /** Gives the files of a pack by the bytes of their names. */
    private List<Path> inPack(long number) {
        List<Path> files = new ArrayList<>();
        for (long tile = number * WIDTH; tile < (number + 1) * WIDTH; tile++) {
            files.add(layout.tile(0, tile));
            files.add(layout.bundle(tile));
        }
        files.add(layout.tile(1, number));
        files.sort(Comparator.comparing(layout::name));
        return files;
    }

    private Map<Path, byte[]> partial() {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        for (int level = 0; level < edge.size(); level++) {
            List<byte[]> hashes = edge.get(level);
            if (!hashes.isEmpty()) {
                Path tile = layout.tile(level, size >> (8 * (level + 1)));
                files.put(partial(tile, hashes.size()), joined(hashes));
            }
        }
        int entries = (int) (size % WIDTH);
        if (entries > 0) {
            files.put(partial(layout.bundle(size / WIDTH), entries), bundle.toByteArray());
        }
        return files;
    }

    private static Path partial(Path tile, int width) {
        return Layout.partials(tile).resolve(Integer.toString(width));
    }

    private byte[] root(List<byte[]> hashes) {
        List<byte[]> row = hashes;
        while (row.size() > 1) {
            List<byte[]> above = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(MerkleFrontier.node(sha256, row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.get(0);
    }

    private static byte[] joined(List<byte[]> hashes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        hashes.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static void deleteAllBut(Map<Path, byte[]> needed, Path directory, Device.Opening disk) throws IOException {
        boolean keep = false;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (needed.containsKey(file)) {
                    keep = true;
                } else {
                    disk.delete(file);
                }
            }
        }
        if (!keep) {
            disk.delete(directory);
        }
    }
}
