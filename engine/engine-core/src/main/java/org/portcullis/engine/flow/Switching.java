package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.evaluate.ConditionReading;
import org.portcullis.engine.evaluate.Kinds;
import org.portcullis.engine.evaluate.Truth;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.engine.work.OrderPhase;
import org.portcullis.engine.work.WorkingOrder;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;

/**
 * Pulls kill switches: the latch is recorded first, and then everything in its scope that is out is cancelled, and what waits for a release ends.
 *
 * <p>An order of which it is not known whether the switch applies is cancelled as well. Pulling a switch that is pulled asks for the cancellations again.
 */
record Switching(Context context) {

    Transition pull(Command.PullSwitch command) {
        Optional<Command.Activate> active = context.active();
        if (active.isEmpty()) {
            return refused(command, "no-policy", "no policy is in force, and so no kill switch");
        }
        Optional<Control.KillSwitch> found = active.get().assessor().pack().controls().stream()
                .map(Switching::asSwitch)
                .flatMap(Optional::stream)
                .filter(control -> control.id().equals(command.control()))
                .findFirst();
        if (found.isEmpty()) {
            return refused(command, "unknown-switch", "the policy in force has no such kill switch");
        }
        Control.KillSwitch control = found.get();
        Set<String> roles = context.rolesOf(command.person());
        if (control.pulledBy().roles().stream().map(Role::name).noneMatch(roles::contains)) {
            return refused(command, "role-not-held", "the person holds no role that pulls this switch");
        }
        SwitchState state = context.state().switches.getOrDefault(control.id(), SwitchState.NONE);
        int people = state.asked(command.person()).askedBy().size();
        if (state.pulled().isEmpty() && people < control.pulledBy().needed()) {
            SwitchEntry.Asked asked = new SwitchEntry.Asked(control.id(), command.person(), command.reason());
            return new Transition(List.of(context.general(asked)), Outcome.Recorded::new);
        }
        return pulled(command, active.get(), control);
    }

    private Transition pulled(Command.PullSwitch command, Command.Activate active, Control.KillSwitch control) {
        Judging judging = new Judging(context, active);
        List<String> orders = context.state().work.out().stream()
                .filter(order -> covers(judging, active, control, order))
                .map(WorkingOrder::id)
                .toList();
        List<Draft> drafts = new ArrayList<>();
        drafts.add(context.general(
                new SwitchEntry.Pulled(control.id(), command.person(), command.reason(), orders.size())));
        WorkEntry.CancelAsked.deal(control.id().text(), command.reason(), orders)
                .forEach(entry -> drafts.add(context.general(entry)));
        for (SubmissionState waiting : context.state().submissions.values()) {
            boolean covered = context.state().work.of(waiting.id()).stream()
                    .filter(order -> order.phase() == OrderPhase.HELD)
                    .anyMatch(order -> covers(judging, active, control, order));
            if (waiting.phase.isOpen() && covered) {
                drafts.add(context.about(
                        waiting,
                        new SubmissionEntry.Ended(
                                waiting.id(),
                                SubmissionEntry.Ended.Why.KILLED,
                                control.id().text())));
            }
        }
        boolean nothingOut = orders.isEmpty()
                && context.state()
                        .switches
                        .getOrDefault(control.id(), SwitchState.NONE)
                        .outstanding()
                        .isEmpty();
        if (nothingOut) {
            drafts.add(context.general(new SwitchEntry.Swept(control.id(), 0, 0)));
        }
        return new Transition(drafts, Outcome.Recorded::new);
    }

    private boolean covers(Judging judging, Command.Activate active, Control.KillSwitch control, WorkingOrder order) {
        Facts facts = judging.facts(order, KnownFacts.NONE).lines().get(0);
        ConditionReading reading =
                new ConditionReading(facts, active.assessor().pack().header().currency());
        return reading.truth(control.heading().applies().condition()) != Truth.FALSE;
    }

    private static Optional<Control.KillSwitch> asSwitch(Control control) {
        return control.match(new Kinds<>(Optional.<Control.KillSwitch>empty()) {
            @Override
            public Optional<Control.KillSwitch> killSwitch(Control.KillSwitch kill) {
                return Optional.of(kill);
            }
        });
    }

    private Transition refused(Command.PullSwitch command, String code, String sentence) {
        ControlId control = command.control();
        SwitchEntry.Refused entry = new SwitchEntry.Refused(control, command.person(), code);
        return Transition.refused(context.general(entry), code, sentence);
    }
}
