package org.portcullis.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;

/** Runs the tiers over one submission's facts once; owned by one thread. */
final class AssessmentRun {

    /** What is found on one order or basket: whose measure a hard limit has already spoken on. */
    private record Subject(int line, Measure measure) implements Comparable<Subject> {
        private static final Comparator<Subject> ORDER =
                Comparator.comparingInt(Subject::line).thenComparing(Subject::measure);

        @Override
        public int compareTo(Subject other) {
            return ORDER.compare(this, other);
        }
    }

    private final Evaluator evaluator;
    private final PolicyPack pack;
    private final SubmissionFacts facts;
    private final Stage stage;
    private final boolean[] grants;
    private final Tallies tallies;
    private final Explanation explanation;

    AssessmentRun(Evaluator evaluator, SubmissionFacts facts, Stage stage) {
        this.evaluator = evaluator;
        this.pack = evaluator.pack();
        this.facts = facts;
        this.stage = stage;
        this.grants = new boolean[pack.controls().size()];
        for (int i = 0; i < grants.length; i++) {
            grants[i] = ControlKind.of(pack.controls().get(i)) == ControlKind.GRANT;
        }
        this.tallies = new Tallies(pack);
        this.explanation = new Explanation(pack, facts);
    }

    Assessment run() {
        LocalDate today = facts.basket().at().atZone(pack.header().zone()).toLocalDate();
        if (!pack.header().inForceOn(today)) {
            String words = "basket " + facts.basketId() + " is blocked: policy `"
                    + pack.header().name() + "` is not in force on " + today;
            return Combination.of(
                    pack,
                    facts,
                    List.of(explanation.ofNoControl(ReasonCode.NO_POLICY, facts.basket(), words)),
                    List.of());
        }
        List<Report> lines = ofLines();
        Report basket = evaluate(facts.basket(), Tier.BASKET);
        List<Finding> counted = countable(lines, basket);
        Report flood = evaluate(withWarnings(counted), Tier.FLOOD);
        List<Finding> all = new ArrayList<>(counted);
        all.addAll(found(flood));
        all.addAll(notGranted(lines, basket));
        all.addAll(withoutPolicy(lines, basket.matched() || flood.matched()));
        return Combination.of(pack, facts, all, tallies.of(stage, facts.lines().size()));
    }

    /** The basket's facts with the warnings counted. */
    Facts basketWithWarnings() {
        return withWarnings(countable(ofLines(), evaluate(facts.basket(), Tier.BASKET)));
    }

    private List<Report> ofLines() {
        List<Report> lines = new ArrayList<>(facts.lines().size());
        for (Facts line : facts.lines()) {
            lines.add(evaluate(line, Tier.ORDERS));
        }
        return lines;
    }

    private List<Finding> countable(List<Report> lines, Report basket) {
        List<Finding> findings = new ArrayList<>();
        lines.forEach(line -> findings.addAll(found(line)));
        findings.addAll(found(basket));
        return supersede(findings);
    }

    private Report evaluate(Facts subject, Tier tier) {
        Report report = new Report(subject, grants, tallies);
        evaluator.evaluate(subject, stage, tier, report);
        return report;
    }

    private List<Finding> found(Report report) {
        return report.raised().stream()
                .map(raised -> explanation.of(pack.controls().get(raised.control()), raised.verdict(), report.facts()))
                .toList();
    }

    /** A breached hard limit replaces the breached soft limits on the same measure of the same order or basket. */
    private List<Finding> supersede(List<Finding> findings) {
        Map<Subject, ControlId> hard = new TreeMap<>();
        for (Finding finding : findings) {
            subjectOf(finding, ControlKind.HARD_LIMIT)
                    .ifPresent(subject -> finding.control()
                            .ifPresent(id ->
                                    hard.merge(subject, id, (one, other) -> one.compareTo(other) <= 0 ? one : other)));
        }
        return findings.stream()
                .map(finding -> subjectOf(finding, ControlKind.SOFT_LIMIT)
                        .flatMap(subject -> Optional.ofNullable(hard.get(subject)))
                        .map(finding::supersededBy)
                        .orElse(finding))
                .toList();
    }

    private Optional<Subject> subjectOf(Finding finding, ControlKind kind) {
        if (finding.reason() != ReasonCode.LIMIT_BREACHED) {
            return Optional.empty();
        }
        return finding.control()
                .flatMap(pack::find)
                .filter(control -> ControlKind.of(control) == kind)
                .flatMap(control -> Atom.primaryMeasure(Obligation.breachOf(control)))
                .map(measure -> new Subject(finding.line(), measure));
    }

    private Facts withWarnings(List<Finding> findings) {
        Facts basket = facts.basket();
        if (basket.isKnown(Measure.BASKET_WARNINGS)) {
            return basket;
        }
        long warnings = findings.stream()
                .filter(finding -> finding.counts() && finding.effect() == Effect.WARN)
                .count();
        return basket.toBuilder()
                .number(
                        Measure.BASKET_WARNINGS,
                        Math.multiplyExact(warnings, Exact.ONE),
                        new Provenance("counted over all soft limits", basket.at()))
                .build();
    }

    private List<Finding> notGranted(List<Report> lines, Report basket) {
        if (basket.covered()) {
            return List.of();
        }
        List<Facts> uncovered = lines.stream()
                .filter(line -> !line.covered())
                .map(Report::facts)
                .toList();
        Grants reasons = new Grants(pack, stage);
        return forLines(uncovered, lines.size(), subject -> explanation.ofGrants(subject, facts.basket(), reasons));
    }

    private List<Finding> withoutPolicy(List<Report> lines, boolean basketMatched) {
        if (basketMatched) {
            return List.of();
        }
        List<Facts> unmatched = lines.stream()
                .filter(line -> !line.matched())
                .map(Report::facts)
                .toList();
        return forLines(
                unmatched,
                lines.size(),
                subject -> explanation.ofNoControl(
                        ReasonCode.NO_POLICY,
                        subject,
                        explanation.name(subject) + " is blocked: no control of policy `"
                                + pack.header().name() + "` applies to it " + stage.words()));
    }

    /** One finding about the basket where it concerns all lines, else one for each line that it concerns. */
    private List<Finding> forLines(List<Facts> concerned, int lines, Function<Facts, Finding> finding) {
        return concerned.size() == lines
                ? List.of(finding.apply(facts.basket()))
                : concerned.stream().map(finding).toList();
    }
}
