/** Writes what the compiler says about policies in the Static Analysis Results Interchange Format (SARIF) 2.1.0, which code review tools read. */
@NullMarked
package org.portcullis.app.sarif;

import org.jspecify.annotations.NullMarked;
