/** What a journal says of alerts, counted from its entries alone. */
@NullMarked
package org.portcullis.engine.reconciliation;

import org.jspecify.annotations.NullMarked;
