/**
 * Approvals: who may release a hold, what they sign, and whether a signed vote counts.
 *
 * <p>Start at {@link org.portcullis.engine.approval.Hold}, which is frozen when the hold begins, and {@link
 * org.portcullis.engine.approval.VoteCheck}. Nothing here changes state or writes the journal; the flow package does.
 */
@NullMarked
package org.portcullis.engine.approval;

import org.jspecify.annotations.NullMarked;
