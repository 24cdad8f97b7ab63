/** The evaluator port and the reference evaluator behind it. */
@NullMarked
package org.portcullis.engine.evaluate;

import org.jspecify.annotations.NullMarked;
