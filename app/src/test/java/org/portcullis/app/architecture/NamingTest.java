package org.portcullis.app.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.junit.jupiter.api.Test;

/** States which words say nothing in the name of a type. */
class NamingTest {
    private static final List<String> BANNED = List.of(
            "Manager",
            "Helper",
            "Util",
            "Utils",
            "Processor",
            "Handler",
            "Impl",
            "Data",
            "Info",
            "Base",
            "Validator",
            "Service");

    @Test
    void noTypeNameEndsInAWordThatSaysNothing() {
        List<String> found = ProductClasses.classes()
                .filter(type -> BANNED.stream().anyMatch(type.getSimpleName()::endsWith))
                .map(JavaClass::getName)
                .sorted()
                .toList();
        assertEquals(List.of(), found);
    }
}
