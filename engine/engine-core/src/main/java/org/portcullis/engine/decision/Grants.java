package org.portcullis.engine.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.engine.evaluate.ConditionReading;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Truth;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Rollout;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.value.ValueText;

/** Says of each grant of a stage why it does not cover an order or basket. */
record Grants(PolicyPack pack, Stage stage) {

    /**
     * Why one grant does not cover.
     *
     * @param measured the cap that was passed, if one was
     */
    record Refusal(String because, Measurement measured, List<FactGap> gaps) {}

    /** The most grants that a finding explains; a policy may have one for each desk. */
    static final int MAX_EXPLAINED = 3;

    /** The stage's grants that could have covered an order, or a basket: those of its scope first, then sorted by id. */
    List<Control.Grant> concerning(Facts subject, Facts basket) {
        return pack.controls().stream()
                .filter(control -> control.appliesAt(stage))
                .filter(control -> ControlKind.of(control) == ControlKind.GRANT)
                .map(Control.Grant.class::cast)
                .filter(grant -> subject.line() > 0 || isForBaskets(grant) || onlyForOrders())
                .sorted(Comparator.comparing((Control.Grant grant) -> isElsewhere(grant, subject, basket))
                        .thenComparing(Control::id))
                .toList();
    }

    boolean isForBaskets(Control.Grant grant) {
        return grant.heading().applies().subject() == Subject.BASKETS;
    }

    /** Explains one grant on the facts that it is judged on. */
    Refusal refusal(Control.Grant grant, Facts judged, Explanation explanation) {
        ConditionReading reading = new ConditionReading(judged, explanation.currency());
        Condition applies = grant.heading().applies().condition();
        return switch (reading.truth(applies)) {
            case FALSE -> new Refusal("it applies where " + ConditionText.words(applies), Measurement.NONE, List.of());
            case UNKNOWN -> unknown(explanation.gaps(applies, judged));
            case TRUE -> notCovered(grant, judged, reading, explanation);
        };
    }

    private Refusal notCovered(Control.Grant grant, Facts judged, ConditionReading reading, Explanation explanation) {
        Condition breach = Obligation.breachOf(grant);
        List<String> because = new ArrayList<>();
        if (grant.roles().stream().map(Role::name).noneMatch(judged.requesterRoles()::contains)) {
            because.add("the requester does not hold "
                    + grant.roles().stream()
                            .map(role -> "role \"" + role.name() + "\"")
                            .collect(Collectors.joining(" or ")));
        }
        if (grant.heading().rollout() != Rollout.ENFORCE) {
            because.add("it is not yet enforced");
        }
        List<Condition.Compare> passed = Atom.of(breach).stream()
                .flatMap(atom -> atom.comparison().stream())
                .filter(compare -> reading.truth(compare) == Truth.TRUE)
                .toList();
        for (Condition.Compare cap : passed) {
            String observed = judged.value(cap.left(), explanation.currency())
                    .map(ValueText::readable)
                    .orElse("unknown");
            because.add(cap.left().words() + " is " + observed + " and the grant ends at "
                    + ConditionText.words(cap.right()));
        }
        List<FactGap> gaps = explanation.gaps(breach, judged);
        gaps.forEach(gap -> because.add(gap.detail()));
        Measurement measured = passed.stream()
                .findFirst()
                .map(cap -> Measurement.of(cap, judged, explanation.currency()))
                .orElse(Measurement.NONE);
        return new Refusal(String.join(", and ", because), measured, gaps);
    }

    private boolean isElsewhere(Control.Grant grant, Facts subject, Facts basket) {
        ConditionReading reading = new ConditionReading(
                isForBaskets(grant) ? basket : subject, pack.header().currency());
        return reading.truth(grant.heading().applies().condition()) == Truth.FALSE;
    }

    private static Refusal unknown(List<FactGap> gaps) {
        String because = gaps.stream().map(FactGap::detail).collect(Collectors.joining(", and "));
        return new Refusal(because, Measurement.NONE, gaps);
    }

    private boolean onlyForOrders() {
        return pack.controls().stream()
                .filter(control -> ControlKind.of(control) == ControlKind.GRANT)
                .noneMatch(control -> control.heading().applies().subject() == Subject.BASKETS);
    }
}
