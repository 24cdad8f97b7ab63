/** What the checks compute beside what the bad cases show. */
@NullMarked
package org.portcullis.compiler.internal.check;

import org.jspecify.annotations.NullMarked;
