package org.portcullis.report.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.engine.decision.ControlTally;
import org.portcullis.engine.entry.PackActivated;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.mapping.coverage.CitingControl;
import org.portcullis.mapping.coverage.ControlEvidence;

/** Collects what the journal says of one policy pack: its activation, its controls, and how often each was evaluated. Mutable; one thread. */
final class Pack {

    private final PackActivated activated;
    private final long entry;
    private final Instant at;
    private final Map<String, PackControl> controls = new LinkedHashMap<>();
    private final Map<String, Long> controlEntries = new LinkedHashMap<>();
    private final Map<String, Counting> counted = new LinkedHashMap<>();
    private long decisions;

    Pack(PackActivated activated, long entry, Instant at) {
        this.activated = activated;
        this.entry = entry;
        this.at = at;
    }

    void add(PackControl control, long index) {
        controls.put(control.id(), control);
        controlEntries.put(control.id(), index);
    }

    /** Counts a decision of the period. */
    void add(List<ControlTally> tallies, long index) {
        decisions++;
        for (ControlTally tally : tallies) {
            counted.computeIfAbsent(tally.control().text(), id -> new Counting())
                    .add(tally.evaluated(), tally.breached() + tally.unknown(), index);
        }
    }

    PackActivated activated() {
        return activated;
    }

    long entry() {
        return entry;
    }

    Instant at() {
        return at;
    }

    long decisions() {
        return decisions;
    }

    List<PackControl> controls() {
        return List.copyOf(controls.values());
    }

    long entryOf(PackControl control) {
        return controlEntries.getOrDefault(control.id(), entry);
    }

    /** Names the pack in a cell. */
    String label() {
        return activated.name() + ", " + activated.version();
    }

    ControlEvidence evidence(String controlId) {
        Counting counting = counted.get(controlId);
        return counting == null ? ControlEvidence.none(controlId) : counting.evidence(controlId);
    }

    List<ControlEvidence> evidence() {
        return counted.keySet().stream().map(this::evidence).toList();
    }

    /** Gives the controls as the clause matrix takes them. */
    List<CitingControl> citing() {
        return controls.values().stream()
                .map(control -> CitingControl.asWritten(
                        control.id(),
                        control.kind(),
                        control.citations().stream().distinct().toList(),
                        control.rationales(),
                        control.owner()))
                .toList();
    }

    private static final class Counting {
        /** More entries than these are counted and not named. */
        private static final int NAMED = 1_000;

        private final List<Long> entries = new ArrayList<>();
        private long further;
        private long last = -1;
        private long evaluated;
        private long fired;

        void add(int more, int breached, long index) {
            evaluated += more;
            fired += breached;
            if (more > 0 && index != last) {
                last = index;
                if (entries.size() < NAMED) {
                    entries.add(index);
                } else {
                    further++;
                }
            }
        }

        ControlEvidence evidence(String controlId) {
            return new ControlEvidence(controlId, evaluated, fired, entries, further);
        }
    }
}
