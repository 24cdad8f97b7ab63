/**
 * Alerts from the event that raises them to their acknowledgement, and who answers for a role's alerts.
 *
 * <p>A fold over what was recorded: nothing here decides, reads a clock or tells anybody.
 */
@NullMarked
package org.portcullis.engine.alert;

import org.jspecify.annotations.NullMarked;
