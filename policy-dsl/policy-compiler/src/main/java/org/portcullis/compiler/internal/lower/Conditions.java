package org.portcullis.compiler.internal.lower;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.DerivationSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;

/** Lowers checked conditions; their depth is what the reader allows. */
final class Conditions {
    private Conditions() {}

    static Condition lower(ConditionSyntax condition) {
        return condition.match(new ConditionSyntax.Cases<>() {
            @Override
            public Condition all(ConditionSyntax.All all) {
                return new Condition.All(
                        all.parts().stream().map(Conditions::lower).toList());
            }

            @Override
            public Condition any(ConditionSyntax.Any any) {
                return new Condition.Any(
                        any.parts().stream().map(Conditions::lower).toList());
            }

            @Override
            public Condition not(ConditionSyntax.Not not) {
                return new Condition.Not(lower(not.part()));
            }

            @Override
            public Condition compare(ConditionSyntax.Compare compare) {
                return new Condition.Compare(
                        lower(compare.left()), compare.comparator().value(), lower(compare.right()));
            }

            @Override
            public Condition oneOf(ConditionSyntax.OneOf oneOf) {
                return new Condition.OneOf(
                        lower(oneOf.left()),
                        oneOf.values().stream().map(Located::value).toList());
            }

            @Override
            public Condition missing(ConditionSyntax.Missing missing) {
                return new Condition.Missing(lower(missing.what()));
            }
        });
    }

    static Reference lower(ReferenceSyntax reference) {
        Optional<Derivation> derivation = reference.derivation().map(Conditions::lower);
        OptionalInt days =
                reference.overTradingDays().stream().mapToInt(Located::value).findFirst();
        return new Reference(measure(reference), days, derivation);
    }

    private static Measure measure(ReferenceSyntax reference) {
        return Measure.byPath(reference.path().value())
                .orElseThrow(() -> new IllegalStateException(
                        "unknown attribute `" + reference.path().value() + "` was not reported"));
    }

    private static Derivation lower(DerivationSyntax derivation) {
        return derivation.match(new DerivationSyntax.Cases<>() {
            @Override
            public Derivation change(DerivationSyntax.Change change) {
                return Arrays.stream(Derivation.Moment.values())
                        .filter(moment -> moment.path().equals(change.since().value()))
                        .findFirst()
                        .map(Derivation.Change::new)
                        .orElseThrow(() -> new IllegalStateException(
                                "unknown moment `" + change.since().value() + "` was not reported"));
            }

            @Override
            public Derivation windowed(DerivationSyntax.Windowed window) {
                List<Derivation.Counting> counting =
                        window.counting().stream().map(Located::value).toList();
                return new Derivation.Windowed(
                        window.aggregate(),
                        window.per().stream().map(Conditions::measure).toList(),
                        window.length().map(Located::value),
                        counting.isEmpty() ? Derivation.Counting.UNLESS_SAID : counting);
            }
        });
    }

    private static Bound lower(BoundSyntax bound) {
        return bound.match(new BoundSyntax.Cases<>() {
            @Override
            public Bound constant(BoundSyntax.Constant constant) {
                return new Bound.Constant(constant.value().value());
            }

            @Override
            public Bound shareOf(BoundSyntax.ShareOf share) {
                return new Bound.ShareOf(share.share().value(), lower(share.of()));
            }

            @Override
            public Bound other(BoundSyntax.Other other) {
                return new Bound.Other(lower(other.reference()));
            }

            @Override
            public Bound table(BoundSyntax.Table table) {
                throw new IllegalStateException("table `" + table.file().value() + "` was not expanded");
            }
        });
    }
}
