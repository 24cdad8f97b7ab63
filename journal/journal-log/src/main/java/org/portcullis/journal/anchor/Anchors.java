package org.portcullis.journal.anchor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.portcullis.journal.Checkpoint;

/** Finds what witnesses said about a checkpoint of a journal. */
public final class Anchors {

    private Anchors() {}

    /**
     * Gives a text that ends with a checkpoint of a journal with the cosignatures that are kept for it; unchanged where there
     * are none. They are handed on as they are; who takes the text checks them.
     *
     * @param journal the journal directory
     * @param text a checkpoint, or a proof that leads to one
     */
    public static String withCosignatures(Path journal, String text) throws IOException {
        String note = text.startsWith("c2sp.org/tlog-proof@") ? text.substring(text.indexOf("\n\n") + 2) : text;
        Optional<Checkpoint> checkpoint = Checkpoint.read(note);
        if (checkpoint.isEmpty()) {
            return text;
        }
        AnchorFolder anchor = new AnchorFolder(journal, checkpoint.get().size());
        Optional<String> witnessed =
                AnchorFolder.read(anchor.witnessed()).filter(cosigned -> cosigned.startsWith(note));
        return text.substring(0, text.length() - note.length()) + witnessed.orElse(note);
    }
}
