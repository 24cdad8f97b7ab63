package org.portcullis.engine.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;

/** Keeps what an evaluator reports on one order or basket in one tier or several; owned by one thread. */
final class Report implements FindingSink {
    private static final int[] NONE = {};

    /** One verdict that is a finding; the control is named by its index in the pack. */
    record Raised(int control, Verdict verdict) {}

    private final Facts facts;
    private final ControlTable table;
    private final Tallies tallies;
    private @Nullable List<Raised> raised;
    /** The grants that applied by their index, and the complement of the index of those that do not cover. */
    private int[] grants = NONE;

    private int grantCount;
    private boolean matched;

    /** Begins a report on the facts. */
    Report(Facts facts, ControlTable table, Tallies tallies) {
        this.facts = facts;
        this.table = table;
        this.tallies = tallies;
    }

    @Override
    public void applied(int control) {
        tallies.applied(control);
        if (table.isGrant(control)) {
            addGrant(control);
        } else {
            matched = true;
        }
    }

    @Override
    public void appliedAll(int[] controls) {
        for (int control : controls) {
            applied(control);
        }
    }

    @Override
    public void finding(int control, Verdict verdict) {
        tallies.raised(control, verdict);
        if (table.isGrant(control)) {
            addGrant(~control);
            return;
        }
        matched = true;
        if (raised == null) {
            raised = new ArrayList<>();
        }
        raised.add(new Raised(control, verdict));
    }

    /** The facts that were judged. */
    Facts facts() {
        return facts;
    }

    /** What was raised by controls other than grants, in the order of the pack. */
    List<Raised> raised() {
        if (raised == null) {
            return List.of();
        }
        raised.sort(Comparator.comparingInt(Raised::control));
        return raised;
    }

    /** Whether a grant covers the order or basket. */
    boolean covered() {
        for (int i = 0; i < grantCount; i++) {
            if (grants[i] >= 0 && table.isEnforced(grants[i]) && !hasFailed(grants[i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether a control other than a grant applied, or may have. */
    boolean matched() {
        return matched;
    }

    private boolean hasFailed(int grant) {
        for (int i = 0; i < grantCount; i++) {
            if (grants[i] == ~grant) {
                return true;
            }
        }
        return false;
    }

    private void addGrant(int grant) {
        if (grantCount == grants.length) {
            grants = Arrays.copyOf(grants, Math.max(4, 2 * grantCount));
        }
        grants[grantCount++] = grant;
    }
}
