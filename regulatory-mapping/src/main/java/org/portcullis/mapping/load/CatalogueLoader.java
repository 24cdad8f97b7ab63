package org.portcullis.mapping.load;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.yaml.Fault;

/**
 * Loads a catalogue of provisions from an index file, a file of sources and one file per corpus.
 *
 * <p>The form of the files is described in {@code docs/regulation.md}. Loading has no effect besides reading; it is safe
 * from several threads.
 */
public final class CatalogueLoader {

    private CatalogueLoader() {}

    /**
     * Loads the catalogue that is part of the product.
     *
     * @throws IllegalStateException if the product was built with a faulty catalogue; a test keeps that from happening
     */
    public static ProvisionCatalogue embedded() {
        return new CatalogueReading(new ResourceFiles()).read().match(catalogue -> catalogue, faults -> {
            throw new IllegalStateException("the built-in catalogue is faulty:\n" + lines(faults));
        });
    }

    /**
     * Loads the catalogue whose {@code index.yaml} stands in the folder; every other YAML file there MUST be listed in
     * the index. Missing and unreadable files are faults, never exceptions.
     */
    public static CatalogueLoading fromDirectory(Path directory) {
        return new CatalogueReading(new DirectoryFiles(directory)).read();
    }

    private static String lines(List<Fault> faults) {
        return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }
}
