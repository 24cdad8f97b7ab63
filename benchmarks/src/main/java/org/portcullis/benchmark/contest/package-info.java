/**
 * The contest: twenty kinds of control, the orders, and every engine that decides them, from {@link org.portcullis.benchmark.contest.Contest}.
 *
 * <p>The engines get the same limits and the same orders and must name the same breaches before anything is timed.
 */
@NullMarked
package org.portcullis.benchmark.contest;

import org.jspecify.annotations.NullMarked;
