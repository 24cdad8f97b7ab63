/**
 * Orders on their way and working: what is reported of them, what stops them, and how far they are.
 *
 * <p>Start at {@link org.portcullis.engine.work.WorkEvent}, which an order management system reports, and {@link
 * org.portcullis.engine.work.WorkBook}, which keeps what became of it.
 */
@NullMarked
package org.portcullis.engine.work;

import org.jspecify.annotations.NullMarked;
