/**
 * Whole decisions: submissions with their market, an assessor with windows, what a programmer would write instead, and an engine over a journal.
 *
 * <p>{@link org.portcullis.benchmark.decision.TradingDay} makes the submissions from the orders of the contest.
 */
@NullMarked
package org.portcullis.benchmark.decision;

import org.jspecify.annotations.NullMarked;
