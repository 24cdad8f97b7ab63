package org.portcullis.languageserver.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;

/** Finds the tests of a pack by what they look at, so that a policy of thousands of controls is walked once. */
final class TestIndex {
    private final Set<ControlId> controls;
    private final Map<String, List<PolicyTest>> byControl = new HashMap<>();
    private final Map<String, List<PolicyTest>> byName = new HashMap<>();

    private TestIndex(PolicyPack pack) {
        this.controls = pack.controls().stream().map(Control::id).collect(Collectors.toUnmodifiableSet());
        for (PolicyTest test : pack.tests()) {
            byName.computeIfAbsent(test.name(), none -> new ArrayList<>()).add(test);
            Set<ControlId> expected = new HashSet<>();
            test.expectations().forEach(expectation -> expectation.by().ifPresent(expected::add));
            expected.forEach(id -> byControl
                    .computeIfAbsent(id.text(), none -> new ArrayList<>())
                    .add(test));
        }
    }

    static TestIndex of(PolicyPack pack) {
        return new TestIndex(pack);
    }

    /** Whether the pack has the control. */
    boolean hasControl(String id) {
        return controls.contains(new ControlId(id));
    }

    /** The tests that expect something of a control, or the one test. */
    List<PolicyTest> of(TestRuns.Target target) {
        return List.copyOf((target.isTest() ? byName : byControl).getOrDefault(target.name(), List.of()));
    }
}
