package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample with every kind of declaration does what its tests say, and is written as policies are. */
class SamplePolicyTest {
    private static final String SAMPLE =
            CommandLineFixture.HOME.resolve("policies/delta1/delta1.policy").toString();

    @TempDir
    private Path folder;

    @Test
    void everyTestOfTheSamplePasses() {
        CommandLineFixture.Ran ran = new CommandLineFixture(folder).run("test", SAMPLE);
        assertEquals(0, ran.status(), ran.out() + ran.err());
    }

    @Test
    void sampleCompilesWithoutAnError() {
        CommandLineFixture.Ran ran = new CommandLineFixture(folder).run("check", SAMPLE, "--as-of", "2026-12-01");
        assertEquals(0, ran.status(), ran.out() + ran.err());
    }

    @Test
    void policiesOfTheRepositoryAreLaidOut() {
        Path policies = CommandLineFixture.HOME.resolve("policies");
        CommandLineFixture.Ran ran = new CommandLineFixture(folder)
                .run(
                        "format",
                        "--check",
                        policies.resolve("delta1").toString(),
                        policies.resolve("delta1/shared").toString(),
                        policies.resolve("incidents/2022-05-02/policies").toString());
        assertEquals(0, ran.status(), ran.out() + ran.err());
    }
}
