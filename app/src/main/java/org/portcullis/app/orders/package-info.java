/**
 * Puts a file of many orders before a policy, with its windows, in bounded memory and on all processors; and makes such files.
 *
 * <p>Start at {@link org.portcullis.app.orders.OrdersReplay}. The format is described in `docs/replay-orders.md`.
 */
@NullMarked
package org.portcullis.app.orders;

import org.jspecify.annotations.NullMarked;
