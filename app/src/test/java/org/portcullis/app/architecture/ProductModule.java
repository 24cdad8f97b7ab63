package org.portcullis.app.architecture;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Names each module by its root package, with the modules that it may import. */
enum ProductModule {
    YAML("org.portcullis.yaml"),
    MODEL("org.portcullis.model"),
    ORGANISATION("org.portcullis.organisation"),
    COMPILER("org.portcullis.compiler"),
    LANGUAGE_SERVER("org.portcullis.languageserver"),
    ENGINE("org.portcullis.engine"),
    DROOLS("org.portcullis.engine.drools"),
    METRICS("org.portcullis.engine.metrics"),
    JOURNAL("org.portcullis.journal"),
    VAULT("org.portcullis.vault"),
    VERIFIER("org.portcullis.verifier"),
    WITNESS("org.portcullis.witness"),
    MAPPING("org.portcullis.mapping"),
    REPORT("org.portcullis.report"),
    EXAMPLE("org.portcullis.example.embedding"),
    BENCHMARK("org.portcullis.benchmark"),
    APP("org.portcullis.app");

    private final String rootPackage;

    ProductModule(String rootPackage) {
        this.rootPackage = rootPackage;
    }

    /** Finds the module of a package: the one with the longest root, since the root of one may lie inside that of another. */
    static Optional<ProductModule> of(String packageName) {
        return Arrays.stream(values())
                .filter(module -> isWithin(packageName, module.rootPackage))
                .reduce((one, other) -> one.rootPackage.length() > other.rootPackage.length() ? one : other);
    }

    /** Tells whether a package is the root or lies below it. */
    static boolean isWithin(String packageName, String rootPackage) {
        return packageName.equals(rootPackage) || packageName.startsWith(rootPackage + ".");
    }

    boolean mayImport(ProductModule other) {
        return this == other || imports().contains(other);
    }

    /** Tells whether a module is a program, which reads clocks, draws at random and prints. */
    boolean isProgram() {
        return this == APP || this == EXAMPLE || this == WITNESS || this == BENCHMARK;
    }

    private Set<ProductModule> imports() {
        return switch (this) {
            case MODEL, VERIFIER, WITNESS -> Set.of();
            case COMPILER, ENGINE, YAML -> Set.of(MODEL);
            case LANGUAGE_SERVER -> Set.of(MODEL, COMPILER, ENGINE);
            case MAPPING, ORGANISATION -> Set.of(MODEL, YAML);
            case DROOLS, JOURNAL, METRICS, VAULT -> Set.of(MODEL, ENGINE);
            case REPORT -> Set.of(MODEL, ENGINE, MAPPING);
            case EXAMPLE -> Set.of(MODEL, COMPILER, ENGINE, DROOLS, JOURNAL, METRICS, VERIFIER);
            case BENCHMARK -> Set.of(MODEL, COMPILER, ENGINE, DROOLS, JOURNAL);
            case APP -> Set.of(values());
        };
    }
}
