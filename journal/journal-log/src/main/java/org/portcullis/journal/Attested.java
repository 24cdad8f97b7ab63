package org.portcullis.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.engine.journal.Signer;

/**
 * Is a checkpoint of the journal that is kept somewhere else than in its segments, and that they must agree with.
 *
 * @param checkpoint what the journal signed
 * @param where where it is kept, as a message names it
 */
record Attested(Checkpoint checkpoint, String where) {

    /** Gives the anchors of a journal directory; one without its root was not finished and says nothing. */
    static List<Attested> anchors(Layout layout, Signer signer, SignatureCheck check)
            throws IOException, JournalFailure {
        List<Attested> attested = new ArrayList<>();
        for (Path anchor : layout.anchorDirectories()) {
            Path root = anchor.resolve("root");
            Optional<String> note = Layout.read(root);
            if (note.isPresent()) {
                Attested found = open(note.get(), "anchor `" + layout.name(root) + "`", signer, check);
                if (found.checkpoint().size() != Long.parseLong(String.valueOf(anchor.getFileName()))) {
                    throw refused(
                            found.where() + " is over " + found.checkpoint().size() + " entries");
                }
                attested.add(found);
            }
        }
        return attested;
    }

    /** Gives what others have seen. */
    static List<Attested> seen(OpeningCheck others, Signer signer, SignatureCheck check) throws JournalFailure {
        List<Attested> attested = new ArrayList<>();
        for (String note : others.seen(VerifierKey.of(signer))) {
            attested.add(open(note, "a checkpoint that others have seen", signer, check));
        }
        return attested;
    }

    private static Attested open(String note, String where, Signer signer, SignatureCheck check) throws JournalFailure {
        Checkpoint checkpoint = Checkpoint.open(note, signer, check)
                .filter(signed -> signed.origin().equals(signer.keyId()))
                .orElseThrow(() -> refused(where + " is not signed by the key `" + signer.keyId() + "`"));
        return new Attested(checkpoint, where);
    }

    private static JournalFailure refused(String reason) {
        return new JournalFailure(JournalFailure.Kind.DAMAGED, "the journal cannot be gone on with: " + reason);
    }
}
