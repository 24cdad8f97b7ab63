package org.portcullis.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.engine.evaluate.ConditionReading;
import org.portcullis.engine.evaluate.Kinds;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Truth;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.engine.fact.FactState;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** Turns a verdict into a finding: which comparison decided, with its numbers, what would have passed, and what is not known. */
record Explanation(PolicyPack pack, SubmissionFacts submission, Stage stage) {

    /** Explains a verdict of a control that is no grant, where it is breached, nearly so or unknown. */
    Finding of(Control control, Verdict verdict, Facts subject) {
        boolean unknown = verdict == Verdict.CONDITION_UNKNOWN || verdict == Verdict.APPLICABILITY_UNKNOWN;
        boolean early = verdict == Verdict.EARLY;
        Condition asked =
                verdict == Verdict.APPLICABILITY_UNKNOWN ? Obligation.appliesOf(control) : Obligation.breachOf(control);
        Optional<Condition.Compare> deciding = early
                ? nearest(control, subject)
                : deciding(asked, subject, unknown ? Optional.empty() : Optional.of(Truth.TRUE));
        Measurement measured = deciding.map(compare -> Measurement.of(compare, subject, currency()))
                .orElse(Measurement.NONE);
        List<FactGap> gaps = unknown ? gaps(asked, subject) : List.of();
        Impact enforced = Consequence.enforced(control, verdict, subject, stage);
        Impact impact = Consequence.of(control, verdict, subject, stage);
        return new Finding(
                Optional.of(control.id()),
                impact.effect(),
                impact.inFlight(),
                Optional.of(enforced).filter(would -> !would.equals(impact)),
                unknown ? ReasonCode.MISSING_DATA : early ? ReasonCode.EARLY_WARNING : ReasonCode.LIMIT_BREACHED,
                subject.line(),
                symbol(subject),
                notional(subject),
                Consequence.wholeBasket(control),
                measured.observed(),
                measured.limit(),
                measured.ratio(),
                verdict == Verdict.BREACHED ? new NearestPassing(pack, control, subject).words() : Optional.empty(),
                gaps,
                unknown ? missing(gaps) : words(control, early, measured, subject),
                Consequence.tells(control, verdict, subject),
                Obligation.exceptional(control).filter(release -> impact.effect() == Effect.BLOCK && !unknown),
                Optional.empty());
    }

    /** The control's own comparison that its early warning is about: the first whose moved twin is true. */
    private Optional<Condition.Compare> nearest(Control control, Facts subject) {
        ConditionReading reading = new ConditionReading(subject, currency());
        List<Atom> own = Atom.of(Obligation.breachOf(control));
        List<Atom> moved = Obligation.earlyOf(control).map(Atom::of).orElse(List.of());
        for (int i = 0; i < moved.size(); i++) {
            boolean moves = !moved.get(i).condition().equals(own.get(i).condition());
            if (moves && truth(moved.get(i), reading) == Truth.TRUE) {
                return own.get(i).comparison();
            }
        }
        return Optional.empty();
    }

    private String words(Control control, boolean early, Measurement measured, Facts subject) {
        String limit = measured.limitWords().orElse("unknown") + Recalibrated.suffix(pack, control);
        if (early) {
            return Obligation.early(control)
                    .map(warning -> "early warning at " + ValueText.canonical(warning.at()) + " of the limit: "
                            + measured.observed().map(ValueText::readable).orElse("a value") + " against " + limit)
                    .orElse("");
        }
        String said = new Message(subject, currency(), measured.limitedBy(limit), control).text();
        return control.match(new Kinds<>(said) {
            @Override
            public String escalation(Control.Escalation escalation) {
                return said(DueSteps.of(escalation, subject).words());
            }

            @Override
            public String windowLimit(Control.WindowLimit window) {
                return window.action() == Action.SUSPEND && !stage.isInFlight()
                        ? said(window.target().words() + " is suspended: nothing new of it passes")
                        : said;
            }

            private String said(String more) {
                return said.isEmpty() ? more : said + " (" + more + ")";
            }
        });
    }

    /** Makes the blocking finding of a reason that no single control says. */
    Finding ofNoControl(ReasonCode reason, Facts subject, String words) {
        return block(reason, subject, Measurement.NONE, List.of(), words);
    }

    /** Makes the blocking finding that no grant covers the order or basket. */
    Finding ofGrants(Facts subject, Facts basket, Grants grants) {
        List<FactGap> gaps = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        Measurement measured = Measurement.NONE;
        List<Control.Grant> concerning = grants.concerning(subject, basket);
        int explained = Math.min(Grants.MAX_EXPLAINED, concerning.size());
        for (Control.Grant grant : concerning.subList(0, explained)) {
            Facts judged = grants.isForBaskets(grant) ? basket : subject;
            Grants.Refusal refusal = grants.refusal(grant, judged, this);
            reasons.add(grant.id() + " does not, since " + refusal.because());
            gaps.addAll(refusal.gaps());
            if (measured.observed().isEmpty()) {
                measured = refusal.measured();
            }
        }
        if (explained < concerning.size()) {
            reasons.add((concerning.size() - explained) + " other grants do not either");
        }
        String who = name(subject);
        String words = reasons.isEmpty()
                ? "no grant covers " + who + ": the policy has none "
                        + grants.stage().words()
                : "no grant covers " + who + ": " + String.join("; ", reasons);
        return block(
                ReasonCode.NOT_GRANTED,
                subject,
                measured,
                gaps.stream().distinct().toList(),
                words);
    }

    /** The order's symbol, or the basket with its id. */
    String name(Facts subject) {
        return subject.line() == 0 ? "basket " + submission.basketId() : symbol(subject);
    }

    /** The comparison that decided: the first of numbers that has the truth, or is unknown where none is asked for; else the first of texts. */
    Optional<Condition.Compare> deciding(Condition condition, Facts subject, Optional<Truth> wanted) {
        ConditionReading reading = new ConditionReading(subject, currency());
        List<Condition.Compare> candidates = Atom.of(condition).stream()
                .filter(atom -> truth(atom, reading) == wanted.orElse(Truth.UNKNOWN))
                .flatMap(atom -> atom.comparison().stream())
                .toList();
        return candidates.stream()
                .filter(compare -> compare.left().dimension() != Dimension.TEXT)
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** Why the condition is unknown: the gap of each fact that an unknown part of it reads. */
    List<FactGap> gaps(Condition condition, Facts subject) {
        ConditionReading reading = new ConditionReading(subject, currency());
        return Atom.of(condition).stream()
                .filter(atom -> reading.truth(atom.condition()) == Truth.UNKNOWN)
                .flatMap(atom -> atom.references().stream())
                .flatMap(reference -> gapOf(reference, subject).stream())
                .distinct()
                .toList();
    }

    /** The policy's currency, in which facts of money are given. */
    CurrencyCode currency() {
        return pack.header().currency();
    }

    /** Why the fact that the reference names is not known; empty where it is. */
    Optional<FactGap> gapOf(Reference reference, Facts subject) {
        return subject.isKnown(reference) ? Optional.empty() : Optional.of(gap(reference, subject));
    }

    private FactGap gap(Reference reference, Facts subject) {
        Measure measure = reference.measure();
        String where = subject.line() == 0 ? submission.basketId() : symbol(subject);
        String what = (reference.derivation().isPresent() ? reference.words() : measure.path()) + " of " + where;
        if (reference.derivation().isEmpty() && subject.isKnown(measure)) {
            int wanted = reference.overTradingDays().orElse(0);
            return new FactGap(
                    measure,
                    FactState.OTHER_WINDOW,
                    where,
                    what + " is averaged over " + subject.advTradingDays() + " trading days and the policy asks for "
                            + wanted,
                    "give " + what + " over " + wanted + " trading days");
        }
        return subject.gap(reference)
                .orElseGet(
                        () -> new FactGap(measure, FactState.NOT_GIVEN, where, what + " is not given", "give " + what));
    }

    private Finding block(ReasonCode reason, Facts subject, Measurement measured, List<FactGap> gaps, String message) {
        Impact impact = stage.isInFlight() ? Impact.of(InFlightEffect.SUSPEND) : Impact.of(Effect.BLOCK);
        return new Finding(
                Optional.<ControlId>empty(),
                impact.effect(),
                impact.inFlight(),
                Optional.empty(),
                reason,
                subject.line(),
                symbol(subject),
                notional(subject),
                subject.line() == 0,
                measured.observed(),
                measured.limit(),
                measured.ratio(),
                Optional.empty(),
                gaps,
                message,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private String symbol(Facts subject) {
        if (subject.line() == 0) {
            return submission.basketId();
        }
        String symbol = subject.text(Measure.ORDER_SYMBOL);
        return symbol == null ? "line " + subject.line() : symbol;
    }

    private Optional<Value.Money> notional(Facts subject) {
        Measure measure = subject.line() == 0 ? Measure.BASKET_NOTIONAL : Measure.ORDER_NOTIONAL;
        return subject.isKnown(measure)
                ? Optional.of(new Value.Money(subject.micros(measure), currency()))
                : Optional.empty();
    }

    private static Truth truth(Atom atom, ConditionReading reading) {
        Truth truth = reading.truth(atom.condition());
        return atom.negated() ? truth.not() : truth;
    }

    private static String missing(List<FactGap> gaps) {
        return gaps.stream().map(gap -> gap.detail() + " (" + gap.cure() + ")").collect(Collectors.joining("; "));
    }
}
