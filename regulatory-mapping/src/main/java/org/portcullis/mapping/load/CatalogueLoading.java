package org.portcullis.mapping.load;

import java.util.List;
import java.util.function.Function;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.yaml.Fault;

/** Is the outcome of reading a catalogue: the catalogue, or everything that is wrong with its files. */
public sealed interface CatalogueLoading {

    /** Gives the result of the case that this outcome is. */
    <R> R match(Function<ProvisionCatalogue, R> loaded, Function<List<Fault>, R> refused);

    /**
     * Is a catalogue without a fault.
     *
     * @param catalogue the catalogue
     */
    record Loaded(ProvisionCatalogue catalogue) implements CatalogueLoading {
        @Override
        public <R> R match(Function<ProvisionCatalogue, R> loaded, Function<List<Fault>, R> refused) {
            return loaded.apply(catalogue);
        }
    }

    /**
     * Is a refusal; one fault refuses the whole catalogue, since a half-read one would call citations unknown.
     *
     * @param faults what is wrong, sorted by file and place, at least one
     */
    record Refused(List<Fault> faults) implements CatalogueLoading {

        /** Copies the faults and refuses an empty list. */
        public Refused {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs at least one fault");
            }
        }

        @Override
        public <R> R match(Function<ProvisionCatalogue, R> loaded, Function<List<Fault>, R> refused) {
            return refused.apply(faults);
        }
    }
}
