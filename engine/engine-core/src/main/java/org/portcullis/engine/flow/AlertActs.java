package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.Occurrence;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.work.OrderPhase;
import org.portcullis.engine.work.Stop;
import org.portcullis.engine.work.WorkBook;
import org.portcullis.engine.work.WorkingOrder;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.ReEnabling;
import org.portcullis.model.control.Target;
import org.portcullis.model.value.Value;

/**
 * Suspends and cancels what an alert is about, once nobody has acknowledged it for so long; lives for one command, since it counts the stops that it begins.
 *
 * <p>What it stops stands until people let go. What stands already is not stopped twice, so that a step that was cut off may be taken again. Its acts raise no
 * alert: the alert that they belong to tells of them.
 */
final class AlertActs {
    private final Context context;
    private final List<Stop> begun = new ArrayList<>();
    private final Set<String> cancelled = new TreeSet<>();
    private final int before;

    /** Something that is stopped. */
    private record Aim(Target target, String key) {}

    AlertActs(Context context, int stopsBegun) {
        this.context = context;
        this.before = stopsBegun;
    }

    /** Who lets go of what an escalation has stopped: one of the roles that it tells last, and not who asks. */
    static Optional<ReEnabling> reEnabling(Control.Escalation escalation) {
        return escalation.stages().stream()
                .filter(stage -> !stage.tell().isEmpty())
                .reduce((earlier, later) -> later)
                .map(last -> new ReEnabling(
                        List.of(new Quorum(1, last.tell())),
                        List.of(new Exclusion.Requester(), new Exclusion.DelegatesOfRequester())));
    }

    /** The entries of one act on what an alert is about; none where all of it is stopped already. */
    List<Draft> drafts(Alert.Opening alert, int step, EscalationStage.Act act, Iterable<Occurrence> subjects) {
        List<Draft> drafts = new ArrayList<>();
        for (Occurrence subject : subjects) {
            for (Aim aim : aims(act.target(), subject)) {
                List<EntryBody> done = new ArrayList<>();
                List<WorkingOrder> orders = context.state().work.out(aim.target(), aim.key());
                stop(alert, act.action(), aim, orders).ifPresent(stop -> done.add(new WorkEntry.Stopped(stop)));
                if (act.action() == Action.CANCEL) {
                    done.addAll(cancel(alert, orders));
                    done.addAll(ended(alert, aim, subject));
                }
                if (!done.isEmpty()) {
                    done.add(
                            0,
                            new AlertEntry.Acted(
                                    alert.id(), step, act.action(), aim.target(), aim.key(), orders.size()));
                }
                done.forEach(body -> drafts.add(AlertSteps.draft(context, subject, body)));
            }
        }
        return drafts;
    }

    private Optional<Stop> stop(Alert.Opening alert, Action action, Aim aim, List<WorkingOrder> orders) {
        WorkBook work = context.state().work;
        ControlId control = alert.group().control();
        boolean stands = java.util.stream.Stream.concat(work.stops().values().stream(), begun.stream())
                .anyMatch(stop -> stop.isOf(control, aim.target(), aim.key()) && stop.action() == action);
        if (stands) {
            return Optional.empty();
        }
        Stop stop = new Stop(
                work.stopAfter(before + begun.size()),
                control,
                action,
                aim.target(),
                aim.key(),
                true,
                "",
                orders.size(),
                open(orders),
                AlertEntry.cut("nobody acknowledged " + alert.id() + " in time: " + alert.message()));
        begun.add(stop);
        return Optional.of(stop);
    }

    private List<EntryBody> cancel(Alert.Opening alert, List<WorkingOrder> orders) {
        List<String> open = orders.stream()
                .filter(order -> !order.isCancelAsked())
                .map(WorkingOrder::id)
                .filter(cancelled::add)
                .toList();
        return open.isEmpty()
                ? List.of()
                : List.copyOf(WorkEntry.CancelAsked.deal(
                        alert.group().control().text(), "nobody acknowledged " + alert.id() + " in time", open));
    }

    /** Ends what waits for its release. */
    private List<EntryBody> ended(Alert.Opening alert, Aim aim, Occurrence subject) {
        List<String> waiting = new ArrayList<>();
        boolean beingSubmitted = !subject.submission().isEmpty()
                && context.state().submission(subject.submission()).isEmpty();
        if (beingSubmitted) {
            waiting.add(subject.submission());
        }
        context.state().submissions.values().stream()
                .filter(submission -> submission.phase.isOpen())
                .filter(submission -> context.state().work.of(submission.id()).stream()
                        .anyMatch(order -> order.phase() == OrderPhase.HELD
                                && WorkBook.key(aim.target(), order).equals(aim.key())))
                .forEach(submission -> waiting.add(submission.id()));
        List<EntryBody> ended = new ArrayList<>();
        waiting.stream()
                .filter(cancelled::add)
                .forEach(submission -> ended.add(new SubmissionEntry.Ended(
                        submission,
                        SubmissionEntry.Ended.Why.KILLED,
                        alert.group().control().text())));
        return ended;
    }

    /** What an act is aimed at; for a whole basket that an alert is about, the basket also where the act names its order. */
    private Set<Aim> aims(Target target, Occurrence subject) {
        WorkBook work = context.state().work;
        Set<Aim> aims = new LinkedHashSet<>();
        boolean ofBasket = target == Target.WHOLE_BASKET || target == Target.RELEASE;
        Optional<WorkingOrder> order = subject.order().isEmpty() ? Optional.empty() : work.find(subject.order());
        if (!ofBasket && order.isPresent()) {
            aims.add(new Aim(target, WorkBook.key(target, order.get())));
        } else if (!ofBasket && target != Target.ORDER && subject.order().isEmpty()) {
            work.of(subject.submission()).forEach(each -> aims.add(new Aim(target, WorkBook.key(target, each))));
        } else if (target == Target.ORDER && !subject.order().isEmpty()) {
            aims.add(new Aim(target, subject.order()));
        }
        if (aims.isEmpty() && !subject.submission().isEmpty()) {
            aims.add(new Aim(Target.WHOLE_BASKET, subject.submission()));
        }
        return aims;
    }

    private Optional<Value.Money> open(List<WorkingOrder> orders) {
        OptionalLong open = WorkBook.open(orders);
        return open.isEmpty()
                ? Optional.empty()
                : context.active()
                        .map(active -> active.assessor().pack().header().currency())
                        .map(currency -> new Value.Money(open.getAsLong(), currency));
    }
}
