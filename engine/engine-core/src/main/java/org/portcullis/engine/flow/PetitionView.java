package org.portcullis.engine.flow;

import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Purpose;

/**
 * Something that people were asked to sign for, as the engine sees it.
 *
 * @param id the engine's id of it, which is that of its hold
 * @param submission the submission it is about; empty where it is about none
 * @param requester who asked
 * @param policy the fingerprint of the pack under which it was asked
 * @param hold what people sign for, and the votes so far
 */
public record PetitionView(
        String id,
        Purpose purpose,
        String submission,
        String requester,
        String reason,
        String policy,
        HoldProgress hold) {}
