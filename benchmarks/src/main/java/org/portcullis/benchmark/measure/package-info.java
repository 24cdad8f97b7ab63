/**
 * What JMH runs: one order, a whole basket, a full decision; and the profiler that counts the processor time of a thread.
 *
 * <p>Every benchmark checks its answers before it is timed.
 */
@NullMarked
package org.portcullis.benchmark.measure;

import org.jspecify.annotations.NullMarked;
