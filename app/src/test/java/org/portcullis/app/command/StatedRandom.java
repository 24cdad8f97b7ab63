package org.portcullis.app.command;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.portcullis.model.json.Digest;

/** Gives the same bytes every time to who states the same text, so that a page can show keys. */
final class StatedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final String stated;
    private int given;

    private StatedRandom(String stated) {
        this.stated = stated;
    }

    static StatedRandom of(String stated) {
        return new StatedRandom(stated);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            byte[] block = Digest.of((stated + "\n" + given++).getBytes(StandardCharsets.UTF_8))
                    .hash();
            bytes[at] = block[0];
        }
    }
}
