package org.portcullis.organisation.file;

import java.util.List;
import java.util.function.Function;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.yaml.Fault;

/** The outcome of reading an organisation file: the organisation, or everything that is wrong with the file. */
public sealed interface OrganisationLoading {

    /** Gives the result of the case that this outcome is. */
    <R> R match(Function<Organisation, R> loaded, Function<List<Fault>, R> refused);

    /** A file without a fault. */
    record Loaded(Organisation organisation) implements OrganisationLoading {
        @Override
        public <R> R match(Function<Organisation, R> loaded, Function<List<Fault>, R> refused) {
            return loaded.apply(organisation);
        }
    }

    /**
     * A file with faults; one refuses the whole file, since half an organisation would make checks say what is not so.
     *
     * @param faults in the order of the file, at least one
     */
    record Refused(List<Fault> faults) implements OrganisationLoading {
        public Refused {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a refusal has at least one fault");
            }
        }

        @Override
        public <R> R match(Function<Organisation, R> loaded, Function<List<Fault>, R> refused) {
            return refused.apply(faults);
        }
    }
}
