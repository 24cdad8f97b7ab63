package org.portcullis.mapping.load;

import java.util.List;
import java.util.function.Function;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.yaml.Fault;

/** Is the outcome of reading a profile: the profile, or everything that is wrong with its file. */
public sealed interface ProfileLoading {

    /** Gives the result of the case that this outcome is. */
    <R> R match(Function<CoverageProfile, R> loaded, Function<List<Fault>, R> refused);

    /**
     * Is a profile without a fault.
     *
     * @param profile the profile
     */
    record Loaded(CoverageProfile profile) implements ProfileLoading {
        @Override
        public <R> R match(Function<CoverageProfile, R> loaded, Function<List<Fault>, R> refused) {
            return loaded.apply(profile);
        }
    }

    /**
     * Is a refusal.
     *
     * @param faults what is wrong, sorted by place, at least one
     */
    record Refused(List<Fault> faults) implements ProfileLoading {

        /** Copies the faults and refuses an empty list. */
        public Refused {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs at least one fault");
            }
        }

        @Override
        public <R> R match(Function<CoverageProfile, R> loaded, Function<List<Fault>, R> refused) {
            return refused.apply(faults);
        }
    }
}
