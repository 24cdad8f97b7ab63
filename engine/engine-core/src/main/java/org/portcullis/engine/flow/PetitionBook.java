package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Purpose;

/** The petitions that entries tell of, with what of them is due; mutable, changed by the fold alone, owned by the engine's one thread. */
final class PetitionBook {
    private final TreeMap<String, PetitionState> petitions = new TreeMap<>();

    /** The id of the next petition. */
    String next() {
        return String.format(Locale.ROOT, "P-%06d", petitions.size() + 1);
    }

    Optional<PetitionState> find(String id) {
        return Optional.ofNullable(petitions.get(id));
    }

    /** Whether a petition for the same waits at the instant. */
    boolean isAsked(Purpose purpose, String submission, Instant at) {
        return petitions.values().stream()
                .filter(petition -> petition.purpose().equals(purpose)
                        && petition.asked().submission().equals(submission))
                .anyMatch(petition ->
                        petition.hold().filter(hold -> hold.isOpenAt(at)).isPresent());
    }

    /** The petitions that may still be voted on. */
    Stream<PetitionState> open() {
        return petitions.values().stream().filter(PetitionState::isOpen);
    }

    /** How many holds wait for people. */
    int openHolds() {
        return (int) petitions.values().stream()
                .flatMap(petition -> petition.hold().stream())
                .filter(hold -> hold.end() == HoldProgress.End.OPEN)
                .count();
    }

    /** Whether a petition for the same was met. */
    boolean isReleased(Purpose purpose, String submission) {
        return about(submission).stream()
                .filter(petition -> petition.purpose().equals(purpose))
                .anyMatch(petition -> petition.hold()
                        .filter(hold -> hold.end() == HoldProgress.End.RELEASED)
                        .isPresent());
    }

    /** The petitions about a submission, ended ones included. */
    List<PetitionState> about(String submission) {
        return submission.isEmpty()
                ? List.of()
                : petitions.values().stream()
                        .filter(petition -> petition.asked().submission().equals(submission))
                        .toList();
    }

    void put(PetitionState petition) {
        petitions.put(petition.id(), petition);
    }

    /** Changes the hold of a petition; whether there is such a petition with a hold. */
    boolean change(String id, UnaryOperator<HoldProgress> change) {
        Optional<PetitionState> found = find(id);
        found.ifPresent(petition -> petition.hold().ifPresent(hold -> put(petition.with(change.apply(hold)))));
        return found.isPresent();
    }

    /** The deadlines of a hold that somebody asked for. */
    static List<Deadline> deadlines(Hold hold) {
        List<Deadline> deadlines = new java.util.ArrayList<>();
        for (int step = 0; step < hold.escalation().size(); step++) {
            deadlines.add(new Deadline(hold.escalation().get(step).at(), hold.id(), Deadline.Kind.ESCALATION, step));
        }
        deadlines.add(Deadline.after(hold.binding().notAfter(), hold.id(), Deadline.Kind.HOLD_EXPIRY));
        return deadlines;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PetitionBook book && book.petitions.equals(petitions);
    }

    @Override
    public int hashCode() {
        return petitions.hashCode();
    }
}
