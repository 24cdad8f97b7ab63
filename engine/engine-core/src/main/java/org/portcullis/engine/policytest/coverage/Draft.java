package org.portcullis.engine.policytest.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.engine.decision.ControlTrace;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Value;

/**
 * Looks for one test that shows one cell of one control. Used for one cell.
 *
 * <p>The expectation is what that control alone says of the facts; what the rest of the policy says of them is left open.
 */
final class Draft {
    private static final int MAX_WAYS = 64;
    private static final int MAX_FACTS_OF_ONE_WAY = 4;
    private static final ControlId NOT_GRANTED = new ControlId(ReasonCode.NOT_GRANTED.code());
    private static final String EXAMPLE = "EXAMPLE";
    private static final String NO_FACTS = "no facts that a test can give bring it about";

    private final Bench bench;
    private final Control control;
    private final Cell cell;
    private final String name;
    private String reason = NO_FACTS;

    Draft(Bench bench, Control control, Cell cell, String name) {
        this.bench = bench;
        this.control = control;
        this.cell = cell;
        this.name = name;
    }

    /** The test, which passes and shows the cell; empty where none was found. */
    Optional<PolicyTest> build() {
        CurrencyCode currency = bench.pack().header().currency();
        return new Goals(control)
                .of(cell)
                .limit(MAX_WAYS)
                .flatMap(wishes -> FactSearch.meeting(wishes, currency, MAX_FACTS_OF_ONE_WAY).stream())
                .flatMap(facts -> attempt(facts).stream())
                .findFirst();
    }

    /** Why there is none, after a search that found none. */
    String reason() {
        return reason;
    }

    private Optional<PolicyTest> attempt(List<PolicyTest.Given> facts) {
        Stage stage = control.heading().applies().stage();
        return asking(facts).stream()
                .map(given -> new PolicyTest(name, given, stage, List.of()))
                .flatMap(question -> attempt(question).stream())
                .findFirst();
    }

    private Optional<PolicyTest> attempt(PolicyTest question) {
        Optional<ControlTrace> trace =
                bench.trace(question, control).filter(found -> new Judgement(control, found).reaches(cell));
        if (trace.isEmpty()) {
            return Optional.empty();
        }
        PolicyTest test = new PolicyTest(name, question.given(), question.stage(), List.of(expectation(trace.get())));
        return holds(test, new Judgement(control, trace.get())) ? Optional.of(test) : Optional.empty();
    }

    /** The facts as they are, and, since a control is asked only of what its subject is, with a fact that names such a thing. */
    private List<List<PolicyTest.Given>> asking(List<PolicyTest.Given> facts) {
        return Stream.concat(Stream.of(facts), naming().map(measure -> with(facts, measure)))
                .toList();
    }

    private Stream<Measure> naming() {
        return switch (Obligation.tierOf(control)) {
            case ORDERS, ORDER_FLOOD -> Stream.of(Measure.ORDER_SYMBOL);
            case MESSAGES -> Stream.of(Measure.MESSAGE_ID);
            case EXECUTIONS -> Stream.of(Measure.EXECUTION_ID);
            case STRATEGIES -> Stream.of(Measure.STRATEGY_ID);
            case ALERT -> Stream.of(Measure.ALERT_EVENT);
            case BASKET, FLOOD -> Stream.empty();
        };
    }

    private static List<PolicyTest.Given> with(List<PolicyTest.Given> facts, Measure named) {
        if (facts.stream().anyMatch(given -> given.fact().equals(Reference.to(named)))) {
            return facts;
        }
        List<PolicyTest.Given> more = new ArrayList<>(facts);
        more.add(new PolicyTest.Given(Reference.to(named), Optional.of(new Value.Text(EXAMPLE))));
        more.sort(FactSearch.ORDER);
        return List.copyOf(more);
    }

    private PolicyTest.Expectation expectation(ControlTrace trace) {
        if (ControlKind.of(control) == ControlKind.GRANT) {
            PolicyTest.Outcome outcome =
                    trace.verdict() == Verdict.SATISFIED ? PolicyTest.Outcome.NOT : PolicyTest.Outcome.BLOCK;
            return new PolicyTest.Expectation(outcome, Optional.of(NOT_GRANTED));
        }
        return new PolicyTest.Expectation(outcome(trace), Optional.of(control.id()));
    }

    /** What is done to what comes in, and where that is nothing, what is done to what works. */
    private static PolicyTest.Outcome outcome(ControlTrace trace) {
        return switch (trace.effect()) {
            case WARN -> PolicyTest.Outcome.WARN;
            case HOLD -> PolicyTest.Outcome.HOLD;
            case BLOCK -> PolicyTest.Outcome.BLOCK;
            case RELEASE, NOTE ->
                switch (trace.inFlight()) {
                    case SUSPEND -> PolicyTest.Outcome.SUSPEND;
                    case CANCEL -> PolicyTest.Outcome.CANCEL;
                    case KILL -> PolicyTest.Outcome.KILL;
                    case CONTINUE -> trace.effect() == Effect.NOTE ? PolicyTest.Outcome.NOTE : PolicyTest.Outcome.NOT;
                };
        };
    }

    private boolean holds(PolicyTest test, Judgement judgement) {
        List<PolicyTestResult.Mismatch> mismatches = bench.mismatches(test);
        if (mismatches.isEmpty() && bench.notices(test, judgement)) {
            return true;
        }
        if (ControlKind.of(control) == ControlKind.GRANT) {
            reason = "another grant covers the same facts, so that no outcome tells";
        } else if (mismatches.isEmpty()) {
            reason = "another control hides what it says, so that no outcome tells";
        } else {
            reason = "the outcome is not its own: " + mismatches.get(0).actual();
        }
        return false;
    }
}
