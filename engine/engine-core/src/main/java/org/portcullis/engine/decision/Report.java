package org.portcullis.engine.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;

/** Keeps what an evaluator reports on one order or basket in one tier or several; owned by one thread. */
final class Report implements FindingSink {

    /** One unfavourable verdict; the control is named by its index in the pack. */
    record Raised(int control, Verdict verdict) {}

    private final Facts facts;
    private final boolean[] grants;
    private final Tallies tallies;
    private final List<Raised> raised = new ArrayList<>();
    private final SortedSet<Integer> appliedGrants = new TreeSet<>();
    private final SortedSet<Integer> failedGrants = new TreeSet<>();
    private boolean matched;

    /** Begins a report on the facts; {@code grants} tells which controls of the pack are grants. */
    Report(Facts facts, boolean[] grants, Tallies tallies) {
        this.facts = facts;
        this.grants = grants;
        this.tallies = tallies;
    }

    @Override
    public void applied(int control) {
        tallies.applied(control);
        if (grants[control]) {
            appliedGrants.add(control);
        } else {
            matched = true;
        }
    }

    @Override
    public void finding(int control, Verdict verdict) {
        tallies.raised(control, verdict);
        raised.add(new Raised(control, verdict));
        if (grants[control]) {
            failedGrants.add(control);
        } else {
            matched = true;
        }
    }

    /** The facts that were judged. */
    Facts facts() {
        return facts;
    }

    /** What was raised by controls other than grants, in the order of the pack. */
    List<Raised> raised() {
        return raised.stream()
                .filter(item -> !grants[item.control()])
                .sorted(Comparator.comparingInt(Raised::control))
                .toList();
    }

    /** Whether a grant covers the order or basket. */
    boolean covered() {
        return appliedGrants.stream().anyMatch(control -> !failedGrants.contains(control));
    }

    /** Whether a control other than a grant applied, or may have. */
    boolean matched() {
        return matched;
    }
}
