package org.portcullis.witness;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keeps the latest cosigned checkpoint of each log in a file of its own, {@code <hex of SHA-256 of origin>.checkpoint}. A
 * file is there whole or not at all, and one witness at a time uses the folder.
 */
final class StateFolder implements Closeable {

    private final Path folder;
    private final FileChannel lockFile;

    private StateFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /** Opens the folder, and makes it where it is missing. */
    static StateFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel lockFile =
                FileChannel.open(folder.resolve("witness.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                return new StateFolder(folder, lockFile);
            }
        } catch (OverlappingFileLockException inThisProcess) {
            lockFile.close();
            throw new IOException(inUse(folder), inThisProcess);
        }
        lockFile.close();
        throw new IOException(inUse(folder));
    }

    /** Gives the name under which the state of a log is kept. */
    static String nameOf(String origin) {
        return HexFormat.of().formatHex(Hashes.sha256(origin.getBytes(StandardCharsets.UTF_8)));
    }

    Path file(String origin) {
        return folder.resolve(nameOf(origin) + ".checkpoint");
    }

    Optional<String> read(String origin) throws IOException {
        try {
            return Optional.of(Files.readString(file(origin), StandardCharsets.UTF_8));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Replaces the state of a log; when this returns, it survives the loss of the machine. */
    void write(String origin, String note) throws IOException {
        Path unfinished = folder.resolve(nameOf(origin) + ".tmp");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(note);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file(origin), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static String inUse(Path folder) {
        return "state folder `" + folder + "` is used by another witness; give each witness a folder of its own";
    }
}
