package org.portcullis.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Changes the files of a vault, each change durable when it returns; the port behind which tests cut a machine off. */
interface Disk {

    /** What the owner of a vault may do with its folders. */
    Set<PosixFilePermission> FOLDER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /** What the owner of a vault may do with its files. */
    Set<PosixFilePermission> FILE = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** Makes a folder for its owner alone. */
    void makeFolder(Path folder) throws IOException;

    /** Writes a new file for its owner alone, and forces its bytes. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Gives a file another name in its folder, atomically. */
    void rename(Path from, Path to) throws IOException;

    /** Overwrites every byte of a file with zeros, and forces them. */
    void overwrite(Path file) throws IOException;

    /** Removes a file, or a folder that is empty. */
    void remove(Path path) throws IOException;

    /** Makes the names in a folder durable. */
    void force(Path folder) throws IOException;

    /** The disk of the platform. */
    static Disk ofPlatform() {
        return new Disk() {
            @Override
            public void makeFolder(Path folder) throws IOException {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
            }

            @Override
            public void write(Path file, byte[] bytes) throws IOException {
                try (FileChannel channel = FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(FILE))) {
                    fill(channel, ByteBuffer.wrap(bytes));
                }
            }

            @Override
            public void rename(Path from, Path to) throws IOException {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            }

            @Override
            public void overwrite(Path file) throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    fill(channel, ByteBuffer.allocate(Math.toIntExact(channel.size())));
                }
            }

            @Override
            public void remove(Path path) throws IOException {
                Files.delete(path);
            }

            @Override
            public void force(Path folder) throws IOException {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }

            private void fill(FileChannel channel, ByteBuffer bytes) throws IOException {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        };
    }
}
