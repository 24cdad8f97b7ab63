/** What the terminal shows: tables, plain errors, machine output. */
@NullMarked
package org.portcullis.app.terminal;

import org.jspecify.annotations.NullMarked;
