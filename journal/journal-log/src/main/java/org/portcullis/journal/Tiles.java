package org.portcullis.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the tree and the entries as C2SP tlog-tiles: tiles of 256 hashes on each level, and bundles of 256 entries.
 *
 * <p>Keeps only the incomplete right edge and what was not yet written. Mutable, for one thread.
 */
final class Tiles {

    private static final int WIDTH = 256;

    private final Layout layout;
    private final MessageDigest sha256 = MerkleFrontier.sha256();

    /** The hashes of the incomplete tile of each level, leaves first. */
    private final List<List<byte[]>> edge = new ArrayList<>();

    private final Map<Path, byte[]> unwritten = new LinkedHashMap<>();
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
            complete(layout.bundle(size / WIDTH - 1), bundle.toByteArray());
            bundle = new ByteArrayOutputStream();
        }
        append(0, leafHash);
    }

    /** Writes every tile and bundle that the tree of the present size has; returns when they are durable. */
    void write() throws IOException {
        for (Map.Entry<Path, byte[]> file : unwritten.entrySet()) {
            layout.publish(file.getKey(), file.getValue());
        }
        for (Map.Entry<Path, byte[]> file : partial().entrySet()) {
            if (!Files.exists(file.getKey())) {
                layout.publish(file.getKey(), file.getValue());
            }
        }
    }

    /** Deletes the partial tiles that the published checkpoint no longer needs. */
    void deleteOutdated() throws IOException {
        Map<Path, byte[]> needed = partial();
        List<Path> directories = new ArrayList<>();
        unwritten.keySet().forEach(full -> directories.add(Layout.partials(full)));
        needed.keySet().forEach(part -> directories.add(part.getParent()));
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                deleteAllBut(needed, directory);
            }
        }
        unwritten.clear();
    }

    private void append(int level, byte[] hash) {
        if (edge.size() == level) {
            edge.add(new ArrayList<>());
        }
        List<byte[]> hashes = edge.get(level);
        hashes.add(hash);
        if (hashes.size() == WIDTH) {
            long number = (size >> (8 * (level + 1))) - 1;
            complete(layout.tile(level, number), joined(hashes));
            append(level + 1, root(hashes));
            hashes.clear();
        }
    }

    /** Remembers a full file, unless it was written before the journal was opened. */
    private void complete(Path file, byte[] bytes) {
        if (!Files.exists(file)) {
            unwritten.put(file, bytes);
        }
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

    private static void deleteAllBut(Map<Path, byte[]> needed, Path directory) throws IOException {
        boolean keep = false;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (needed.containsKey(file)) {
                    keep = true;
                } else {
                    Files.delete(file);
                }
            }
        }
        if (!keep) {
            Files.delete(directory);
        }
    }
}
