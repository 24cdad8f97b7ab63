package org.portcullis.app.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.portcullis.app.terminal.UserMistake;

/** Tells of changes in folders as the file system does, until the input ends. */
public final class FolderChanges implements ChangeSource {
    /** Editors write a file in several steps; a round waits until they are quiet. */
    private static final long QUIET_MILLIS = 60;

    private final WatchService service;

    private FolderChanges(WatchService service) {
        this.service = service;
    }

    /**
     * Begins to watch.
     *
     * @param input ends the watch when it ends; read on a thread of its own
     * @throws UserMistake if a folder cannot be watched
     */
    public static FolderChanges in(WatchedFolders watched, InputStream input) {
        try {
            WatchService service = FileSystems.getDefault().newWatchService();
            for (Path folder : watched.folders()) {
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
            FolderChanges changes = new FolderChanges(service);
            Thread end = new Thread(() -> changes.closeAfter(input), "end-of-input");
            end.setDaemon(true);
            end.start();
            return changes;
        } catch (IOException unwatchable) {
            throw new UserMistake("the folders cannot be watched: " + unwatchable.getMessage());
        }
    }

    @Override
    public boolean awaitChange() {
        try {
            take(service.take());
            Optional<WatchKey> next = poll();
            while (next.isPresent()) {
                take(next.get());
                next = poll();
            }
            return true;
        } catch (ClosedWatchServiceException ended) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void take(WatchKey key) {
        key.pollEvents();
        key.reset();
    }

    private Optional<WatchKey> poll() throws InterruptedException {
        return Optional.ofNullable(service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException notClosed) {
            throw new IllegalStateException("the watch on folders could not be closed", notClosed);
        }
    }

    private void closeAfter(InputStream input) {
        try {
            while (input.read() >= 0) {
                // Whatever is typed before the end of the input means nothing.
            }
        } catch (IOException unreadable) {
            // An input that cannot be read has ended.
        }
        close();
    }
}
