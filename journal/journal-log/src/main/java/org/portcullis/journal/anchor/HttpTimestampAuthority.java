package org.portcullis.journal.anchor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;

/** Asks a timestamp authority over HTTP (RFC 3161, section 3.4), within ten seconds. Safe for several threads. */
public final class HttpTimestampAuthority implements TimestampAuthority {

    private final URI address;
    private final BoundedHttp http = new BoundedHttp();

    /** Names an authority by its address. */
    public HttpTimestampAuthority(URI address) {
        this.address = address;
    }

    @Override
    public byte[] answer(byte[] query) throws IOException {
        BoundedHttp.Answered answered = http.send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(query)));
        if (answered.status() != 200) {
            throw new IOException("the authority at " + address + " answered with status " + answered.status());
        }
        return answered.body();
    }
}
