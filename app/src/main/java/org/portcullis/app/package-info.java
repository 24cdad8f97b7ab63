/** The command line and the wiring. */
@NullMarked
package org.portcullis.app;

import org.jspecify.annotations.NullMarked;
