package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/** The numbers in a control that a recalibration may change. */
final class Thresholds {
    private Thresholds() {}

    /** Every number that the control compares with, caps with or counts to, in the order of the text. */
    static List<Located<Value>> of(ControlOutline control) {
        List<Located<Value>> thresholds = new ArrayList<>();
        control.condition()
                .ifPresent(condition -> Conditions.leaves(condition)
                        .comparisons()
                        .forEach(comparison -> comparison.right().match(collecting(thresholds))));
        control.grant().ifPresent(grant -> {
            grant.perOrder().ifPresent(cap -> thresholds.add(new Located<>(cap.value(), cap.span())));
            grant.perBasket().ifPresent(cap -> thresholds.add(new Located<>(cap.value(), cap.span())));
        });
        control.flood()
                .ifPresent(flood -> thresholds.add(new Located<>(
                        new Value.Count(flood.maxWarnings().value() * Exact.ONE, CountUnit.WARNINGS),
                        flood.maxWarnings().span())));
        return thresholds;
    }

    private static BoundSyntax.Cases<Boolean> collecting(List<Located<Value>> thresholds) {
        return new BoundSyntax.Cases<>() {
            @Override
            public Boolean constant(BoundSyntax.Constant bound) {
                return bound.value().value().dimension().isNumeric() && thresholds.add(bound.value());
            }

            @Override
            public Boolean shareOf(BoundSyntax.ShareOf bound) {
                return thresholds.add(
                        new Located<>(bound.share().value(), bound.share().span()));
            }

            @Override
            public Boolean other(BoundSyntax.Other bound) {
                return false;
            }

            @Override
            public Boolean table(BoundSyntax.Table bound) {
                return false;
            }
        };
    }
}
