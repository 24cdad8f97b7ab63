package org.portcullis.report.json;

import java.io.IOException;

/** Says where a file stops being JSON as evidence documents have it. */
final class MalformedJson extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedJson(long character, String reason) {
        super("character " + character + ": " + reason);
    }
}
