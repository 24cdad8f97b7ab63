/**
 * Runs all measurements, in rounds and in processes of their own, and writes what came of them; {@link org.portcullis.benchmark.report.Suite} is the program.
 */
@NullMarked
package org.portcullis.benchmark.report;

import org.jspecify.annotations.NullMarked;
