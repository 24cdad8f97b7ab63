package org.portcullis.engine.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.entry.PersonEntry;
import org.portcullis.engine.people.PersonRefusal;
import org.portcullis.engine.people.Pseudonym;

/** Records for whom pseudonyms stand, as commitments, and that people are erased. */
record Committing(Context context) {

    Transition commit(Command.CommitPerson command) {
        return context.state().people.containsKey(command.person().value())
                ? refused(command.person(), PersonRefusal.COMMITTED_ALREADY)
                : recorded(new PersonEntry.Committed(command.person(), command.commitment()));
    }

    Transition erase(Command.ErasePerson command) {
        Optional<KnownPerson> known =
                Optional.ofNullable(context.state().people.get(command.person().value()));
        if (known.isEmpty()) {
            return refused(command.person(), PersonRefusal.UNKNOWN_PERSON);
        }
        return whyNot(command, known.get())
                .map(why -> refused(command.person(), why))
                .orElseGet(() -> recorded(new PersonEntry.Erased(
                        command.person(), known.get().commitment(), command.by(), command.reason())));
    }

    private Optional<PersonRefusal> whyNot(Command.ErasePerson command, KnownPerson known) {
        String person = command.person().value();
        boolean second = !command.by().equals(person)
                && Optional.ofNullable(context.state().people.get(command.by()))
                        .filter(by -> !by.erased())
                        .isPresent();
        if (known.erased()) {
            return Optional.of(PersonRefusal.ERASED_ALREADY);
        }
        if (!second) {
            return Optional.of(PersonRefusal.NO_SECOND_PERSON);
        }
        if (context.state().keys.values().stream()
                .anyMatch(key -> key.person().equals(person) && key.isInForce(context.at()))) {
            return Optional.of(PersonRefusal.KEY_IN_FORCE);
        }
        return isWaitedFor(person) ? Optional.of(PersonRefusal.STILL_ASKING) : Optional.empty();
    }

    /** Whether something is open that people could no longer judge, or that counts words which would be gone. */
    private boolean isWaitedFor(String person) {
        boolean asks = context.state().submissions.values().stream()
                .filter(context.state()::isOpen)
                .anyMatch(submission -> submission.received.requester().equals(person));
        boolean petitions = context.state()
                .petitions
                .open()
                .anyMatch(petition -> petition.asked().person().equals(person));
        return asks || petitions || openHolds().anyMatch(hold -> hold.votes().containsKey(person));
    }

    private Stream<HoldProgress> openHolds() {
        return Stream.concat(
                        context.state().submissions.values().stream().flatMap(submission -> submission.hold.stream()),
                        context.state().petitions.open().flatMap(petition -> petition.hold().stream()))
                .filter(hold -> hold.end() == HoldProgress.End.OPEN);
    }

    private Transition recorded(PersonEntry entry) {
        return new Transition(List.of(context.general(entry)), Outcome.Recorded::new);
    }

    private Transition refused(Pseudonym person, PersonRefusal why) {
        return Transition.refused(
                context.general(new PersonEntry.Refused(person, why.code())), why.code(), why.sentence());
    }
}
