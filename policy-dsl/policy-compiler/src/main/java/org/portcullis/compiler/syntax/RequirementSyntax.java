package org.portcullis.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.control.ControlKind;

/** A part of a requirement on the policy itself. */
public sealed interface RequirementSyntax extends Syntax {

    /** What the requirement runs over. */
    sealed interface Over extends RequirementSyntax {

        /** Dispatches on what is run over. */
        <R> R match(OverCases<R> cases);
    }

    /** Handles each thing a requirement may run over. */
    interface OverCases<R> {
        R values(Values over);

        R organisation(OfOrganisation over);

        R provisions(Provisions over);
    }

    /** `order.location of ("London", "New York")`; at least one value. */
    record Values(ReferenceSyntax attribute, List<Located<String>> values, Span span) implements Over {
        public Values {
            values = List.copyOf(values);
        }

        @Override
        public <R> R match(OverCases<R> cases) {
            return cases.values(this);
        }
    }

    /** `order.desk of the organisation`. */
    record OfOrganisation(ReferenceSyntax attribute, Span span) implements Over {
        @Override
        public <R> R match(OverCases<R> cases) {
            return cases.organisation(this);
        }
    }

    /** `provision of FCA-MAR`. */
    record Provisions(Located<String> corpus, Span span) implements Over {
        @Override
        public <R> R match(OverCases<R> cases) {
            return cases.provisions(this);
        }
    }

    /**
     * `a hard limit on basket.notional`, or `the same controls`.
     *
     * @param kind empty means the same controls
     */
    record Need(Optional<Located<ControlKind>> kind, Optional<ReferenceSyntax> on, Span span)
            implements RequirementSyntax {}
}
