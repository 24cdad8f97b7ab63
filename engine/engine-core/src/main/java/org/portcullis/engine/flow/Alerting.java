package org.portcullis.engine.flow;

import java.util.List;

/** Raises alerts of what was noticed, within the same event. */
record Alerting(Context context) {

    List<Draft> drafts(List<Noticed> noticed) {
        return List.of();
    }
}
