package org.portcullis.report.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.model.Fingerprint;
import org.portcullis.model.InForce;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.Scope;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.json.Digest;

/**
 * A policy pack on one day, read for people: each control with its provisions, thresholds, tests and review.
 *
 * @param source where the pack was compiled from, as the user names it
 * @param day the day on which thresholds, provisions and reviews are judged
 * @param inForce whether the policy is in force on the day
 * @param controls in the order of the policy
 * @param tests in the order of the policy
 */
public record Register(
        PolicyPack pack,
        String source,
        Digest fingerprint,
        LocalDate day,
        boolean inForce,
        List<ControlEntry> controls,
        List<TestEntry> tests) {
    public Register {
        controls = List.copyOf(controls);
        tests = List.copyOf(tests);
    }

    /** Reads a pack; its tests are run once on the reference evaluator. */
    public static Register of(PolicyPack pack, String source, ProvisionCatalogue catalogue, LocalDate day) {
        Digest fingerprint = Fingerprint.of(pack);
        TestRuns runs = TestRuns.of(pack);
        PolicyPack standing = InForce.on(pack, day);
        List<ControlEntry> entries = new ArrayList<>();
        for (Control control : pack.controls()) {
            entries.add(new ControlEntry(
                    control,
                    PackControl.of(fingerprint, entries.size() + 1, control),
                    SentenceLayout.of(control.heading().sentence()),
                    ConditionText.words(control.heading().applies().condition()),
                    scopes(pack, control.heading().applies()),
                    standing.find(control.id()).isPresent(),
                    pack.recalibration(control.id(), day),
                    Obligation.thresholds(standing.find(control.id()).orElse(control)),
                    control.heading().citations().stream()
                            .map(citation -> CitedProvision.of(citation, catalogue, day))
                            .toList(),
                    ReviewState.of(control.heading().review(), day),
                    runs.uses(control),
                    runs.example(control)));
        }
        return new Register(pack, source, fingerprint, day, pack.header().inForceOn(day), entries, runs.entries());
    }

    private static List<Scope> scopes(PolicyPack pack, Applicability applies) {
        return pack.scopes().stream()
                .filter(scope -> applies.scopes().contains(scope.id()))
                .toList();
    }
}
