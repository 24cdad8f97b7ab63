package org.portcullis.engine.flow;

import java.util.Optional;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.entry.PetitionEntry;

/**
 * What entries say of one petition.
 *
 * @param policy the fingerprint of the pack under which it was asked
 * @param quorums how many quorums its hold has
 * @param hold empty only where a batch was cut off
 * @param token the token that came of it; empty where none did
 */
record PetitionState(PetitionEntry.Asked asked, String policy, int quorums, Optional<HoldProgress> hold, String token) {

    static PetitionState of(PetitionEntry.Asked asked, String policy) {
        return new PetitionState(asked, policy, 0, Optional.empty(), "");
    }

    String id() {
        return asked.petition();
    }

    Purpose purpose() {
        return asked.purpose();
    }

    PetitionState begun(HoldProgress progress, int ofQuorums) {
        return new PetitionState(asked, policy, ofQuorums, Optional.of(progress), token);
    }

    PetitionState with(HoldProgress progress) {
        return new PetitionState(asked, policy, quorums, Optional.of(progress), token);
    }

    PetitionState withToken(String issued) {
        return new PetitionState(asked, policy, quorums, hold, issued);
    }

    /** Whether votes may still come. */
    boolean isOpen() {
        return hold.filter(progress -> progress.end() == HoldProgress.End.OPEN).isPresent();
    }

    /**
     * Whether every quorum is there.
     *
     * <p>INVARIANT: a batch that was cut off by a crash never releases (ExceptionalReleaseTest.cutOffPetitionNeverReleases).
     */
    boolean isWhole() {
        return hold.filter(progress -> progress.hold().quorums().size() == quorums)
                .isPresent();
    }

    PetitionView view() {
        return new PetitionView(
                id(), purpose(), asked.submission(), asked.person(), asked.reason(), policy, progress());
    }

    /** The hold; asked only where a command has seen the whole batch. */
    HoldProgress progress() {
        return hold.orElseThrow(() -> new IllegalStateException("petition `" + id() + "` has no hold"));
    }
}
