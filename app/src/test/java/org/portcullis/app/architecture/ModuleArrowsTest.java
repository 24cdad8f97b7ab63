package org.portcullis.app.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** States which module may see which, and that no rule passes because it looked at nothing. */
class ModuleArrowsTest {
    /** Raise this as the product grows; it is there so that a wrong class path cannot make every rule pass. */
    private static final int CLASS_FLOOR = 400;

    @Test
    void rulesLookAtTheWholeProduct() {
        long found = ProductClasses.classes().count();
        assertTrue(found >= CLASS_FLOOR, found + " classes found, at least " + CLASS_FLOOR + " expected");
    }

    @Test
    void everyModuleIsSeen() {
        List<ProductModule> unseen = Arrays.stream(ProductModule.values())
                .filter(module -> ProductClasses.classesOf(module).findAny().isEmpty())
                .toList();
        assertEquals(List.of(), unseen);
    }

    @Test
    void everyClassBelongsToAModule() {
        List<String> strays = ProductClasses.classes()
                .filter(type -> ProductModule.of(type.getPackageName()).isEmpty())
                .map(JavaClass::getName)
                .toList();
        assertEquals(List.of(), strays);
    }

    @Test
    void modulesImportOnlyWhatTheirArrowsAllow() {
        assertNone(crossings().filter(crossing -> !crossing.from().mayImport(crossing.to())));
    }

    @Test
    void engineNeverSeesTheCompiler() {
        assertNone(crossings()
                .filter(crossing -> crossing.to() == ProductModule.COMPILER
                        && !crossing.from().isProgram()
                        && crossing.from() != ProductModule.LANGUAGE_SERVER));
    }

    @Test
    void nothingDependsOnTheCommandLine() {
        assertNone(crossings().filter(crossing -> crossing.to() == ProductModule.APP));
    }

    @Test
    void internalPackagesAreClosedToOtherModules() {
        assertNone(crossings()
                .filter(crossing ->
                        ProductClasses.targetPackage(crossing.dependency()).matches(".*\\.internal(\\..*)?")));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ProductClasses.ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(ProductClasses.all());
    }

    @Test
    void verifierDependsOnTheJdkAlone() {
        assertNone(ProductClasses.classesOf(ProductModule.VERIFIER)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isOutsideVerifier(ProductClasses.targetPackage(dependency)))
                .map(Crossing::of));
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = ProductClasses.classes()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                // The parser generator writes code that returns null for what was not written.
                .filter(name -> !name.endsWith(".parse.generated"))
                .sorted()
                .toList();
        assertEquals(List.of(), unmarked);
    }

    /** JSpecify's annotations are no dependency at run time: a JVM drops the annotations whose classes it does not have. */
    private static boolean isOutsideVerifier(String packageName) {
        return !packageName.isEmpty()
                && !packageName.startsWith("java.")
                && !packageName.equals("javax.security.auth.x500")
                && !packageName.equals("org.jspecify.annotations")
                && !ProductModule.isWithin(packageName, "org.portcullis.verifier");
    }

    private static Stream<Crossing> crossings() {
        return ProductClasses.dependencies()
                .filter(dependency ->
                        ProductModule.isWithin(ProductClasses.targetPackage(dependency), ProductClasses.ROOT))
                .map(Crossing::of)
                .filter(crossing -> crossing.from() != crossing.to());
    }

    private static void assertNone(Stream<Crossing> crossings) {
        assertEquals(
                List.of(),
                crossings
                        .map(crossing -> crossing.dependency().getDescription())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** A dependency with the modules at its two ends; a class outside every module, or of a library, counts for the command line. */
    private record Crossing(ProductModule from, ProductModule to, Dependency dependency) {
        static Crossing of(Dependency dependency) {
            return new Crossing(
                    ProductModule.of(dependency.getOriginClass().getPackageName())
                            .orElse(ProductModule.APP),
                    ProductModule.of(ProductClasses.targetPackage(dependency)).orElse(ProductModule.APP),
                    dependency);
        }
    }
}
