package org.portcullis.model.control;

import java.util.List;
import org.portcullis.model.value.Value;

/**
 * `exceptional release of one order by 1 of role "Trading Risk" and 1 of role "Designated Releaser" within 10 minutes`: the only way past a hard limit, for
 * one trade and a short time, in the sense of RTS 6 Article 15(6): risk verifies and a designated person authorises.
 *
 * @param ofBasket whether a whole basket is released, or one order
 * @param quorums at least two: who verifies and who authorises; all must be met by different people
 * @param within how long the release may be used and asked for
 */
public record ExceptionalRelease(boolean ofBasket, List<Quorum> quorums, Value.TimeSpan within) {
    public ExceptionalRelease {
        quorums = List.copyOf(quorums);
        if (quorums.size() < 2) {
            throw new IllegalArgumentException("an exceptional release is verified by one and authorised by another");
        }
        if (within.micros() <= 0) {
            throw new IllegalArgumentException("an exceptional release's time limit is positive");
        }
    }
}
