package org.portcullis.engine.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Control;

/** Counts how often each control was asked in one assessment; owned by one thread. */
final class Tallies {
    private final PolicyPack pack;
    private final int[] applied;
    private final int[] breached;
    private final int[] conditionUnknown;
    private final int[] applicabilityUnknown;

    Tallies(PolicyPack pack) {
        int controls = pack.controls().size();
        this.pack = pack;
        this.applied = new int[controls];
        this.breached = new int[controls];
        this.conditionUnknown = new int[controls];
        this.applicabilityUnknown = new int[controls];
    }

    void applied(int control) {
        applied[control]++;
    }

    void raised(int control, Verdict verdict) {
        switch (verdict) {
            case BREACHED -> breached[control]++;
            case CONDITION_UNKNOWN -> conditionUnknown[control]++;
            case APPLICABILITY_UNKNOWN -> applicabilityUnknown[control]++;
            case EARLY -> {
                // Nearly breached is satisfied still.
            }
            case NOT_APPLICABLE, SATISFIED -> throw new IllegalArgumentException("there is no finding of " + verdict);
        }
    }

    /** The counts of the controls that applied or may have, sorted by id; each was asked once per line or once for the basket. */
    List<ControlTally> of(int lines) {
        List<ControlTally> tallies = new ArrayList<>();
        for (int i = 0; i < pack.controls().size(); i++) {
            if (applied[i] + applicabilityUnknown[i] > 0) {
                Control control = pack.controls().get(i);
                int asked = Obligation.tierOf(control).isOfLines() ? lines : 1;
                tallies.add(new ControlTally(
                        control.id(),
                        asked - applied[i] - applicabilityUnknown[i],
                        applied[i] - breached[i] - conditionUnknown[i],
                        breached[i],
                        conditionUnknown[i] + applicabilityUnknown[i]));
            }
        }
        tallies.sort(Comparator.comparing(ControlTally::control));
        return tallies;
    }
}
