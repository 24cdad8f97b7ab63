/**
 * Measures how fast a journal is written, verified and read back; {@link org.portcullis.app.benchmark.JournalBenchmark}
 * does all of it. The command {@code journal-benchmark} and nothing else depends on this package.
 */
@NullMarked
package org.portcullis.app.benchmark;

import org.jspecify.annotations.NullMarked;
