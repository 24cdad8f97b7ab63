package org.portcullis.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds the published tiles and entry bundles (C2SP tlog-tiles) against the entries, and lets no file in their directory
 * go unexamined. Mutable, for one examination.
 */
final class Published {

    private static final int WIDTH = 256;
    private static final int LENGTH_BYTES = 2;

    private final Path directory;
    private final NavigableSet<String> unexamined;
    private final SortedSet<String> examined = new TreeSet<>();

    /** The hashes of the incomplete tile of each level, leaves first. */
    private final List<List<byte[]>> edge = new ArrayList<>();

    private ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private long entries;

    private Published(Path directory, NavigableSet<String> files) {
        this.directory = directory;
        this.unexamined = files;
        edge.add(new ArrayList<>());
    }

    /** Lists what is published in a journal directory. */
    static Published in(Path directory) throws IOException {
        Path tiles = directory.resolve("tile");
        NavigableSet<String> files = new TreeSet<>();
        if (Files.isDirectory(tiles)) {
            try (Stream<Path> found = Files.walk(tiles)) {
                found.filter(file -> !Files.isDirectory(file))
                        .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                        .forEach(files::add);
            }
        }
        return new Published(directory, files);
    }

    /** Adds the next entry and examines every file that it completes. */
    void add(byte[] leafHash, byte[] entry) throws IOException, Rejection {
        bundle.write(entry.length >> 8);
        bundle.write(entry.length);
        bundle.writeBytes(entry);
        entries++;
        if (entries % WIDTH == 0) {
            examineBundle(entries / WIDTH - 1);
            bundle = new ByteArrayOutputStream();
        }
        add(0, leafHash);
    }

    /** Examines the incomplete right edge, misses what a checkpoint of a size needs, and refuses what is left over. */
    void finish(long publishedSize) throws IOException, Rejection {
        for (int level = 0; level < edge.size(); level++) {
            if (!edge.get(level).isEmpty()) {
                examineTile(level, entries >> (8 * (level + 1)), edge.get(level));
            }
        }
        if (entries % WIDTH != 0) {
            examineBundle(entries / WIDTH);
        }
        requireAll(publishedSize);
        if (!unexamined.isEmpty()) {
            throw new Rejection(
                    Outcome.ILL_FORMED,
                    Rejection.Place.of(unexamined.first()),
                    "the file belongs to no tile of " + entries + " entries");
        }
    }

    long examined() {
        return examined.size();
    }

    private void add(int level, byte[] hash) throws IOException, Rejection {
        if (edge.size() == level) {
            edge.add(new ArrayList<>());
        }
        List<byte[]> hashes = edge.get(level);
        hashes.add(hash);
        if (hashes.size() == WIDTH) {
            examineTile(level, (entries >> (8 * (level + 1))) - 1, hashes);
            Tree tile = new Tree();
            hashes.forEach(tile::add);
            hashes.clear();
            add(level + 1, tile.root());
        }
    }

    private void examineTile(int level, long number, List<byte[]> hashes) throws IOException, Rejection {
        String name = tile(Integer.toString(level), number);
        byte[] expected = new byte[hashes.size() * Sha256.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, expected, i * Sha256.BYTES, Sha256.BYTES);
        }
        for (int width = 1; width <= hashes.size(); width++) {
            String file = width == WIDTH ? name : name + ".p/" + width;
            if (unexamined.remove(file)) {
                byte[] content = Files.readAllBytes(directory.resolve(file));
                int wrong = Arrays.mismatch(content, Arrays.copyOf(expected, width * Sha256.BYTES));
                if (wrong >= 0) {
                    int hash = Math.min(wrong / Sha256.BYTES, width - 1);
                    long entry = (number * WIDTH + hash) << (8 * level);
                    throw mismatch(file, wrong, entry, "a hash over the entries from " + entry + " on");
                }
                examined.add(file);
            }
        }
    }

    private void examineBundle(long number) throws IOException, Rejection {
        String name = tile("entries", number);
        byte[] all = bundle.toByteArray();
        long first = number * WIDTH;
        int end = 0;
        for (int width = 1; end < all.length; width++) {
            int start = end;
            end = start + LENGTH_BYTES + (all[start] & 0xFF) * 256 + (all[start + 1] & 0xFF);
            String file = width == WIDTH ? name : name + ".p/" + width;
            if (unexamined.remove(file)) {
                byte[] content = Files.readAllBytes(directory.resolve(file));
                int wrong = Arrays.mismatch(content, Arrays.copyOf(all, end));
                if (wrong >= 0) {
                    long entry = first + Math.min(entryAt(all, wrong), width - 1);
                    throw mismatch(file, wrong, entry, "entry " + entry);
                }
                examined.add(file);
            }
        }
    }

    /** Counts the entries of a bundle that end at or before an offset. */
    private static int entryAt(byte[] all, int offset) {
        int index = 0;
        int end = 0;
        while (end < all.length) {
            end += LENGTH_BYTES + (all[end] & 0xFF) * 256 + (all[end + 1] & 0xFF);
            if (end > offset) {
                return index;
            }
            index++;
        }
        return index;
    }

    private void requireAll(long size) throws Rejection {
        for (int level = 0; level == 0 || size >> (8 * level) > 0; level++) {
            requireTiles(Integer.toString(level), size >> (8 * level), level);
        }
        requireTiles("entries", size, 0);
    }

    private void requireTiles(String kind, long hashes, int level) throws Rejection {
        for (long number = 0; number * WIDTH < hashes; number++) {
            long width = Math.min(WIDTH, hashes - number * WIDTH);
            String name = tile(kind, number);
            String needed = width == WIDTH ? name : name + ".p/" + width;
            if (!examined.contains(needed) && !examined.contains(name)) {
                throw new Rejection(
                        Outcome.TRUNCATED,
                        Rejection.Place.of(needed).entry((number * WIDTH) << (8 * level)),
                        "the published file is missing");
            }
        }
    }

    private static Rejection mismatch(String file, long offset, long entry, String what) {
        return new Rejection(
                Outcome.TAMPERED,
                Rejection.Place.of(file).at(offset).entry(entry),
                "the published file does not hold " + what + " as the segments do");
    }

    private static String tile(String kind, long number) {
        String path = String.format(Locale.ROOT, "%03d", number % 1_000);
        for (long rest = number / 1_000; rest > 0; rest /= 1_000) {
            path = String.format(Locale.ROOT, "x%03d/", rest % 1_000) + path;
        }
        return "tile/" + kind + "/" + path;
    }
}
