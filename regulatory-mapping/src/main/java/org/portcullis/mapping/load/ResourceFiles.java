package org.portcullis.mapping.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the catalogue that is part of the product. */
final class ResourceFiles implements CatalogueFiles {

    private static final String FOLDER = "/org/portcullis/mapping/catalogue/";

    @Override
    public String label(String name) {
        return name;
    }

    @Override
    public byte[] read(String name) throws IOException {
        try (InputStream stream = ResourceFiles.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IOException("there is no such file");
            }
            return stream.readNBytes(MAX_BYTES + 1);
        }
    }

    @Override
    public List<String> present() {
        return List.of();
    }
}
