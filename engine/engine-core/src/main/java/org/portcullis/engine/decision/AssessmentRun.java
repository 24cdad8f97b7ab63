package org.portcullis.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private record Subject(int line, String about) implements Comparable<Subject> {
        private static final Comparator<Subject> ORDER =
                Comparator.comparingInt(Subject::line).thenComparing(Subject::about);

        @Override
        public int compareTo(Subject other) {
            return ORDER.compare(this, other);
        }
    }

    /** The tiers that are evaluated on each line before warnings are counted. */
    private static final List<Tier> OF_LINES = List.of(Tier.ORDERS, Tier.MESSAGES, Tier.EXECUTIONS, Tier.STRATEGIES);

    private final Evaluator evaluator;
    private final ControlTable table;
    private final PolicyPack pack;
    private final SubmissionFacts facts;
    private final Stage stage;
    private final Set<Tier> tiers;
    private final Tallies tallies;
    private final Explanation explanation;

    /** Begins a run; whoever does MUST end it. */
    AssessmentRun(Segments.Segment segment, SubmissionFacts facts, Stage stage, Set<Tier> tiers) {
        this.evaluator = segment.evaluator();
        this.table = segment.table();
        this.pack = table.pack();
        this.facts = facts;
        this.stage = stage;
        this.tiers = tiers;
        this.tallies = table.tallies();
        this.explanation = new Explanation(pack, facts, stage);
    }

    /** Gives back what the run has counted with. */
    void end() {
        tallies.release();
    }

    Assessment run() {
        if (!table.isInForce(facts.basket().at())) {
            LocalDate today = facts.basket().at().atZone(pack.header().zone()).toLocalDate();
            String stopped = stage.isInFlight() ? " is suspended: policy `" : " is blocked: policy `";
            String words =
                    "basket " + facts.basketId() + stopped + pack.header().name() + "` is not in force on " + today;
            return Combination.of(
                    table,
                    facts,
                    List.of(explanation.ofNoControl(ReasonCode.NO_POLICY, facts.basket(), words)),
                    0,
                    List.of());
        }
        List<Report> lines = ofLines();
        Report basket = evaluate(facts.basket(), Tier.BASKET);
        List<Finding> counted = countable(lines, basket);
        List<Report> floods = ofOrderFloods(lines, counted);
        List<Finding> all = with(counted, found(floods));
        boolean basketMatched = basket.matched();
        if (asks(Tier.FLOOD) || asks(Tier.ALERT)) {
            Report flood = new Report(withWarnings(counted), table, tallies);
            evaluate(flood, Tier.FLOOD);
            evaluate(flood, Tier.ALERT);
            all = with(all, found(flood));
            basketMatched |= flood.matched();
        }
        if (!stage.isInFlight() && tiers.contains(Tier.ORDERS)) {
            all = with(all, notGranted(lines, basket));
            all = with(all, withoutPolicy(lines, floods, basketMatched));
        }
        return Combination.of(
                table,
                facts,
                all,
                table.asked(stage, tiers),
                table.counted(tallies, facts.lines().size()));
    }

    private static List<Finding> with(List<Finding> some, List<Finding> more) {
        if (more.isEmpty()) {
            return some;
        }
        List<Finding> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private boolean asks(Tier tier) {
        return tiers.contains(tier) && table.has(stage, tier);
    }

    /** The basket's facts with the warnings counted. */
    Facts basketWithWarnings() {
        return withWarnings(countable(ofLines(), evaluate(facts.basket(), Tier.BASKET)));
    }

    /** The line's facts with its warnings counted. */
    Facts lineWithWarnings(Facts line) {
        return withOrderWarnings(line, countable(ofLines(), evaluate(facts.basket(), Tier.BASKET)));
    }

    private List<Report> ofLines() {
        List<Report> lines = new ArrayList<>(facts.lines().size());
        for (Facts line : facts.lines()) {
            Report report = new Report(line, table, tallies);
            for (Tier tier : OF_LINES) {
                evaluate(report, tier);
            }
            lines.add(report);
        }
        return lines;
    }

    private List<Report> ofOrderFloods(List<Report> lines, List<Finding> counted) {
        if (!asks(Tier.ORDER_FLOOD)) {
            return List.of();
        }
        List<Report> floods = new ArrayList<>(lines.size());
        for (Report line : lines) {
            floods.add(evaluate(withOrderWarnings(line.facts(), counted), Tier.ORDER_FLOOD));
        }
        return floods;
    }

    private List<Finding> countable(List<Report> lines, Report basket) {
        List<Finding> findings = with(found(lines), found(basket));
        return findings.isEmpty() ? findings : supersede(findings);
    }

    private Report evaluate(Facts subject, Tier tier) {
        Report report = new Report(subject, table, tallies);
        evaluate(report, tier);
        return report;
    }

    private void evaluate(Report report, Tier tier) {
        if (asks(tier)) {
            evaluator.evaluate(report.facts(), stage, tier, report);
        }
    }

    /** The findings of all reports; where none has any, nothing is allocated. */
    private List<Finding> found(List<Report> reports) {
        List<Finding> all = List.of();
        for (Report report : reports) {
            if (!report.raised().isEmpty()) {
                all = all.isEmpty() ? new ArrayList<>() : all;
                all.addAll(found(report));
            }
        }
        return all;
    }

    private List<Finding> found(Report report) {
        if (report.raised().isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(report.raised().size());
        for (Report.Raised raised : report.raised()) {
            findings.add(explanation.of(pack.controls().get(raised.control()), raised.verdict(), report.facts()));
        }
        return findings;
    }

    /** A breached hard limit that blocks replaces the breached soft limits on the same measure of the same order or basket. */
    private List<Finding> supersede(List<Finding> findings) {
        Map<Subject, ControlId> hard = new TreeMap<>();
        for (Finding finding : findings) {
            subjectOf(finding, ControlKind.HARD_LIMIT)
                    // One that is only observed stops nothing, so that nobody may miss the warning.
                    .filter(subject -> finding.effect() == Effect.BLOCK)
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
                .flatMap(table::find)
                .filter(control -> ControlKind.of(control) == kind)
                .flatMap(control -> Atom.primary(Obligation.breachOf(control)))
                .map(about -> new Subject(
                        finding.line(),
                        about.derivation().isPresent()
                                ? about.words()
                                : about.measure().path()));
    }

    private Facts withWarnings(List<Finding> findings) {
        Facts basket = facts.basket();
        if (basket.isKnown(Measure.BASKET_WARNINGS)) {
            return basket;
        }
        return counted(basket, Measure.BASKET_WARNINGS, warnings(findings).count());
    }

    private static Facts withOrderWarnings(Facts line, List<Finding> findings) {
        if (line.isKnown(Measure.ORDER_WARNINGS)) {
            return line;
        }
        return counted(
                line,
                Measure.ORDER_WARNINGS,
                warnings(findings)
                        .filter(finding -> finding.line() == line.line())
                        .count());
    }

    private static Stream<Finding> warnings(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.counts() && finding.effect() == Effect.WARN);
    }

    /** The facts with so many warnings counted. */
    static Facts counted(Facts facts, Measure measure, long warnings) {
        return facts.toBuilder()
                .number(
                        measure,
                        Math.multiplyExact(warnings, Exact.ONE),
                        new Provenance("counted over all soft limits", facts.at()))
                .build();
    }

    private List<Finding> notGranted(List<Report> lines, Report basket) {
        if (basket.covered()) {
            return List.of();
        }
        if (!lines.isEmpty() && allCovered(lines)) {
            return List.of();
        }
        List<Facts> uncovered = lines.stream()
                .filter(line -> !line.covered())
                .map(Report::facts)
                .toList();
        Grants reasons = new Grants(pack, stage);
        return forLines(uncovered, lines.size(), subject -> explanation.ofGrants(subject, facts.basket(), reasons));
    }

    private static boolean allCovered(List<Report> lines) {
        for (Report line : lines) {
            if (!line.covered()) {
                return false;
            }
        }
        return true;
    }

    private static boolean allMatched(List<Report> lines) {
        for (Report line : lines) {
            if (!line.matched()) {
                return false;
            }
        }
        return true;
    }

    private List<Finding> withoutPolicy(List<Report> lines, List<Report> floods, boolean basketMatched) {
        if (basketMatched || (!lines.isEmpty() && allMatched(lines))) {
            return List.of();
        }
        Set<Integer> matched = Stream.concat(lines.stream(), floods.stream())
                .filter(Report::matched)
                .map(report -> report.facts().line())
                .collect(Collectors.toSet());
        List<Facts> unmatched = lines.stream()
                .map(Report::facts)
                .filter(line -> !matched.contains(line.line()))
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
