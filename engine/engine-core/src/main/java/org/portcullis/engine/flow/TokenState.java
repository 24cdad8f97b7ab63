package org.portcullis.engine.flow;

import java.util.Optional;
import org.portcullis.engine.token.ReleaseToken;
import org.portcullis.model.json.JsonObject;

/**
 * A token that was issued.
 *
 * @param petition the petition that it came of, for an exceptional release
 */
record TokenState(ReleaseToken token, JsonObject envelope, Optional<String> petition, Use use) {

    /** What became of it. */
    enum Use {
        OUT,
        USED,
        VOID
    }

    TokenState with(Use now) {
        return new TokenState(token, envelope, petition, now);
    }
}
