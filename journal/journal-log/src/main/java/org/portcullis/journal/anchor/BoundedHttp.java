package org.portcullis.journal.anchor;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends requests with a deadline and reads no more of the answer than fits. Safe for several threads. */
final class BoundedHttp {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int MAX_BYTES = 256 << 10;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(DEADLINE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** Is an answer; a class and not a record because it holds an array, which nobody changes. */
    static final class Answered {

        private final int status;
        private final byte[] body;

        Answered(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Answered send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<InputStream> response =
                    client.send(request.timeout(DEADLINE).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(MAX_BYTES + 1);
                if (bytes.length > MAX_BYTES) {
                    throw new IOException("the answer of " + response.uri() + " is over " + MAX_BYTES + " bytes");
                }
                return new Answered(response.statusCode(), bytes);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            InterruptedIOException stopped = new InterruptedIOException("interrupted while waiting for an answer");
            stopped.initCause(interrupted);
            throw stopped;
        }
    }
}
