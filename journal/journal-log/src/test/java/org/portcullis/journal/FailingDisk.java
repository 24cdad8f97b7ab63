package org.portcullis.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A disk of a machine that stops after so many steps; a write that it stops at is half done, a force is only counted. */
final class FailingDisk implements Device.Opening {

    private final AtomicInteger left;

    FailingDisk(int steps) {
        this.left = new AtomicInteger(steps);
    }

    /** Tells whether the machine has stopped. */
    boolean hasStopped() {
        return left.get() < 0;
    }

    @Override
    public Device open(Path file) throws IOException {
        Device real = Device.file(file);
        return new Device() {
            @Override
            public void write(ByteBuffer bytes, long position) throws IOException {
                if (left.decrementAndGet() < 0) {
                    if (left.get() == -1) {
                        real.write(bytes.slice(bytes.position(), bytes.remaining() / 2), position);
                    }
                    throw stopped();
                }
                real.write(bytes, position);
            }

            @Override
            public void force() throws IOException {
                step();
            }

            @Override
            public void truncate(long size) throws IOException {
                step();
                real.truncate(size);
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        Device.Opening.super.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        Device.Opening.super.delete(file);
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        step();
        Device.Opening.super.createDirectory(directory);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        step();
    }

    private void step() throws IOException {
        if (left.decrementAndGet() < 0) {
            throw stopped();
        }
    }

    private static IOException stopped() {
        return new IOException("the machine has stopped");
    }
}
