package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.work.Stop;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ReEnabling;

/** Finds what is stopped in the engine's state; who lets go of it, the policy in force says. */
record WorkStops(EngineState state, Supplier<Optional<Command.Activate>> active) implements Stops {

    @Override
    public Optional<Stopped> find(String id) {
        Stop stop = state.work.stops().get(id);
        if (stop != null) {
            return Optional.of(new Stopped(
                    Purpose.Kind.RE_ENABLING,
                    stop.control(),
                    stop.latched() ? terms(stop.control()) : Optional.empty(),
                    stop.target().words() + " `" + stop.key() + "` is suspended by "
                            + stop.control().text() + ": " + stop.message()));
        }
        return pulled(id)
                .map(control -> new Stopped(
                        Purpose.Kind.SWITCH_CLEARING,
                        control,
                        terms(control),
                        "kill switch " + control.text() + " is pulled"));
    }

    @Override
    public List<EntryBody> resumed(String id, String hold, Instant at) {
        if (state.work.stops().containsKey(id)) {
            return List.of(new WorkEntry.Resumed(id, "re-enabled", hold));
        }
        return pulled(id)
                .map(control -> List.<EntryBody>of(new SwitchEntry.Cleared(control, hold)))
                .orElse(List.of());
    }

    private Optional<ControlId> pulled(String id) {
        return state.pulled().contains(id) ? Optional.of(new ControlId(id)) : Optional.empty();
    }

    private Optional<ReEnabling> terms(ControlId id) {
        return active.get().map(each -> each.assessor().pack().controls()).orElse(List.of()).stream()
                .filter(control -> control.id().equals(id))
                .findFirst()
                .flatMap((Control control) -> Judging.reEnabling(control));
    }
}
