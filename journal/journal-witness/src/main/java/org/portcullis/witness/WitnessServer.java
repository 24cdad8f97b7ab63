package org.portcullis.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves a witness over HTTP: {@code POST /add-checkpoint} as in C2SP tlog-witness, and {@code GET /latest/<hex of SHA-256
 * of origin>}, which gives the latest note it cosigned.
 */
public final class WitnessServer implements Closeable {

    private static final int THREADS = 8;
    private static final Pattern LATEST = Pattern.compile("/latest/([0-9a-f]{64})");

    private final Witness witness;
    private final InstantSource time;
    private final HttpServer server;
    private final ExecutorService threads;

    private WitnessServer(Witness witness, InstantSource time, HttpServer server, ExecutorService threads) {
        this.witness = witness;
        this.time = time;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts serving; the witness is the server's from here on and is closed with it.
     *
     * @param address where to listen; port 0 takes any that is free
     * @param time what the cosignatures say
     */
    public static WitnessServer start(Witness witness, InetSocketAddress address, InstantSource time)
            throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "portcullis-witness");
            thread.setDaemon(true);
            return thread;
        });
        WitnessServer started = new WitnessServer(witness, time, server, threads);
        server.setExecutor(threads);
        server.createContext("/", started::answer);
        server.start();
        return started;
    }

    /** Gives the address that logs are told: C2SP calls it the submission prefix. */
    public URI address() {
        InetSocketAddress bound = server.getAddress();
        String host = bound.getHostString();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort());
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        witness.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answerTo(exchange);
            } catch (IOException failed) {
                // Nothing was cosigned: the state comes first.
                answer = Answer.refused(500, "the witness cannot write its state");
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answerTo(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        Matcher latest = LATEST.matcher(path);
        if (path.equals("/add-checkpoint")) {
            return method.equals("POST") ? add(exchange) : Answer.refused(405, "use POST");
        }
        if (latest.matches()) {
            return !method.equals("GET")
                    ? Answer.refused(405, "use GET")
                    : witness.latest(latest.group(1))
                            .map(Answer::ok)
                            .orElse(Answer.refused(404, "this witness has cosigned nothing of this log"));
        }
        return Answer.refused(404, "there is /add-checkpoint and /latest/<hex of SHA-256 of origin>");
    }

    private Answer add(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(Submission.MAX_BYTES + 1);
        return body.length > Submission.MAX_BYTES
                ? Answer.refused(413, "a submission has at most " + Submission.MAX_BYTES + " bytes")
                : witness.add(body, time.instant().getEpochSecond());
    }
}
