package org.portcullis.model.control;

import java.util.Optional;
import org.portcullis.model.condition.Reference;

/**
 * How a soft limit's warnings are acknowledged before the order goes on.
 *
 * @param mode one by one, or all at once by one act of the maker
 * @param reasonRequired whether each acknowledgement states a reason
 * @param retyped the amount that is typed again, if any
 * @param largestFirst whether the largest amount comes first
 * @param by the role that acknowledges; empty means the submitter
 */
public record Acknowledgement(
        Mode mode, boolean reasonRequired, Optional<Reference> retyped, boolean largestFirst, Optional<Role> by) {

    /** How many warnings one act clears. */
    public enum Mode {
        ONE_BY_ONE("one by one"),
        ALL_AT_ONCE("all at once");

        private final String words;

        Mode(String words) {
            this.words = words;
        }

        /** The mode as policies write it. */
        public String words() {
            return words;
        }
    }
}
