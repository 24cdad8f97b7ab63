/**
 * What the command `keys` does: opens keys, reads and writes what people sign about keys, and hands it to the engine over a journal. Start at {@link
 * org.portcullis.app.keys.KeyOffice}; only the commands depend on it.
 */
@NullMarked
package org.portcullis.app.keys;

import org.jspecify.annotations.NullMarked;
