/**
 * A month of business that a seed decides, played through the engine into a journal: {@link org.portcullis.app.month.GeneratedMonth} is the entry point, and the command line alone uses it.
 */
@NullMarked
package org.portcullis.app.month;

import org.jspecify.annotations.NullMarked;
