package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.engine.alert.AlertBook;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.work.Stop;
import org.portcullis.engine.work.WorkBook;
import org.portcullis.engine.work.WorkingOrder;

/** Reads from entries what the caller is to do. */
final class Instructions {
    private final WorkBook work;
    private final AlertBook alerts;
    private final List<EntryBody> bodies;
    private final Map<String, Stop> before;

    /** Looks at the state before the entries are folded, to know what a stop that goes away has held. */
    Instructions(EngineState state, List<Draft> drafts) {
        this.work = state.work;
        this.alerts = state.alerts;
        this.bodies = drafts.stream().map(Draft::body).toList();
        this.before = drafts.isEmpty() ? Map.of() : stopsThatEnd(state, bodies);
    }

    /** The instructions, once the entries were folded. */
    List<Instruction> after() {
        List<Instruction> instructions = new ArrayList<>();
        bodies.forEach(body -> read(body).or(() -> waiting(body)).ifPresent(instructions::add));
        instructions.addAll(new Tells(alerts).after(bodies));
        return instructions;
    }

    private Optional<Instruction> read(EntryBody body) {
        return work(body)
                .flatMap(entry -> entry.matchWork(new UsualWork<>(Optional.<Instruction>empty()) {
                    @Override
                    public Optional<Instruction> stopped(WorkEntry.Stopped stopped) {
                        Stop stop = stopped.stop();
                        return Optional.of(new Instruction.Suspend(stop, ids(work.out(stop.target(), stop.key()))));
                    }

                    @Override
                    public Optional<Instruction> resumed(WorkEntry.Resumed resumed) {
                        Stop gone = before.get(resumed.stop());
                        if (gone == null) {
                            return Optional.empty();
                        }
                        List<WorkingOrder> free = work.out(gone.target(), gone.key()).stream()
                                .filter(order -> work.stopsOf(order).isEmpty())
                                .toList();
                        return Optional.of(new Instruction.Resume(resumed.stop(), ids(free)));
                    }

                    @Override
                    public Optional<Instruction> cancelAsked(WorkEntry.CancelAsked asked) {
                        return Optional.of(new Instruction.Cancel(asked.by(), asked.reason(), asked.orders()));
                    }
                }));
    }

    /** Tells whom a step of a hold names that it still waits. */
    private static Optional<Instruction> waiting(EntryBody body) {
        return body.match(new UsualEntry<>(Optional.<Instruction>empty()) {
            @Override
            public Optional<Instruction> hold(HoldEntry entry) {
                return entry.matchHold(new UsualHold<>(Optional.<Instruction>empty()) {
                    @Override
                    public Optional<Instruction> escalated(HoldEntry.Escalated step) {
                        return Optional.of(told(step));
                    }
                });
            }
        });
    }

    private static Instruction told(HoldEntry.Escalated step) {
        String about = step.submission().isEmpty() ? "" : " of " + step.submission();
        return new Instruction.Tell(
                step.hold(),
                0,
                step.to(),
                step.people(),
                "hold " + step.hold() + about + " still waits for signatures");
    }

    private static Map<String, Stop> stopsThatEnd(EngineState state, List<EntryBody> bodies) {
        Map<String, Stop> stops = new TreeMap<>();
        for (EntryBody body : bodies) {
            work(body)
                    .ifPresent(entry -> entry.matchWork(new UsualWork<>(false) {
                        @Override
                        public Boolean resumed(WorkEntry.Resumed resumed) {
                            Stop stop = state.work.stops().get(resumed.stop());
                            return stop != null && stops.put(resumed.stop(), stop) == null;
                        }
                    }));
        }
        return stops;
    }

    private static List<String> ids(List<WorkingOrder> orders) {
        return orders.stream().map(WorkingOrder::id).toList();
    }

    private static Optional<WorkEntry> work(EntryBody body) {
        return body.match(new UsualEntry<>(Optional.<WorkEntry>empty()) {
            @Override
            public Optional<WorkEntry> work(WorkEntry entry) {
                return Optional.of(entry);
            }
        });
    }
}
