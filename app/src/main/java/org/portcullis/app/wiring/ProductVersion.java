package org.portcullis.app.wiring;

import java.util.Optional;

/** Knows which build runs. */
public final class ProductVersion {
    private ProductVersion() {}

    /** The version, or `development build` where it runs from classes. */
    public static String text() {
        return Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion())
                .orElse("development build");
    }
}
