package org.portcullis.app.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** States the one home of each library. */
class LibraryHomesTest {
    private static final String APP = "org.portcullis.app";
    private static final String BENCHMARK = "org.portcullis.benchmark";

    /** Lists every library that main classes may use. A library that is not here has no home yet: give it one first. */
    static List<Home> homes() {
        return List.of(
                new Home("org.antlr", "org.portcullis.compiler.internal.parse"),
                new Home("org.eclipse.lsp4j", "org.portcullis.languageserver"),
                new Home("com.google.gson", "org.portcullis.languageserver"),
                new Home("org.drools", "org.portcullis.engine.drools", BENCHMARK),
                new Home("org.kie", "org.portcullis.engine.drools", BENCHMARK),
                new Home("org.openjdk.jmh", BENCHMARK),
                new Home("com.sun.management", BENCHMARK),
                new Home("com.googlecode.aviator", BENCHMARK),
                new Home("org.apache.commons.jexl3", BENCHMARK),
                new Home("dev.cel", BENCHMARK),
                new Home("org.evrete", BENCHMARK),
                new Home("com.cedarpolicy", BENCHMARK),
                new Home("io.micrometer", "org.portcullis.engine.metrics", "org.portcullis.example.embedding"),
                new Home("org.bouncycastle", "org.portcullis.journal"),
                new Home("com.sun.net.httpserver", "org.portcullis.witness", "org.portcullis.journal.anchor"),
                new Home("org.apache.poi", "org.portcullis.report.excel", "org.portcullis.report.word"),
                new Home("org.apache.commons.compress", "org.portcullis.report.excel"),
                new Home("org.apache.xmlbeans", "org.portcullis.report.excel", "org.portcullis.report.word"),
                new Home("org.openxmlformats", "org.portcullis.report.excel", "org.portcullis.report.word"),
                new Home("org.yaml.snakeyaml", "org.portcullis.yaml", APP),
                new Home("de.focus_shift.jollyday", "org.portcullis.organisation.calendar"),
                new Home("de.siegmar.fastcsv", APP),
                new Home("picocli", APP));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void libraryIsUsedOnlyAtHome(Home home) {
        List<String> elsewhere = ProductClasses.dependencies()
                .filter(home::isAbout)
                .filter(dependency -> !home.allows(dependency))
                .map(Dependency::getDescription)
                .sorted()
                .toList();
        assertEquals(List.of(), elsewhere);
    }

    @Test
    void everyLibraryHasAHome() {
        List<String> homeless = ProductClasses.dependencies()
                .filter(dependency -> !isJdkOrOurs(ProductClasses.targetPackage(dependency)))
                .filter(dependency -> homes().stream().noneMatch(home -> home.isAbout(dependency)))
                .map(Dependency::getDescription)
                .sorted()
                .toList();
        assertEquals(List.of(), homeless);
    }

    @Test
    void nothingUsesDatabasesYet() {
        List<String> found = ProductClasses.dependencies()
                .filter(dependency -> ProductClasses.targetPackage(dependency).matches("javax?\\.sql(\\..*)?"))
                .map(Dependency::getDescription)
                .sorted()
                .toList();
        assertEquals(List.of(), found);
    }

    private static boolean isJdkOrOurs(String packageName) {
        return packageName.isEmpty()
                || packageName.startsWith("java.")
                || packageName.startsWith("javax.")
                || packageName.equals("org.jspecify.annotations")
                || ProductModule.isWithin(packageName, ProductClasses.ROOT);
    }

    /** The packages that may import a library. */
    record Home(String library, List<String> packages) {
        Home(String library, String... packages) {
            this(library, List.of(packages));
        }

        boolean isAbout(Dependency dependency) {
            return ProductModule.isWithin(ProductClasses.targetPackage(dependency), library);
        }

        boolean allows(Dependency dependency) {
            String origin = dependency.getOriginClass().getPackageName();
            return packages.stream().anyMatch(home -> ProductModule.isWithin(origin, home));
        }
    }
}
