package org.portcullis.compiler.internal.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.PolicySyntax;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.Header;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.Scope;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/**
 * Lowers a syntax tree to the policy pack: names are resolved, what a control does not say is taken from the header, and places are dropped.
 *
 * <p>The tree MUST have been checked without an error. What a check should have reported and did not is an {@link IllegalStateException} here.
 */
public final class Lowering {
    /** The version of the language that a file is taken for if it names none. */
    private static final String LANGUAGE = "1";

    private static final int REFERENCE_DATA_STALE_AFTER_DAYS = 4;

    private final HeaderSyntax header;
    private final Map<String, Condition> scopes = new LinkedHashMap<>();

    private Lowering(HeaderSyntax header) {
        this.header = header;
    }

    /** Lowers a tree that was checked without an error. */
    public static PolicyPack lower(PolicySyntax policy) {
        HeaderSyntax header = policy.header()
                .orElseThrow(() -> new IllegalStateException("a policy without a header was not reported"));
        return new Lowering(header).pack(policy);
    }

    private PolicyPack pack(PolicySyntax policy) {
        policy.declarations().forEach(this::declareScope);
        List<Control> controls = new ArrayList<>();
        List<PolicyTest> tests = new ArrayList<>();
        ControlLowering controlLowering = new ControlLowering(header, scopes);
        for (Declaration declaration : policy.declarations()) {
            declaration.match(new Declaration.Cases<Optional<Void>>() {
                @Override
                public Optional<Void> scope(Declaration.Scope scope) {
                    return Optional.empty();
                }

                @Override
                public Optional<Void> control(Declaration.Control control) {
                    controls.add(controlLowering.lower(control.control()));
                    return Optional.empty();
                }

                @Override
                public Optional<Void> test(Declaration.Test test) {
                    tests.add(lower(test));
                    return Optional.empty();
                }

                @Override
                public Optional<Void> later(Declaration.Later later) {
                    throw Conditions.notChecked(later.what());
                }

                @Override
                public Optional<Void> broken(Declaration.Broken broken) {
                    throw new IllegalStateException("a broken declaration was not reported");
                }
            });
        }
        List<Scope> named = scopes.entrySet().stream()
                .map(scope -> new Scope(new ControlId(scope.getKey()), scope.getValue()))
                .toList();
        return new PolicyPack(header(), named, controls, tests);
    }

    private void declareScope(Declaration declaration) {
        if (declaration instanceof Declaration.Scope scope) {
            scopes.put(scope.id().value(), Conditions.lower(scope.means()));
        }
    }

    private Header header() {
        return new Header(
                header.name().value(),
                header.language().map(Located::value).orElse(LANGUAGE),
                header.version().value(),
                header.owner().value(),
                header.effectiveFrom().value(),
                header.effectiveUntil().map(Located::value),
                header.zone().value(),
                header.calendar().value(),
                header.currency().value(),
                header.rateSource().value(),
                header.rateStaleAfter().value(),
                header.marketDataStaleAfter().value(),
                header.referenceDataStaleAfter()
                        .map(Located::value)
                        .orElse(new Value.TimeSpan(
                                REFERENCE_DATA_STALE_AFTER_DAYS * SpanUnit.DAYS.microsInOne(), SpanUnit.DAYS)),
                header.missingData().value());
    }

    private static PolicyTest lower(Declaration.Test test) {
        return new PolicyTest(
                test.name().value(),
                test.given().stream().map(Lowering::lower).toList(),
                test.stage().value(),
                test.expectations().stream().map(Lowering::lower).toList());
    }

    private static PolicyTest.Given lower(TestSyntax.Given given) {
        return new PolicyTest.Given(
                Conditions.lower(given.fact()), given.value().map(Located::value));
    }

    private static PolicyTest.Expectation lower(TestSyntax.Expectation expectation) {
        return new PolicyTest.Expectation(
                expectation.outcome().value(), expectation.by().map(id -> new ControlId(id.value())));
    }
}
