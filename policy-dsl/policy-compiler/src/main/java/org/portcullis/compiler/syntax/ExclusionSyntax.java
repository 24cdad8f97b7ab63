package org.portcullis.compiler.syntax;

import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.value.Value;

/** Who may not sign although the role would allow it. */
public sealed interface ExclusionSyntax extends Syntax {

    /** Dispatches on the kind of exclusion. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of exclusion. */
    interface Cases<R> {
        R requester(Requester exclusion);

        R delegates(DelegatesOfRequester exclusion);

        R holders(HoldersOf exclusion);

        R editors(RecentEditors exclusion);
    }

    /** `the requester`. */
    record Requester(Span span) implements ExclusionSyntax {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.requester(this);
        }
    }

    /** `delegates of the requester`. */
    record DelegatesOfRequester(Span span) implements ExclusionSyntax {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.delegates(this);
        }
    }

    /** `role "Sales"`. */
    record HoldersOf(Located<String> role, Span span) implements ExclusionSyntax {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.holders(this);
        }
    }

    /** `anyone who changed this rule in the last 30 days`. */
    record RecentEditors(Located<Value.TimeSpan> within, Span span) implements ExclusionSyntax {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.editors(this);
        }
    }
}
