package org.portcullis.engine.flow;

import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonText;

/** Refuses, when a command is made, what could not be written as evidence. */
final class CommandTexts {

    private CommandTexts() {}

    /** Refuses objects that are nested too deeply to have a digest. */
    static void requireWritable(JsonObject envelope) {
        CanonicalJson.bytes(envelope);
    }

    static void requireText(String text, int max) {
        if (text.length() > max || !JsonText.isWellFormed(text)) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters is longer than " + max
                    + " or cannot be written as evidence");
        }
    }
}
