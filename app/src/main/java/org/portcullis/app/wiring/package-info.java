/** Puts the modules together; the only place that knows which adapter serves which port. */
@NullMarked
package org.portcullis.app.wiring;

import org.jspecify.annotations.NullMarked;
