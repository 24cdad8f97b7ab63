package org.portcullis.engine.policytest.coverage;

import java.util.HashMap;
import java.util.Map;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.policytest.PolicyTests;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.control.ControlId;

/** Says whether a test would fail if one control came out the other way. Mutable and owned by one thread. */
final class Attention {
    private record Question(PolicyTest test, ControlId control, boolean well) {}

    private final PolicyPack pack;
    private final Contrary contrary;
    private final PolicyTests tests;
    private final Map<Question, Boolean> answers = new HashMap<>();

    Attention(Evaluator.Factory factory, PolicyPack pack) {
        this.pack = pack;
        this.contrary = new Contrary(factory);
        this.tests = PolicyTests.on(contrary, pack);
    }

    /** Whether the test, which passes, would fail if the control, which came out well somewhere or badly, came out the other way. */
    boolean notices(PolicyTest test, ControlId control, boolean well) {
        return answers.computeIfAbsent(new Question(test, control, well), this::ask);
    }

    private boolean ask(Question question) {
        if (question.test().expectations().stream().noneMatch(expected -> mayConcern(expected, question.control()))) {
            return false;
        }
        contrary.about(question.control(), question.well());
        return !tests.run(question.test()).passed();
    }

    /** An expectation by another control cannot tell; one by a reason such as `NOT-GRANTED`, or of the whole, may. */
    private boolean mayConcern(PolicyTest.Expectation expected, ControlId control) {
        return expected.by()
                .map(by -> by.equals(control) || pack.find(by).isEmpty())
                .orElse(true);
    }
}
