package org.portcullis.engine.flow;

import org.portcullis.engine.token.ReleaseToken;
import org.portcullis.model.json.JsonObject;

/** A token that was issued. */
record TokenState(ReleaseToken token, JsonObject envelope, Use use) {

    /** What became of it. */
    enum Use {
        OUT,
        USED,
        VOID
    }

    TokenState with(Use now) {
        return new TokenState(token, envelope, now);
    }
}
