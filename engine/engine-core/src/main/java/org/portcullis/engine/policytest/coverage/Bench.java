package org.portcullis.engine.policytest.coverage;

import java.util.List;
import java.util.Optional;
import org.portcullis.engine.decision.ControlTrace;
import org.portcullis.engine.evaluate.EvaluationFailure;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.engine.policytest.PolicyTests;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.control.Control;

/** Where tests are tried out: runs, traces, and asks whether a test would notice. Owned by one thread. */
final class Bench {
    private final PolicyPack pack;
    private final PolicyTests tests;
    private final Attention attention;

    Bench(Evaluator.Factory factory, PolicyPack pack) {
        this.pack = pack;
        this.tests = PolicyTests.on(factory, pack);
        this.attention = new Attention(factory, pack);
    }

    PolicyPack pack() {
        return pack;
    }

    /** What the expectations of the test do not find; none means that it passes. */
    List<PolicyTestResult.Mismatch> mismatches(PolicyTest test) {
        return tests.run(test).mismatches();
    }

    /** Whether the test, which passes, would fail if the control that it made this judgement of came out the other way. */
    boolean notices(PolicyTest test, Judgement judgement) {
        return attention.notices(test, judgement.control(), judgement.isWell());
    }

    /** What the control makes of the facts; empty where the test does not ask it or it cannot be evaluated. */
    Optional<ControlTrace> trace(PolicyTest test, Control control) {
        return traces(test).stream()
                .filter(trace -> trace.control().equals(control.id()))
                .findFirst();
    }

    /** What each control of the test's stage makes of the facts of each order and of the basket. */
    List<ControlTrace> traces(PolicyTest test) {
        try {
            return tests.traceLines(test);
        } catch (EvaluationFailure failure) {
            return List.of();
        }
    }
}
