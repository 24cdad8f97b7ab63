package org.portcullis.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.model.PolicyPack;

/** The engine needs `engine-core`, `policy-model`, a JDK, and nothing else to run. */
class TwoJarsTest {

    /** Sees the JDK, the two modules and the program that is run; no library, not even the annotations. */
    private static URLClassLoader twoJars() {
        URL[] places = Stream.of(OrderEngine.class, PolicyPack.class, TwoJarsTest.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
    }

    @Test
    void aBasketIsHeldSignedAndBurnedWithTwoJars() throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader = twoJars()) {
            Supplier<?> program = (Supplier<?>) loader.loadClass("org.portcullis.engine.flow.TwoJarsProgram")
                    .getConstructor()
                    .newInstance();
            assertEquals(List.of("Waiting", "Waiting", "Released", "Admitted"), program.get());
        }
    }

    @Test
    void noLibraryIsInReach() throws IOException {
        try (URLClassLoader loader = twoJars()) {
            for (String library : List.of("org.jspecify.annotations.NullMarked", "org.junit.jupiter.api.Test")) {
                assertThrows(ClassNotFoundException.class, () -> loader.loadClass(library));
            }
        }
    }
}
