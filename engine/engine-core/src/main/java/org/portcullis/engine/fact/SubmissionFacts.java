package org.portcullis.engine.fact;

import java.util.List;

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
}
