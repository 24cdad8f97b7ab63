package org.portcullis.engine.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Rollout;

/** Keeps what an evaluator reports on one order or basket in one tier or several; owned by one thread. */
final class Report implements FindingSink {

    /** One verdict that is a finding; the control is named by its index in the pack. */
    record Raised(int control, Verdict verdict) {}

    /** What controls of a pack are for, by their index. */
    static final class Roles {
        private final boolean[] grant;
        private final boolean[] enforced;
        private final boolean anyOrderFlood;

        private Roles(boolean[] grant, boolean[] enforced, boolean anyOrderFlood) {
            this.grant = grant;
            this.enforced = enforced;
            this.anyOrderFlood = anyOrderFlood;
        }

        /** Whether any control is asked when the warnings of an order are counted. */
        boolean anyOrderFlood() {
            return anyOrderFlood;
        }

        static Roles of(PolicyPack pack) {
            int size = pack.controls().size();
            boolean[] grant = new boolean[size];
            boolean[] enforced = new boolean[size];
            boolean anyOrderFlood = false;
            for (int i = 0; i < size; i++) {
                Control control = pack.controls().get(i);
                grant[i] = ControlKind.of(control) == ControlKind.GRANT;
                enforced[i] = control.heading().rollout() == Rollout.ENFORCE;
                anyOrderFlood |= Obligation.tierOf(control) == Tier.ORDER_FLOOD;
            }
            return new Roles(grant, enforced, anyOrderFlood);
        }
    }

    private final Facts facts;
    private final Roles roles;
    private final Tallies tallies;
    private final List<Raised> raised = new ArrayList<>();
    private final SortedSet<Integer> appliedGrants = new TreeSet<>();
    private final SortedSet<Integer> failedGrants = new TreeSet<>();
    private boolean matched;

    /** Begins a report on the facts. */
    Report(Facts facts, Roles roles, Tallies tallies) {
        this.facts = facts;
        this.roles = roles;
        this.tallies = tallies;
    }

    @Override
    public void applied(int control) {
        tallies.applied(control);
        if (roles.grant[control]) {
            appliedGrants.add(control);
        } else {
            matched = true;
        }
    }

    @Override
    public void finding(int control, Verdict verdict) {
        tallies.raised(control, verdict);
        raised.add(new Raised(control, verdict));
        if (roles.grant[control]) {
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
                .filter(item -> !roles.grant[item.control()])
                .sorted(Comparator.comparingInt(Raised::control))
                .toList();
    }

    /** Whether a grant covers the order or basket. */
    boolean covered() {
        return appliedGrants.stream().anyMatch(control -> roles.enforced[control] && !failedGrants.contains(control));
    }

    /** Whether a control other than a grant applied, or may have. */
    boolean matched() {
        return matched;
    }
}
