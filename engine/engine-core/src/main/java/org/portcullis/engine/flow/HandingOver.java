package org.portcullis.engine.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.Duty;
import org.portcullis.engine.alert.HandOver;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.HandOverEntry;
import org.portcullis.engine.people.Directory;
import org.portcullis.model.control.Role;

/** Hands over who answers for a role's alerts: offered, accepted, or lapsed with an alert. */
record HandingOver(Context context) {

    Transition offer(Command.OfferHandOver command) {
        Duty duty = new Duty(command.role(), command.desk());
        Directory directory = context.directory();
        boolean somebody = command.toRole()
                .map(role -> !directory.holders(role).isEmpty())
                .orElseGet(() -> directory.find(command.to()).isPresent());
        if (!new Responsible(context).answersFor(duty.role(), duty.desk(), command.from())) {
            return refused("", command.from(), AlertRefusal.ROLE_NOT_HELD);
        }
        if (!somebody) {
            return refused("", command.from(), AlertRefusal.NOBODY_TAKES);
        }
        if (!command.until().isAfter(context.at())
                || command.until().isAfter(context.at().plus(Duration.ofDays(1)))) {
            return refused("", command.from(), AlertRefusal.NOT_IN_TIME);
        }
        if (context.state().alerts.offers().stream()
                .anyMatch(offer -> offer.duty().equals(duty))) {
            return refused("", command.from(), AlertRefusal.OFFERED_ALREADY);
        }
        HandOver offer = new HandOver(
                context.state().alerts.nextHandOver(),
                duty,
                command.from(),
                command.to(),
                command.toRole(),
                command.note(),
                command.until());
        return new Transition(List.of(context.general(new HandOverEntry.Offered(offer))), Outcome.Recorded::new);
    }

    /** From now on who takes over answers for the duty, for alerts as well that are open. */
    Transition accept(Command.AcceptHandOver command) {
        Optional<HandOver> found = context.state().alerts.offer(command.handOver());
        if (found.isEmpty()) {
            return refused(command.handOver(), command.person(), AlertRefusal.UNKNOWN_HAND_OVER);
        }
        HandOver offer = found.get();
        boolean offeredTo = offer.toRole()
                .map(role -> context.directory().holders(role).contains(command.person()))
                .orElseGet(() -> offer.to().equals(command.person()));
        if (!offeredTo) {
            return refused(command.handOver(), command.person(), AlertRefusal.NOT_OFFERED_TO);
        }
        if (context.at().isAfter(offer.until())) {
            return refused(command.handOver(), command.person(), AlertRefusal.LATE);
        }
        List<Draft> drafts = new ArrayList<>();
        drafts.add(context.general(new HandOverEntry.Accepted(offer.id(), command.person())));
        List<String> takers = takers(offer);
        for (Alert alert : context.state().alerts.unacknowledged()) {
            String desk = alert.opening().desk();
            for (Role role : alert.told().keySet()) {
                if (offer.duty().covers(role, desk)) {
                    AlertEntry.Told.deal(
                                    alert.id(),
                                    -1,
                                    "hand-over " + offer.id(),
                                    role,
                                    takers,
                                    alert.opening().message())
                            .forEach(entry -> drafts.add(
                                    AlertSteps.draft(context, alert.opening().first(), entry)));
                }
            }
        }
        return new Transition(drafts, Outcome.Recorded::new);
    }

    /** Nobody accepted in time: an alert says so. */
    List<Draft> lapse(String handOver) {
        HandOver offer = context.state()
                .alerts
                .offer(handOver)
                .orElseThrow(() -> new IllegalStateException("hand-over `" + handOver + "` does not wait"));
        List<Draft> drafts = new ArrayList<>();
        drafts.addAll(new Alerting(context, 0).lapsed(offer));
        drafts.add(context.general(new HandOverEntry.Lapsed(offer.id())));
        return drafts;
    }

    private List<String> takers(HandOver offer) {
        return offer.toRole()
                .map(role -> new Responsible(context).holding(role))
                .map(List::copyOf)
                .orElseGet(() -> List.of(offer.to()));
    }

    private Transition refused(String handOver, String person, AlertRefusal why) {
        return Transition.refused(
                context.general(new HandOverEntry.Refused(handOver, person, why.code())), why.code(), why.sentence());
    }
}
