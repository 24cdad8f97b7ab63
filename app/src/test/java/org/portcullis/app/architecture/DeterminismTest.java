package org.portcullis.app.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** States that a decision depends on its input alone: no clock, no chance, no place, no rounding of its own. */
class DeterminismTest {
    /** ANTLR writes static arrays that are not final into its lexers, and never changes them. */
    private static final String GENERATED = "org.portcullis.compiler.internal.parse.generated";

    /**
     * The classes outside programs that are given a source of time: the front of the engine, which hands instants on, and the
     * timestamp authority of demonstrations, whose answers are times.
     */
    private static final Set<String> TIME_SOURCES =
            Set.of("org.portcullis.engine.flow.EngineFront", "org.portcullis.journal.anchor.DemonstrationAuthority");

    /**
     * The classes outside programs that measure how long something takes, and may read nothing else: the thread that publishes a journal, so that nobody must ask
     * it to. What it writes does not depend on it.
     */
    private static final Set<String> STOPWATCHES = Set.of("org.portcullis.journal.Publisher");

    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.Instant.now",
            "java.time.InstantSource.system",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.LocalTime.now",
            "java.time.MonthDay.now",
            "java.time.OffsetDateTime.now",
            "java.time.OffsetTime.now",
            "java.time.Year.now",
            "java.time.YearMonth.now",
            "java.time.ZonedDateTime.now",
            "java.time.ZoneId.systemDefault",
            "java.util.Calendar.getInstance",
            "java.util.Date.<init>",
            "java.util.TimeZone.getDefault");

    private static final Set<String> CLOCK_TYPES =
            Set.of("java.time.Clock", "java.time.InstantSource", "java.util.Timer");

    private static final Set<String> CHANCE =
            Set.of("java.lang.Math.random", "java.util.UUID.randomUUID", "java.util.Collections.shuffle");

    private static final Set<String> CHANCE_TYPES = Set.of(
            "java.security.KeyPairGenerator",
            "java.security.SecureRandom",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.random.RandomGenerator",
            "javax.crypto.KeyGenerator");

    private static final Set<String> SURROUNDINGS = Set.of(
            "java.lang.System.getProperty",
            "java.lang.System.getProperties",
            "java.lang.System.getenv",
            "java.lang.System.lineSeparator",
            "java.nio.charset.Charset.defaultCharset",
            "java.util.Locale.getDefault");

    /** What formats by the locale of the machine unless it is given one. */
    private static final Set<String> BY_LOCALE = Set.of(
            "java.io.PrintStream.format",
            "java.io.PrintStream.printf",
            "java.io.PrintWriter.format",
            "java.io.PrintWriter.printf",
            "java.lang.String.format",
            "java.lang.String.formatted",
            "java.lang.String.toLowerCase",
            "java.lang.String.toUpperCase",
            "java.text.NumberFormat.getInstance",
            "java.time.format.DateTimeFormatter.ofPattern");

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private static final ProductModule[] DECISION_PATH = {
        ProductModule.MODEL, ProductModule.COMPILER, ProductModule.ENGINE, ProductModule.DROOLS
    };

    @Test
    void onlyProgramsReadAClock() {
        assertNone(Stream.concat(
                ProductClasses.accesses()
                        .filter(access -> !ProductClasses.isProgram(access.getOriginOwner()))
                        .filter(access -> isTo(access, CLOCKS))
                        .filter(access -> !measuresHowLong(access))
                        .map(JavaAccess::getDescription),
                dependenciesOutsidePrograms(CLOCK_TYPES)
                        .filter(dependency -> !TIME_SOURCES.contains(
                                dependency.getOriginClass().getName()))
                        .map(Dependency::getDescription)));
    }

    @Test
    void onlyProgramsDrawAtRandom() {
        assertNone(Stream.concat(
                accessesOutsidePrograms(CHANCE),
                dependenciesOutsidePrograms(CHANCE_TYPES).map(Dependency::getDescription)));
    }

    @Test
    void onlyProgramsLookAtTheirSurroundings() {
        assertNone(accessesOutsidePrograms(SURROUNDINGS));
    }

    @Test
    void nothingFormatsByTheLocaleOfTheMachine() {
        assertNone(ProductClasses.accesses()
                .filter(access -> isTo(access, BY_LOCALE))
                .filter(access -> !takes(access, Locale.class))
                .map(JavaAccess::getDescription));
    }

    @Test
    void moneyNeverTouchesFloatingPoint() {
        List<String> found = new ArrayList<>();
        ProductClasses.classesOf(DECISION_PATH).forEach(type -> addFloating(type, found));
        assertNone(found.stream());
    }

    @Test
    void moneyIsScaledLongsRatherThanBigDecimals() {
        assertNone(ProductClasses.classesOf(DECISION_PATH)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        dependency.getTargetClass().getBaseComponentType().isEquivalentTo(BigDecimal.class))
                .map(Dependency::getDescription));
    }

    @Test
    void nothingSleeps() {
        assertNone(ProductClasses.accesses()
                .filter(access -> isTo(access, Set.of("java.lang.Thread.sleep")))
                .map(JavaAccess::getDescription));
    }

    @Test
    void onlyProgramsPrintAndExit() {
        Set<String> output = Set.of("java.lang.System.out", "java.lang.System.err", "java.lang.System.exit");
        assertNone(ProductClasses.accesses()
                .filter(access -> !ProductClasses.isProgram(access.getOriginOwner()))
                .filter(access -> !isVerifierProgram(access.getOriginOwner()))
                .filter(access -> isTo(access, output) || access.getName().equals("printStackTrace"))
                .map(JavaAccess::getDescription));
    }

    @Test
    void nothingStaticChanges() {
        assertNone(ProductClasses.classes()
                .filter(type -> !ProductModule.isWithin(type.getPackageName(), GENERATED))
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .map(JavaField::getFullName));
    }

    private static Stream<String> accessesOutsidePrograms(Set<String> targets) {
        return ProductClasses.accesses()
                .filter(access -> !ProductClasses.isProgram(access.getOriginOwner()))
                .filter(access -> isTo(access, targets))
                .map(JavaAccess::getDescription);
    }

    private static boolean measuresHowLong(JavaAccess<?> access) {
        return STOPWATCHES.contains(access.getOriginOwner().getName())
                && isTo(access, Set.of("java.lang.System.nanoTime"));
    }

    private static Stream<Dependency> dependenciesOutsidePrograms(Set<String> types) {
        return ProductClasses.dependencies()
                .filter(dependency -> !ProductClasses.isProgram(dependency.getOriginClass()))
                .filter(dependency -> types.contains(
                        dependency.getTargetClass().getBaseComponentType().getName()));
    }

    private static boolean isTo(JavaAccess<?> access, Set<String> targets) {
        return targets.contains(access.getTargetOwner().getName() + "." + access.getName());
    }

    private static boolean takes(JavaAccess<?> access, Class<?> parameter) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
    }

    /** The verifier is a program of its own as well as a library: its class with a main method may print. */
    private static boolean isVerifierProgram(JavaClass type) {
        return ProductClasses.isIn(type, ProductModule.VERIFIER)
                && type.tryGetMethod("main", String[].class).isPresent();
    }

    /** Looks at fields and signatures, and at the signatures of what is called: a local variable comes from one of them. */
    private static void addFloating(JavaClass type, List<String> found) {
        for (JavaField field : type.getFields()) {
            if (isFloating(field.getRawType())) {
                found.add(field.getFullName());
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (isFloating(unit.getRawReturnType())
                    || unit.getRawParameterTypes().stream().anyMatch(DeterminismTest::isFloating)) {
                found.add(unit.getFullName());
            }
        }
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            if (access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                    && (isFloating(target.getRawReturnType())
                            || target.getRawParameterTypes().stream().anyMatch(DeterminismTest::isFloating))) {
                found.add(access.getDescription());
            }
        }
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getBaseComponentType().getName());
    }

    private static void assertNone(Stream<String> found) {
        assertEquals(List.of(), found.distinct().sorted().toList());
    }
}
