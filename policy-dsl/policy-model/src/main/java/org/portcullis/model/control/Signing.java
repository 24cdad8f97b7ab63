package org.portcullis.model.control;

import java.util.List;

/** `changes signed by 2 of role "Trading Risk" excluding the requester`: who signs before a changed policy is in force; all quorums must be met. */
public record Signing(List<Quorum> quorums, List<Exclusion> exclusions) {
    public Signing {
        quorums = List.copyOf(quorums);
        exclusions = List.copyOf(exclusions);
        if (quorums.isEmpty()) {
            throw new IllegalArgumentException("signing needs at least one quorum");
        }
    }
}
