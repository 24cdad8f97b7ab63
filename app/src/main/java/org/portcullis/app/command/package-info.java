/** The commands of the command line. */
@NullMarked
package org.portcullis.app.command;

import org.jspecify.annotations.NullMarked;
