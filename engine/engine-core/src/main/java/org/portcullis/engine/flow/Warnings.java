package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.engine.approval.Amounts;
import org.portcullis.engine.approval.RetypedAmount;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.engine.entry.WarningEntry.Raised;
import org.portcullis.engine.evaluate.Kinds;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;

/**
 * Collects the warnings of a decision that must be acknowledged.
 *
 * <p>A warning on a line that is blocked anyway needs nobody's eyes one by one; where one act clears all, it is among what the act clears, since it was
 * shown with the rest.
 */
final class Warnings {
    private final TreeMap<ControlId, Raised.Terms> terms = new TreeMap<>();
    private final TreeMap<ControlId, TreeMap<Integer, Raised.Item>> items = new TreeMap<>();

    private Warnings() {}

    static Warnings none() {
        return new Warnings();
    }

    static Warnings of(PolicyPack pack, Decision decision, LineSet releasable) {
        Warnings warnings = new Warnings();
        for (Finding finding : decision.findings()) {
            if (finding.counts()
                    && finding.effect() == Effect.WARN
                    && finding.control().isPresent()) {
                warnings.add(
                        pack, decision, releasable, finding, finding.control().get());
            }
        }
        return warnings;
    }

    /** How many there are. */
    int size() {
        return items.values().stream().mapToInt(TreeMap::size).sum();
    }

    /** The entries that raise them, and the one that keeps the text to be shown; none where there are no warnings. */
    List<WarningEntry> entries(String submission, Decision decision, Instant acknowledgeBy) {
        List<WarningEntry> entries = new ArrayList<>();
        items.forEach((control, lines) -> Optional.ofNullable(terms.get(control))
                .ifPresent(how -> entries.addAll(Raised.deal(submission, control, how, List.copyOf(lines.values())))));
        if (!entries.isEmpty()) {
            String text = WarningText.of(decision, size());
            entries.add(new WarningEntry.Shown(submission, text, Texts.digest(text), size(), acknowledgeBy));
        }
        return entries;
    }

    private void add(PolicyPack pack, Decision decision, LineSet releasable, Finding finding, ControlId control) {
        Acknowledgement how = pack.find(control).map(Warnings::acknowledgement).orElse(STRICTEST);
        boolean allAtOnce = how.mode() == Acknowledgement.Mode.ALL_AT_ONCE;
        if (!allAtOnce && finding.line() > 0 && !releasable.contains(finding.line())) {
            return;
        }
        terms.putIfAbsent(
                control,
                new Raised.Terms(
                        how.mode(),
                        how.reasonRequired(),
                        how.retyped().map(reference -> reference.measure().path()),
                        how.largestFirst(),
                        how.by()));
        Optional<Reference> retyped = how.retyped();
        items.computeIfAbsent(control, none -> new TreeMap<>())
                .put(
                        finding.line(),
                        new Raised.Item(
                                finding.line(),
                                finding.symbol(),
                                finding.notional(),
                                retyped.map(reference -> Amounts.of(reference, decision, finding.line()))
                                        .flatMap(RetypedAmount::amount)));
    }

    /** For a warning whose control states no terms: the strictest. */
    private static final Acknowledgement STRICTEST =
            new Acknowledgement(Acknowledgement.Mode.ONE_BY_ONE, true, Optional.empty(), true, Optional.empty());

    private static Acknowledgement acknowledgement(Control control) {
        return control.match(new Kinds<>(STRICTEST) {
            @Override
            public Acknowledgement softLimit(Control.SoftLimit limit) {
                return limit.acknowledgement();
            }
        });
    }
}
