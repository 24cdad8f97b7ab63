package org.portcullis.engine.fact;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The facts of a whole submission.
 *
 * @param basket the basket's own facts; `order.*` facts are known here where all lines agree
 * @param lines the facts of each line in the order of the submission; `basket.*` facts are repeated on each
 */
public record SubmissionFacts(String basketId, Facts basket, List<Facts> lines) {
    public SubmissionFacts {
        lines = List.copyOf(lines);
    }

    /** The same with each order's and the basket's facts changed. */
    public SubmissionFacts map(UnaryOperator<Facts> change) {
        return new SubmissionFacts(
                basketId, change.apply(basket), lines.stream().map(change).toList());
    }
}
