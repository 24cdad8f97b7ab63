package org.portcullis.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes one file; the port behind which tests let a disk fail. Used by one thread. */
interface Device extends Closeable {

    /** Writes all bytes at a position. */
    void write(ByteBuffer bytes, long position) throws IOException;

    /** Returns when everything written so far is on the storage device. MUST throw when that is not certain. */
    void force() throws IOException;

    /** Cuts the file. */
    void truncate(long size) throws IOException;

    /** Opens devices, and changes the names of files; safe for calls from several threads. */
    @FunctionalInterface
    interface Opening {

        /** Opens a file for writing and creates it where it is missing. */
        Device open(Path file) throws IOException;

        /** Gives a file another name, in place of what has that name. */
        default void move(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        /** Takes a file or an empty directory away where it is there. */
        default void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        /** Makes a directory; its parent is there. */
        default void createDirectory(Path directory) throws IOException {
            Files.createDirectory(directory);
        }

        /** Returns when the names in a directory are on the storage device. */
        default void forceDirectory(Path directory) throws IOException {
            Device.forceDirectory(directory);
        }
    }

    /** Opens files of the platform. */
    static Device file(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new Device() {
            @Override
            public void write(ByteBuffer bytes, long position) throws IOException {
                long at = position;
                while (bytes.hasRemaining()) {
                    at += channel.write(bytes, at);
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void truncate(long size) throws IOException {
                channel.truncate(size);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /** Makes the names in a directory durable. */
    static void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
