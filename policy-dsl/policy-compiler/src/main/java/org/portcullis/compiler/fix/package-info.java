/** Applies the edits that diagnostics bring with them, each held to leave the policy better and, where nothing was wrong, unchanged in meaning. */
@NullMarked
package org.portcullis.compiler.fix;

import org.jspecify.annotations.NullMarked;
