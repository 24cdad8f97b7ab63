/**
 * Shows what an engine does in any monitoring system that Micrometer speaks to.
 *
 * <p>Start at {@link org.portcullis.engine.metrics.EngineMeters}.
 */
@NullMarked
package org.portcullis.engine.metrics;

import org.jspecify.annotations.NullMarked;
