/**
 * Reads a journal's entries with their bodies, for whatever is derived from them; {@link org.portcullis.report.reading.Listener} is
 * extended by who asks.
 */
@NullMarked
package org.portcullis.report.reading;

import org.jspecify.annotations.NullMarked;
