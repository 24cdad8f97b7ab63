/** The evaluator that runs in production: Drools through its alpha network, without a session. */
@NullMarked
package org.portcullis.engine.drools;

import org.jspecify.annotations.NullMarked;
