package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.Freeze;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.Seating;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.engine.people.Person;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.ReEnabling;
import org.portcullis.model.json.Digest;

/** Begins what people ask others to sign for, takes the votes on it, and carries out what they come to. */
record Petitioning(Context context) {

    /** Asks to let go of what a control stopped, or of a kill switch. */
    Transition ask(Command.AskReEnabling command) {
        Optional<Stops.Stopped> stopped = context.stops().find(command.stopped());
        Purpose purpose =
                new Purpose(stopped.map(Stops.Stopped::kind).orElse(Purpose.Kind.RE_ENABLING), command.stopped());
        if (context.active().isEmpty()) {
            return refused(purpose, "", command.person(), PetitionRefusal.NO_POLICY);
        }
        if (stopped.isEmpty()) {
            return refused(purpose, "", command.person(), PetitionRefusal.NOT_STOPPED);
        }
        if (stopped.get().terms().isEmpty()) {
            return refused(purpose, "", command.person(), PetitionRefusal.NOT_RE_ENABLED);
        }
        if (command.reason().isBlank()) {
            return refused(purpose, "", command.person(), PetitionRefusal.NO_REASON);
        }
        if (context.state().petitions.isAsked(purpose, "", context.at())) {
            return refused(purpose, "", command.person(), PetitionRefusal.ASKED_ALREADY);
        }
        return begun(command, purpose, stopped.get(), stopped.get().terms().get());
    }

    private Transition begun(Command.AskReEnabling command, Purpose purpose, Stops.Stopped stopped, ReEnabling again) {
        HoldTerms terms = new HoldTerms(
                again.quorums(),
                again.exclusions(),
                true,
                Optional.empty(),
                context.terms().petitionSpan(),
                List.of());
        Freeze freeze = context.freeze(command.person());
        PetitionEntry.Asked asked = new PetitionEntry.Asked(
                context.state().petitions.next(),
                purpose,
                "",
                List.of(stopped.control()),
                command.person(),
                command.reason(),
                "",
                Digest.of(purpose.toJson()));
        return new Petition(
                        asked,
                        context.state().policy,
                        List.of(stopped.sentence()),
                        freeze.quorums(stopped.control(), terms),
                        List.of(),
                        List.of(),
                        freeze.after(terms.within()))
                .begin(context);
    }

    /** Takes back what the person asked for. */
    Transition withdraw(PetitionState petition, Command.Withdraw command) {
        boolean open =
                petition.hold().filter(hold -> hold.isOpenAt(context.at())).isPresent();
        PetitionEntry.Withdrawn withdrawn =
                new PetitionEntry.Withdrawn(petition.id(), petition.asked().submission(), command.person());
        if (!petition.asked().person().equals(command.person())) {
            return new Withdrawing(context).refused(command, "not-the-submitter", "only who asked takes it back");
        }
        return open
                ? leadingTo(petition, List.of(about(petition, withdrawn)))
                : new Withdrawing(context).refused(command, "not-waiting", "the petition is over");
    }

    /** The entries of a vote that counts. */
    Transition counted(HoldProgress after, Statement statement, HoldEntry.VoteAccepted entry) {
        PetitionState petition = context.state()
                .petitions
                .find(after.hold().id())
                .orElseThrow(() -> new IllegalStateException("no petition has the hold that was voted on"));
        List<Draft> drafts = new ArrayList<>();
        drafts.add(about(petition, entry));
        switch (statement.action()) {
            case REJECT ->
                drafts.add(about(
                        petition,
                        new HoldEntry.Rejected(
                                petition.id(),
                                petition.asked().submission(),
                                statement.approver(),
                                statement.reason())));
            case APPROVE, VERIFY, AUTHORISE -> {
                Seating seating = after.seating(context.directory(), context.state());
                if (petition.isWhole() && seating.isComplete()) {
                    drafts.add(about(
                            petition,
                            new HoldEntry.Released(
                                    petition.id(), petition.asked().submission(), seating.taken())));
                    drafts.addAll(consequences(petition));
                }
            }
        }
        return leadingTo(petition, drafts);
    }

    /** What a deadline of a petition comes to. */
    Draft fire(PetitionState petition, Deadline deadline) {
        Hold hold = petition.progress().hold();
        EntryBody body = switch (deadline.kind()) {
            case ESCALATION -> {
                Hold.Escalation escalation = hold.escalation().get(deadline.step());
                yield new HoldEntry.Escalated(
                        hold.id(),
                        hold.submission(),
                        deadline.step(),
                        escalation.at(),
                        escalation.to(),
                        context.directory().people().stream()
                                .filter(person -> person.roles().contains(escalation.to()))
                                .map(Person::id)
                                .toList());
            }
            case HOLD_EXPIRY ->
                new HoldEntry.Expired(
                        hold.id(), hold.submission(), hold.binding().notAfter());
            case ACKNOWLEDGEMENT_LIMIT, TOKEN_LIMIT, ALERT_STEP, HAND_OVER_LIMIT ->
                throw new IllegalStateException("a petition has neither warnings nor a token");
        };
        return about(petition, body);
    }

    /** What comes of a petition whose quorums are met. */
    private List<Draft> consequences(PetitionState petition) {
        return switch (petition.purpose().kind()) {
            case RE_ENABLING, SWITCH_CLEARING ->
                context.stops().resumed(petition.purpose().subject(), petition.id(), context.at()).stream()
                        .map(body -> about(petition, body))
                        .toList();
            case EXCEPTIONAL_RELEASE -> List.of(about(petition, Exceptional.token(context, petition)));
            case ACTIVATION -> new Packs(context).met(petition);
            case RELEASE -> throw new IllegalStateException("nothing of the kind is asked for");
        };
    }

    /** The petition as the state shows it. */
    static Outcome outcomeOf(EngineState state, String id) {
        PetitionState petition =
                state.petitions.find(id).orElseThrow(() -> new IllegalStateException("petition `" + id + "` is gone"));
        if (petition.token().isEmpty()) {
            return new Outcome.Petitioned(petition.view());
        }
        return Release.outcome(state, state.known(petition.asked().submission()), petition.token(), Optional.empty());
    }

    /** A draft about a petition. */
    static Draft about(PetitionState petition, EntryBody body) {
        String submission = petition.asked().submission();
        return new Draft(body, submission.isEmpty() ? petition.id() : submission, petition.policy());
    }

    private Transition leadingTo(PetitionState petition, List<Draft> drafts) {
        return new Transition(drafts, () -> outcomeOf(context.state(), petition.id()));
    }

    /** Refuses what was asked for. */
    Transition refused(Purpose purpose, String submission, String person, PetitionRefusal why) {
        return Transition.refused(
                context.about(submission, new PetitionEntry.Refused(purpose, submission, person, why.code())),
                why.code(),
                why.sentence());
    }
}
