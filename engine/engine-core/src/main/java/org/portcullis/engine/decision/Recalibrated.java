package org.portcullis.engine.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.Recalibration;
import org.portcullis.model.control.Control;
import org.portcullis.model.value.ValueText;

/** Says of a control whose threshold is changed for some days which one it was, until when and why; a pack as in force on a day lists what is changed. */
final class Recalibrated {
    private Recalibrated() {}

    /** ` (15%, recalibrated from 5% until 2026-12-21 because …)`, or nothing. */
    static String suffix(PolicyPack pack, Control control) {
        return of(pack, control).map(words -> " (" + words + ")").orElse("");
    }

    /** `15%, recalibrated from 5% until 2026-12-21 because …`; empty where the threshold is the control's own. */
    static Optional<String> of(PolicyPack pack, Control control) {
        return pack.recalibrations().stream()
                .filter(change -> change.control().equals(control.id()))
                .findFirst()
                .map(Recalibrated::words);
    }

    private static String words(Recalibration change) {
        return ValueText.canonical(change.to()) + ", recalibrated from " + ValueText.canonical(change.from())
                + change.period()
                        .until()
                        .map(LocalDate::toString)
                        .map(day -> " until " + day)
                        .orElse("") + " because "
                + change.because();
    }
}
