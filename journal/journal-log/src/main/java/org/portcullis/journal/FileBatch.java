package org.portcullis.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes several files so that each is there whole and durable, or not at all: all are written elsewhere, each is forced,
 * all are moved into place, and each directory is forced once.
 *
 * <p>Mutable, for one thread and one batch.
 */
final class FileBatch {

    /** The most files that are open at once. */
    private static final int MAX_OPEN = 32;

    private final Layout layout;
    private final Device.Opening disk;
    private final List<Device> unforced = new ArrayList<>();
    private final Map<Path, Path> moves = new LinkedHashMap<>();
    private final Set<Path> directories = new LinkedHashSet<>();

    FileBatch(Layout layout, Device.Opening disk) {
        this.layout = layout;
        this.disk = disk;
    }

    /** Writes what a file is to hold. */
    @FunctionalInterface
    interface Content {

        /** Writes all of it to an empty device, without forcing it. */
        void writeTo(Device device) throws IOException;
    }

    /** Adds a file. */
    void put(Path file, byte[] bytes) throws IOException {
        put(file, device -> device.write(ByteBuffer.wrap(bytes), 0));
    }

    /** Adds a file whose content is written piece by piece. */
    void put(Path file, Content content) throws IOException {
        if (unforced.size() == MAX_OPEN) {
            force();
        }
        Path unfinished = layout.unfinished(moves.size());
        Device device = disk.open(unfinished);
        unforced.add(device);
        device.truncate(0);
        content.writeTo(device);
        moves.put(unfinished, file);
    }

    /** Returns when every file is in its place and durable. */
    void commit() throws IOException {
        force();
        for (Map.Entry<Path, Path> move : moves.entrySet()) {
            Path directory = parent(move.getValue());
            create(directory);
            disk.move(move.getKey(), move.getValue());
            directories.add(directory);
        }
        for (Path directory : directories) {
            disk.forceDirectory(directory);
        }
    }

    /** Closes what is open after a failure; what was not moved is taken away when the journal is opened again. */
    void abandon() throws IOException {
        for (Device device : unforced) {
            device.close();
        }
        unforced.clear();
    }

    private void force() throws IOException {
        for (Device device : unforced) {
            device.force();
        }
        abandon();
    }

    private void create(Path directory) throws IOException {
        if (!directory.equals(layout.directory()) && !Files.isDirectory(directory)) {
            Path parent = parent(directory);
            create(parent);
            disk.createDirectory(directory);
            directories.add(parent);
        }
    }

    private Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? layout.directory() : parent;
    }
}
