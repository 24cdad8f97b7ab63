package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.alert.AlertBook;
import org.portcullis.engine.approval.EnrolledKey;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.KeyRing;
import org.portcullis.engine.work.WorkBook;
import org.portcullis.model.control.ControlId;

/** Everything the engine knows, as a fold over entries; mutable, changed by {@link Fold} alone, owned by the engine's one thread. */
final class EngineState implements KeyRing {
    final TreeMap<String, SubmissionState> submissions = new TreeMap<>();
    final TreeMap<String, String> openByBasket = new TreeMap<>();
    final TreeMap<String, String> latestByBasket = new TreeMap<>();
    final TreeMap<String, String> submissionByHold = new TreeMap<>();
    final TreeMap<String, TokenState> tokens = new TreeMap<>();
    final TreeMap<String, EnrolledKey> keys = new TreeMap<>();
    final TreeMap<String, KnownPerson> people = new TreeMap<>();

    /** The tokens that this engine has signed since it was opened and that were not used; no part of the fold. */
    final Set<String> signed = new HashSet<>();

    final PetitionBook petitions = new PetitionBook();
    final TreeSet<Deadline> deadlines = new TreeSet<>();
    final TreeMap<ControlId, SwitchState> switches = new TreeMap<>();
    final WorkBook work = new WorkBook();
    final AlertBook alerts = new AlertBook();
    final Past past = new Past();
    Instant latest = Instant.MIN;
    String policy = "";
    boolean changesSigned;
    long received;

    /** The id of the next submission. */
    String nextSubmission() {
        return String.format(java.util.Locale.ROOT, "S-%06d", received + 1);
    }

    /** The ids of the kill switches that are pulled. */
    Set<String> pulled() {
        return switches.entrySet().stream()
                .filter(each -> each.getValue().pulled().isPresent())
                .map(each -> each.getKey().text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Optional<SubmissionState> submission(String id) {
        return Optional.ofNullable(submissions.get(id));
    }

    /** The submission; asked only for ids that the state itself has given. */
    SubmissionState known(String id) {
        return submission(id).orElseThrow(() -> new IllegalStateException("submission `" + id + "` is not known"));
    }

    Optional<HoldProgress> hold(String id) {
        return Optional.ofNullable(submissionByHold.get(id))
                .flatMap(this::submission)
                .flatMap(state -> state.hold)
                .or(() -> petitions.find(id).flatMap(PetitionState::hold));
    }

    /** Ends the petitions about a submission, and makes void what came of them and was not used. */
    void voidPetitions(String submission) {
        petitions.about(submission).forEach(petition -> {
            endPetition(petition.id(), HoldProgress.End.VOIDED);
            tokens.computeIfPresent(
                    petition.token(),
                    (id, token) -> token.use() == TokenState.Use.OUT ? token.with(TokenState.Use.VOID) : token);
        });
    }

    /** Whether something about a submission may still go on: the submission itself, or what was asked for it. */
    boolean isOpen(SubmissionState submission) {
        return submission.phase.isOpen()
                || petitions.about(submission.id()).stream()
                        .anyMatch(petition -> petition.isOpen()
                                || Optional.ofNullable(tokens.get(petition.token()))
                                        .filter(token -> token.use() == TokenState.Use.OUT)
                                        .isPresent());
    }

    /** Ends a petition that is open: nothing of it is due any more; whether there is such a petition. */
    boolean endPetition(String id, HoldProgress.End end) {
        Optional<PetitionState> found = petitions.find(id);
        found.flatMap(PetitionState::hold)
                .filter(hold -> hold.end() == HoldProgress.End.OPEN)
                .ifPresent(hold -> {
                    PetitionBook.deadlines(hold.hold()).forEach(deadlines::remove);
                    petitions.change(id, open -> open.ended(end));
                });
        return found.isPresent();
    }

    @Override
    public Optional<EnrolledKey> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    /** Closes a submission: nothing is due any more, a token that is out is void, and the basket may come again. */
    void close(SubmissionState state, Phase phase, HoldProgress.End end) {
        state.phase = phase;
        state.hold = state.hold.map(hold -> hold.end() == HoldProgress.End.OPEN ? hold.ended(end) : hold);
        forgetDeadlines(state);
        openByBasket.remove(state.received.basket(), state.id());
        if (phase.isAgainst()) {
            voidPetitions(state.id());
        }
        tokens.computeIfPresent(
                state.token,
                (id, token) -> token.use() == TokenState.Use.OUT ? token.with(TokenState.Use.VOID) : token);
    }

    void forgetDeadlines(SubmissionState state) {
        state.hold.map(HoldProgress::hold).ifPresent(hold -> {
            for (int step = 0; step < hold.escalation().size(); step++) {
                deadlines.remove(Deadline.escalation(hold, step));
            }
            deadlines.remove(Deadline.after(hold.binding().notAfter(), state.id(), Deadline.Kind.HOLD_EXPIRY));
        });
        forgetAcknowledgement(state);
        Optional.ofNullable(tokens.get(state.token))
                .ifPresent(token -> deadlines.remove(
                        Deadline.after(token.token().notAfter(), state.id(), Deadline.Kind.TOKEN_LIMIT)));
    }

    void forgetAcknowledgement(SubmissionState state) {
        state.shown.ifPresent(shown -> deadlines.remove(
                Deadline.after(shown.acknowledgeBy(), state.id(), Deadline.Kind.ACKNOWLEDGEMENT_LIMIT)));
    }

    /** The first deadlines that have fired, at most so many. */
    List<Deadline> due(Instant now, int max) {
        return deadlines.stream()
                .takeWhile(deadline -> !deadline.fires().isAfter(now))
                .limit(max)
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EngineState state
                && state.submissions.equals(submissions)
                && state.openByBasket.equals(openByBasket)
                && state.latestByBasket.equals(latestByBasket)
                && state.submissionByHold.equals(submissionByHold)
                && state.petitions.equals(petitions)
                && state.tokens.equals(tokens)
                && state.keys.equals(keys)
                && state.people.equals(people)
                && state.deadlines.equals(deadlines)
                && state.switches.equals(switches)
                && state.work.equals(work)
                && state.alerts.equals(alerts)
                && state.past.equals(past)
                && state.latest.equals(latest)
                && state.policy.equals(policy)
                && state.changesSigned == changesSigned
                && state.received == received;
    }

    @Override
    public int hashCode() {
        return Objects.hash(submissions.keySet(), tokens.keySet(), keys.keySet(), latest, policy, received);
    }
}
