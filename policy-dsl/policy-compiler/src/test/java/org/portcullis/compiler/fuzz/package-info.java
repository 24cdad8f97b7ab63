/** Feeds the compiler with what nobody would write: walks through the grammar, altered policies, generated ones. */
@NullMarked
package org.portcullis.compiler.fuzz;

import org.jspecify.annotations.NullMarked;
