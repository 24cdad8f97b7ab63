package org.portcullis.mapping.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.yaml.Fault;

/** Loads profiles of coverage: those that are part of the product by name, and those of a firm from the bytes of a file. */
public final class ProfileLoader {

    /** The largest file that is read, in bytes. */
    public static final int MAX_BYTES = CatalogueFiles.MAX_BYTES;

    /** Lists the names of the profiles that are part of the product. */
    public static final List<String> BUILT_IN = List.of("uk-algorithmic-trading", "pra-firm", "rts6-self-assessment");

    /** The one of them that workbooks list when nobody names another. */
    public static final String DEFAULT = "uk-algorithmic-trading";

    private static final String FOLDER = "/org/portcullis/mapping/profiles/";

    private ProfileLoader() {}

    /**
     * Loads a profile that is part of the product.
     *
     * @param name one of {@link #BUILT_IN}
     * @throws IllegalArgumentException if there is none of that name
     * @throws IllegalStateException if the product was built with a faulty profile; a test keeps that from happening
     */
    public static CoverageProfile builtIn(String name, ProvisionCatalogue catalogue) {
        if (!BUILT_IN.contains(name)) {
            throw new IllegalArgumentException("there is no profile `" + name + "`");
        }
        String file = name + ".yaml";
        try (InputStream stream = ProfileLoader.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("the product lacks `" + file + "`");
            }
            return read(file, stream.readNBytes(MAX_BYTES + 1), catalogue).match(profile -> profile, faults -> {
                throw new IllegalStateException("a built-in profile is faulty:\n"
                        + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a profile from the bytes of a file, at most one more than {@link #MAX_BYTES}.
     *
     * @param label what faults call the file
     */
    public static ProfileLoading read(String label, byte[] bytes, ProvisionCatalogue catalogue) {
        return new ProfileReading(label, catalogue).read(bytes);
    }
}
