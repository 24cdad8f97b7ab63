package org.portcullis.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Holds the published tiles and entry bundles (C2SP tlog-tiles) against the entries, and lets no file in their directory
 * go unexamined. Mutable, for one examination.
 */
final class Published {

    static final int LENGTH_BYTES = 2;

    private static final int WIDTH = 256;
    private static final long PACK_ENTRIES = (long) WIDTH * WIDTH;

    private final Path directory;
    private final NavigableSet<String> unexamined;
    private final Consumer<ExpectedBytes> watcher;
    private final SortedSet<String> examined = new TreeSet<>();

    /** The hashes of the incomplete tile of each level, leaves first. */
    private final List<List<byte[]>> edge = new ArrayList<>();

    /** The pack of the entries that come now, where there is one. */
    private Optional<PackCheck> pack = Optional.empty();

    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private long entries;

    private Published(Path directory, NavigableSet<String> files, Consumer<ExpectedBytes> watcher) {
        this.directory = directory;
        this.unexamined = files;
        this.watcher = watcher;
        edge.add(new ArrayList<>());
    }

    /** Lists what is published in a journal directory. */
    static Published in(Path directory) throws IOException {
        return in(directory, file -> {});
    }

    /** Lists what is published, and shows what each file must hold before it is read. */
    static Published in(Path directory, Consumer<ExpectedBytes> watcher) throws IOException {
        Path tiles = directory.resolve("tile");
        NavigableSet<String> files = new TreeSet<>();
        if (Files.isDirectory(tiles)) {
            try (Stream<Path> found = Files.walk(tiles)) {
                found.filter(file -> !Files.isDirectory(file))
                        .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                        .forEach(files::add);
            }
        }
        return new Published(directory, files, watcher);
    }

    /** Adds the entry that the tree has just grown by, and examines every file that it completes. */
    void add(byte[] leafHash, byte[] entry, Tree tree) throws IOException, Rejection {
        if (entries % PACK_ENTRIES == 0) {
            openPack(entries / PACK_ENTRIES);
        }
        bundle.write(entry.length >> 8);
        bundle.write(entry.length);
        bundle.writeBytes(entry);
        entries++;
        if (entries % WIDTH == 0) {
            examineBundle(entries / WIDTH - 1);
            bundle.reset();
        }
        add(0, leafHash, tree);
        if (entries % PACK_ENTRIES == 0 && pack.isPresent()) {
            finishPack(pack.get(), entries / PACK_ENTRIES - 1);
        }
    }

    private void openPack(long number) throws IOException {
        String name = pack(number);
        pack = unexamined.contains(name)
                ? Optional.of(new PackCheck(directory.resolve(name), name, number, watcher))
                : Optional.empty();
    }

    private void finishPack(PackCheck whole, long number) throws IOException, Rejection {
        whole.finish();
        whole.close();
        pack = Optional.empty();
        unexamined.remove(pack(number));
        examined.add(pack(number));
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
        close();
        if (!unexamined.isEmpty()) {
            throw new Rejection(
                    Outcome.ILL_FORMED,
                    Rejection.Place.of(unexamined.first()),
                    "the file belongs to no tile of " + entries + " entries");
        }
    }

    /** Closes the pack that is open, if one is. */
    void close() throws IOException {
        if (pack.isPresent()) {
            pack.get().close();
        }
        pack = Optional.empty();
    }

    long examined() {
        return examined.size();
    }

    private void add(int level, byte[] hash, Tree tree) throws IOException, Rejection {
        if (edge.size() == level) {
            edge.add(new ArrayList<>());
        }
        List<byte[]> hashes = edge.get(level);
        hashes.add(hash);
        if (hashes.size() == WIDTH) {
            examineTile(level, (entries >> (8 * (level + 1))) - 1, hashes);
            hashes.clear();
            add(level + 1, tree.tileRoot(level), tree);
        }
    }

    private void examineTile(int level, long number, List<byte[]> hashes) throws IOException, Rejection {
        String name = tile(Integer.toString(level), number);
        byte[] expected = new byte[hashes.size() * Sha256.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, expected, i * Sha256.BYTES, Sha256.BYTES);
        }
        if (pack.isPresent() && hashes.size() == WIDTH && level <= 1) {
            pack.get().tile(name, expected, (number * WIDTH) << (8 * level));
        }
        for (int width = firstWidth(name, hashes.size()); width <= hashes.size(); width++) {
            String file = width == WIDTH ? name : name + ".p/" + width;
            byte[] hashed = Arrays.copyOf(expected, width * Sha256.BYTES);
            examine(ExpectedBytes.tile(file, hashed, number * WIDTH, level));
        }
    }

    private void examineBundle(long number) throws IOException, Rejection {
        String name = tile("entries", number);
        byte[] all = bundle.toByteArray();
        long first = number * WIDTH;
        int widths = (int) (entries - first);
        if (pack.isPresent() && widths == WIDTH) {
            pack.get().bundle(name, all, first);
        }
        if (firstWidth(name, widths) == widths) {
            examineBundle(name, all, first, widths);
            return;
        }
        int end = 0;
        for (int width = 1; end < all.length; width++) {
            int start = end;
            end = start + LENGTH_BYTES + (all[start] & 0xFF) * 256 + (all[start + 1] & 0xFF);
            examineBundle(name, Arrays.copyOf(all, end), first, width);
        }
    }

    private void examineBundle(String name, byte[] expected, long first, int width) throws IOException, Rejection {
        String file = width == WIDTH ? name : name + ".p/" + width;
        examine(ExpectedBytes.bundle(file, expected, first, width));
    }

    /** Holds a file against what it must be, where it is there. */
    private void examine(ExpectedBytes expected) throws IOException, Rejection {
        if (unexamined.remove(expected.file())) {
            watcher.accept(expected);
            try (InputStream in = Files.newInputStream(directory.resolve(expected.file()))) {
                // One byte more tells that there are more, however many they are.
                expected.require(in.readNBytes(expected.length() + 1));
            }
            examined.add(expected.file());
        }
    }

    /** Gives the width from which on files are to be looked for: usually there are no partial ones below the last. */
    private int firstWidth(String name, int last) {
        String partials = unexamined.ceiling(name + ".p/");
        return partials != null && partials.startsWith(name + ".p/") ? 1 : last;
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
            long pack = ((number * WIDTH) << (8 * level)) / PACK_ENTRIES;
            boolean packed = level <= 1 && examined.contains(pack(pack));
            if (!packed && !examined.contains(needed) && !examined.contains(name)) {
                throw new Rejection(
                        Outcome.TRUNCATED,
                        Rejection.Place.of(needed).entry((number * WIDTH) << (8 * level)),
                        "the published file is missing");
            }
        }
    }

    private static String pack(long number) {
        return tile("packs", number) + ".zip";
    }

    static String tile(String kind, long number) {
        String path = String.format(Locale.ROOT, "%03d", number % 1_000);
        for (long rest = number / 1_000; rest > 0; rest /= 1_000) {
            path = String.format(Locale.ROOT, "x%03d/", rest % 1_000) + path;
        }
        return "tile/" + kind + "/" + path;
    }
}
