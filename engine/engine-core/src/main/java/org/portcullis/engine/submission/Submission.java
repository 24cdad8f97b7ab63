package org.portcullis.engine.submission;

import java.util.List;
import java.util.Optional;
import org.portcullis.model.value.Value;

/**
 * A basket of orders as one person submits it; a single order is a basket of one line.
 *
 * @param requester the id of the person who submits
 * @param desk the desk, as `order.desk`; empty means not given
 * @param location the desk's city, as `order.location`; empty means not given
 * @param flow the kind of flow, as `order.flow`; empty means not given
 * @param intended the amount the client asked for, if the order system carries it
 */
public record Submission(
        String basketId,
        String requester,
        Optional<String> desk,
        Optional<String> location,
        Optional<String> flow,
        Optional<Value.Money> intended,
        List<OrderLine> lines) {

    /** The largest number of lines of one submission. */
    public static final int MAX_LINES = 100_000;

    public Submission {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("basket `" + basketId + "` has no lines");
        }
        if (lines.size() > MAX_LINES) {
            throw new IllegalArgumentException(
                    "basket `" + basketId + "` has " + lines.size() + " lines, more than " + MAX_LINES);
        }
    }
}
