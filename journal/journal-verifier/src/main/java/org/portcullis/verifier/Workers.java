package org.portcullis.verifier;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at blocks on as many threads as there are processors, while the caller goes through them in their order. */
final class Workers implements AutoCloseable {

    private static final int MOST = 8;

    private final int threads = Math.min(MOST, Math.max(1, Runtime.getRuntime().availableProcessors()));
    private final ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
        Thread thread = new Thread(task, "verifier");
        thread.setDaemon(true);
        return thread;
    });

    /** Says how many blocks may be ahead of the one that is gone through: what bounds the memory. */
    int ahead() {
        return threads + 1;
    }

    Future<List<Frame>> look(Block block) {
        return pool.submit(block::frames);
    }

    static List<Frame> await(Future<List<Frame>> frames) throws IOException {
        try {
            return frames.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the examination was interrupted");
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a block could not be looked at", bug.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
