package org.portcullis.compiler.internal.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.compiler.format.CanonicalSpelling;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.PolicySyntax;
import org.portcullis.model.Claim;
import org.portcullis.model.Duties;
import org.portcullis.model.Header;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.Recalibration;
import org.portcullis.model.Requirement;
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
        List<Recalibration> recalibrations = new ArrayList<>();
        List<Duties> duties = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        List<PolicyTest> tests = new ArrayList<>();
        ControlLowering controlLowering = new ControlLowering(header, scopes);
        Declaration.Cases<Boolean> sorting = new Declaration.Cases<>() {
            @Override
            public Boolean scope(Declaration.Scope scope) {
                return scopes.containsKey(scope.id().value());
            }

            @Override
            public Boolean control(Declaration.Control control) {
                return controls.add(controlLowering.lower(control.control()));
            }

            @Override
            public Boolean test(Declaration.Test test) {
                return tests.add(TestLowering.lower(test));
            }

            @Override
            public Boolean recalibration(Declaration.Recalibration change) {
                return recalibrations.add(lower(change));
            }

            @Override
            public Boolean duties(Declaration.Duties separated) {
                return duties.add(new Duties(Terms.role(separated.first()), Terms.role(separated.second())));
            }

            @Override
            public Boolean requirement(Declaration.Requirement requirement) {
                return requirements.add(new Requirement(requirement.name().value(), CanonicalSpelling.of(requirement)));
            }

            @Override
            public Boolean claim(Declaration.Claim claim) {
                return claims.add(new Claim(
                        claim.name().value(),
                        claim.subject().value(),
                        controlLowering.where(claim.scopes(), claim.where()),
                        claim.reaches().value(),
                        CanonicalSpelling.of(claim)));
            }

            @Override
            public Boolean imported(Declaration.Import imported) {
                // What it brings stands among the declarations.
                return true;
            }

            @Override
            public Boolean part(Declaration.Part part) {
                return true;
            }

            @Override
            public Boolean broken(Declaration.Broken broken) {
                throw new IllegalStateException("a broken declaration was not reported");
            }
        };
        policy.declarations().forEach(declaration -> declaration.match(sorting));
        List<Scope> named = scopes.entrySet().stream()
                .map(scope -> new Scope(new ControlId(scope.getKey()), scope.getValue()))
                .toList();
        return new PolicyPack(header(), named, controls, recalibrations, duties, requirements, claims, tests);
    }

    private static Recalibration lower(Declaration.Recalibration change) {
        return new Recalibration(
                new ControlId(change.control().value()),
                change.from().value(),
                change.to().value(),
                Terms.period(change.period()),
                change.because().value(),
                Terms.quorum(change.approvedBy()),
                change.maxRenewals().value());
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
                header.missingData().value(),
                header.changes().map(Terms::signing));
    }
}
