/**
 * What commands ask before they open a journal for writing.
 *
 * <p>Start at {@link org.portcullis.app.opening.WitnessOptions}; every command that writes to a journal has them.
 */
@NullMarked
package org.portcullis.app.opening;

import org.jspecify.annotations.NullMarked;
