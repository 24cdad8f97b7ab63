/** Bad policies with the diagnostics they must give marked inside them, the pages that explain the codes, and hostile input. */
@NullMarked
package org.portcullis.compiler.cases;

import org.jspecify.annotations.NullMarked;
