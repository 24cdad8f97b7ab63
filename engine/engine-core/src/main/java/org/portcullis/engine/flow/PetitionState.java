package org.portcullis.engine.flow;

import java.util.Optional;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.entry.PetitionEntry;

/**
 * What entries say of one petition.
 *
 * @param policy the fingerprint of the pack under which it was asked
 * @param hold empty only where a batch was cut off
 * @param token the token that came of it; empty where none did
 */
record PetitionState(PetitionEntry.Asked asked, String policy, Optional<HoldProgress> hold, String token) {

    static PetitionState of(PetitionEntry.Asked asked, String policy) {
        return new PetitionState(asked, policy, Optional.empty(), "");
    }

    String id() {
        return asked.petition();
    }

    Purpose purpose() {
        return asked.purpose();
    }

    PetitionState with(HoldProgress progress) {
        return new PetitionState(asked, policy, Optional.of(progress), token);
    }

    PetitionState withToken(String issued) {
        return new PetitionState(asked, policy, hold, issued);
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
