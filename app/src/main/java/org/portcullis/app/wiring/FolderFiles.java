package org.portcullis.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.portcullis.compiler.source.FileSource;

/**
 * Gives the compiler the files in a policy's folder and below, and nothing else: neither `..` nor a symbolic link leads out of it.
 *
 * @param folder the folder of the policy
 */
record FolderFiles(Path folder) implements FileSource {
    /** The largest file that is read, in bytes; the compiler refuses what is larger than its own limit. */
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    @Override
    public Answer read(String path) {
        try {
            Path root = folder.toRealPath();
            Path file = root.resolve(path).toRealPath();
            if (!file.startsWith(root)) {
                return new OutOfReach();
            }
            if (!Files.isRegularFile(file)) {
                return new Unreadable("it is no file");
            }
            if (Files.size(file) > MAX_BYTES) {
                return new Unreadable("it is larger than " + MAX_BYTES + " bytes");
            }
            return new Found(Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            return path.startsWith("..") ? new OutOfReach() : new Missing();
        } catch (InvalidPathException noPath) {
            return new OutOfReach();
        } catch (IOException unreadable) {
            return new Unreadable(String.valueOf(unreadable.getMessage()));
        }
    }
}
