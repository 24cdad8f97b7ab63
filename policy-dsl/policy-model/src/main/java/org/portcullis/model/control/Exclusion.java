package org.portcullis.model.control;

import org.portcullis.model.value.Value;

/** Who may not approve although the role would allow it. */
public sealed interface Exclusion {

    /** Dispatches on the kind of exclusion. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of exclusion. */
    interface Cases<R> {
        R requester(Requester exclusion);

        R delegates(DelegatesOfRequester exclusion);

        R holders(HoldersOf exclusion);

        R editors(RecentEditors exclusion);
    }

    /** The person who submitted. */
    record Requester() implements Exclusion {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.requester(this);
        }
    }

    /** Anyone who acts for the requester. */
    record DelegatesOfRequester() implements Exclusion {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.delegates(this);
        }
    }

    /** Anyone who holds the role. */
    record HoldersOf(Role role) implements Exclusion {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.holders(this);
        }
    }

    /** Anyone who changed the control within the span before the hold. */
    record RecentEditors(Value.TimeSpan within) implements Exclusion {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.editors(this);
        }
    }
}
