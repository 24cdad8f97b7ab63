package org.portcullis.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A disk of a machine that is cut off in its n-th change: half of what was being written is there, and nothing happens any more. */
final class CutOffDisk implements Disk {
    private final Disk disk = Disk.ofPlatform();
    private int left;

    CutOffDisk(int changes) {
        this.left = changes;
    }

    boolean isCutOff() {
        return left < 0;
    }

    private boolean goes() throws IOException {
        left--;
        if (left < -1) {
            throw new IOException("the machine is off");
        }
        return left >= 0;
    }

    private static IOException cut() {
        return new IOException("cut off");
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        if (!goes()) {
            throw cut();
        }
        disk.makeFolder(folder);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        if (!goes()) {
            disk.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            throw cut();
        }
        disk.write(file, bytes);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        if (!goes()) {
            throw cut();
        }
        disk.rename(from, to);
    }

    @Override
    public void overwrite(Path file) throws IOException {
        if (!goes()) {
            Files.write(file, new byte[(int) Files.size(file) / 2], StandardOpenOption.WRITE);
            throw cut();
        }
        disk.overwrite(file);
    }

    @Override
    public void remove(Path path) throws IOException {
        if (!goes()) {
            throw cut();
        }
        disk.remove(path);
    }

    @Override
    public void force(Path folder) throws IOException {
        if (!goes()) {
            throw cut();
        }
        disk.force(folder);
    }
}
