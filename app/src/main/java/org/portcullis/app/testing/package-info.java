/**
 * Runs the tests of policies for the command line: chooses them, says how they came out, measures what they show, and writes those that are missing.
 *
 * <p>Start at {@link org.portcullis.app.testing.FileRun}. The `test` command depends on it.
 */
@NullMarked
package org.portcullis.app.testing;

import org.jspecify.annotations.NullMarked;
