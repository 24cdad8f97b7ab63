package org.portcullis.model.control;

import java.util.List;

/** `re-enabled by 2 of role "Trading Risk" excluding the requester`: who lets go on what was suspended or stopped; all quorums must be met. */
public record ReEnabling(List<Quorum> quorums, List<Exclusion> exclusions) {
    public ReEnabling {
        quorums = List.copyOf(quorums);
        exclusions = List.copyOf(exclusions);
        if (quorums.isEmpty()) {
            throw new IllegalArgumentException("re-enabling needs at least one quorum");
        }
    }
}
