package org.portcullis.languageserver;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.portcullis.languageserver.port.ServerPorts;

/**
 * One editor's session with a language server over two streams.
 *
 * <p>Nothing but the protocol is written to the output; what goes wrong inside is logged, which Java does on standard error.
 */
public final class LanguageServerSession {
    /** The status of a process whose editor went away without a word. */
    public static final int ABANDONED = 1;

    private static final long LAST_ANSWERS_SECONDS = 10;

    private LanguageServerSession() {}

    /**
     * Serves until the editor ends the session or the input ends.
     *
     * @return the status with which the process exits: 0 if the editor asked for a shutdown before it ended the session
     */
    public static int serve(ServerPorts ports, InputStream in, OutputStream out) {
        ExecutorService worker = Executors.newSingleThreadExecutor(work -> daemon(work, "policies"));
        ExecutorService protocol = Executors.newCachedThreadPool(work -> daemon(work, "protocol"));
        try {
            PolicyLanguageServer server = new PolicyLanguageServer(ports, worker);
            Launcher<LanguageClient> launcher =
                    LSPLauncher.createServerLauncher(server, in, out, protocol, messages -> messages);
            server.connect(launcher.getRemoteProxy());
            Future<Void> listening = launcher.startListening();
            CompletableFuture<Integer> inputEnded = CompletableFuture.supplyAsync(() -> await(listening), protocol);
            return (Integer)
                    CompletableFuture.anyOf(server.exited(), inputEnded).join();
        } finally {
            finish(worker);
            // The reader may still wait for input: it is a daemon, and an interrupt would only be logged.
            protocol.shutdown();
        }
    }

    /** What was asked before the end is still answered, for clients that say everything at once. */
    private static void finish(ExecutorService worker) {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static int await(Future<Void> listening) {
        try {
            listening.get();
        } catch (InterruptedException | ExecutionException | CancellationException ended) {
            return ABANDONED;
        }
        return ABANDONED;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, "portcullis-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
