package org.portcullis.app.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;

/** Reads the main classes of every module, once for all rules. */
final class ProductClasses {
    static final String ROOT = "org.portcullis";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // What JMH generates follows no rule of ours.
            .withImportOption(location -> !location.contains("/jmh_generated/"))
            .importPackages(ROOT);

    private ProductClasses() {}

    static JavaClasses all() {
        return CLASSES;
    }

    static Stream<JavaClass> classes() {
        return CLASSES.stream();
    }

    static Stream<JavaClass> classesOf(ProductModule... modules) {
        return classes().filter(type -> Stream.of(modules).anyMatch(module -> isIn(type, module)));
    }

    static boolean isIn(JavaClass type, ProductModule module) {
        return ProductModule.of(type.getPackageName()).filter(module::equals).isPresent();
    }

    /** Tells whether a class belongs to a program: to the command line or to an example. */
    static boolean isProgram(JavaClass type) {
        return ProductModule.of(type.getPackageName())
                .filter(ProductModule::isProgram)
                .isPresent();
    }

    /** Lists what the classes mention in any way: calls, fields, signatures, annotations, inheritance. */
    static Stream<Dependency> dependencies() {
        return classes().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    /** Lists the calls, method references and field accesses that the classes make. */
    static Stream<JavaAccess<?>> accesses() {
        return classes().flatMap(type -> type.getAccessesFromSelf().stream());
    }

    /** Names the package at the far end of a dependency; of an array, that of its elements; of a primitive, none. */
    static String targetPackage(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        return target.isPrimitive() ? "" : target.getPackageName();
    }
}
