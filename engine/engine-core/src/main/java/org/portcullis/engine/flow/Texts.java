package org.portcullis.engine.flow;

import java.nio.charset.StandardCharsets;
import org.portcullis.model.json.Digest;

/** Digests the texts that people are shown. */
final class Texts {
    private Texts() {}

    static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
