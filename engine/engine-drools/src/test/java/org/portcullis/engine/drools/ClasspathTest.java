package org.portcullis.engine.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Holds that no compiler, interpreter or parser of rule text comes along with Drools. */
class ClasspathTest {
    private static final List<String> UNWANTED = List.of(
            "mvel", "ecj", "xstream", "antlr", "drl-parser", "drl-ast", "drl-extensions", "alphanetwork", "janino");
    private static final List<String> DROOLS = List.of(
            "drools-base",
            "drools-canonical-model",
            "drools-compiler",
            "drools-core",
            "drools-io",
            "drools-kiesession",
            "drools-model-compiler",
            "drools-util",
            "drools-wiring-api",
            "drools-wiring-static",
            "kie-api",
            "kie-internal",
            "kie-memory-compiler");

    @Test
    void nothingThatCompilesOrReadsRuleTextIsOnTheClasspath() {
        List<String> found = jars().stream()
                .filter(jar -> UNWANTED.stream().anyMatch(jar::contains))
                .toList();
        assertEquals(List.of(), found);
    }

    @Test
    void droolsIsTheseJarsAndNoOthers() {
        List<String> found = jars().stream()
                .filter(jar -> jar.startsWith("drools-") || jar.startsWith("kie-"))
                .map(jar -> jar.replaceFirst("-\\d.*", ""))
                .sorted()
                .toList();
        assertEquals(DROOLS, found);
    }

    @Test
    void classpathIsSeen() {
        assertTrue(jars().size() > DROOLS.size(), jars().toString());
    }

    private static List<String> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> new File(path).getName().toLowerCase(Locale.ROOT))
                .filter(name -> name.endsWith(".jar"))
                .toList();
    }
}
