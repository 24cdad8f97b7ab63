package org.portcullis.app.eval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.portcullis.engine.decision.Assessment;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.decision.ControlTrace;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.control.Stage;
import org.portcullis.report.register.Register;

/**
 * What a policy says of one order or basket, with every control's reasons.
 *
 * @param shown the file that asked
 * @param register the policy, with the provisions that its controls cite
 * @param traces each control of the stage on each line, and the basket's controls once with line 0
 */
public record Answer(
        String shown,
        Register register,
        Stage stage,
        Instant at,
        SubmissionFacts facts,
        Assessment assessment,
        List<ControlTrace> traces) {
    public Answer {
        traces = List.copyOf(traces);
    }

    /** Asks the assessor. */
    public static Answer of(
            String shown, Register register, Assessor assessor, SubmissionFacts facts, Stage stage, Instant at) {
        Assessment assessment = assessor.assess(facts, stage);
        List<ControlTrace> traces = new ArrayList<>(assessor.trace(facts, stage, 0));
        facts.lines()
                .forEach(line -> assessor.trace(facts, stage, line.line()).stream()
                        .filter(trace -> trace.line() > 0)
                        .forEach(traces::add));
        return new Answer(shown, register, stage, at, facts, assessment, traces);
    }

    /** Whether the order goes on: released, be it after an acknowledgement of warnings, or, where it works, left working. */
    public boolean isReleased() {
        if (stage.isInFlight()) {
            return assessment.inFlight() == InFlightEffect.CONTINUE;
        }
        return switch (assessment.effect()) {
            case RELEASE, NOTE, WARN -> true;
            case HOLD, BLOCK -> false;
        };
    }

    /** How many findings that count have the effect and do nothing to what is working. */
    long count(Effect effect) {
        return count(finding -> finding.inFlight() == InFlightEffect.CONTINUE && finding.effect() == effect);
    }

    /** How many findings that count do this to what is working. */
    long count(InFlightEffect effect) {
        return count(finding -> finding.inFlight() == effect);
    }

    private long count(Predicate<Finding> wanted) {
        return assessment.findings().stream()
                .filter(Finding::counts)
                .filter(wanted)
                .count();
    }

    /** The traces of a verdict. */
    List<ControlTrace> traces(Verdict verdict) {
        return traces.stream().filter(trace -> trace.verdict() == verdict).toList();
    }

    /** The trace behind a finding of a control, if there is one. */
    java.util.Optional<ControlTrace> behind(Finding finding) {
        return traces.stream()
                .filter(trace -> finding.control().equals(java.util.Optional.of(trace.control())))
                .filter(trace -> trace.line() == finding.line())
                .findFirst();
    }
}
