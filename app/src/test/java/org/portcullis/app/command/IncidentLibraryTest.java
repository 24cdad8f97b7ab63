package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.model.json.IllFormedJson;

/** What holds for every incident of the library. */
@Tag("long")
class IncidentLibraryTest {
    private static final Path LIBRARY = CommandLineFixture.HOME.resolve("policies/incidents");

    /** The day on which citations and reviews are checked. */
    private static final String AS_OF = "2022-05-02";

    @TempDir
    private Path folder;

    static List<Path> incidents() {
        return children(LIBRARY);
    }

    static List<Path> policies() {
        return incidents().stream()
                .flatMap(incident -> children(incident.resolve("policies")).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyTestOfAPolicyPasses(Path policy) {
        CommandLineFixture.Ran ran = new CommandLineFixture(folder).run("test", policy.toString());
        assertEquals(0, ran.status(), ran.out() + ran.err());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyPolicyCompilesAndIsReviewed(Path policy) {
        CommandLineFixture.Ran ran = new CommandLineFixture(folder).run("check", policy.toString(), "--as-of", AS_OF);
        assertEquals(0, ran.status(), ran.out() + ran.err());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyPolicyIsLaidOut(Path policy) {
        CommandLineFixture.Ran ran = new CommandLineFixture(folder).run("format", "--check", policy.toString());
        assertEquals(0, ran.status(), ran.out() + ran.err());
    }

    @ParameterizedTest
    @MethodSource("incidents")
    void everyIncidentSaysWhatIsRealWhatWouldHaveStoppedItAndWhatIsNotPrevented(Path incident) throws IOException {
        String scenario = Files.readString(incident.resolve("scenario.yaml"));

        assertTrue(Files.exists(incident.resolve("data/README.md")));
        assertTrue(scenario.contains("\nsynthetic: "));
        assertTrue(scenario.contains("\nwhat would have stopped it:\n"));
        assertTrue(scenario.contains("\nwhat this does not prevent:\n"));
        assertTrue(scenario.contains("must: stop everything"));
        assertTrue(scenario.contains("must: let everything through"));
    }

    @Test
    void theLibraryIsReplayedInOneDocumentAndEachIncidentLeavesAJournalThatVerifies() throws IllFormedJson {
        CommandLineFixture.Ran ran = new CommandLineFixture(folder).run("replay", LIBRARY.toString(), "--json");

        assertEquals(0, ran.status(), ran::err);
        assertEquals(
                incidents().stream()
                        .map(incident -> incident.getFileName().toString())
                        .toList(),
                ran.json().array("incidents").objects().stream()
                        .map(each -> each.text("folder"))
                        .toList());
        for (Path incident : incidents()) {
            String out = "out/incidents/" + incident.getFileName();
            CommandLineFixture.Ran verified =
                    new CommandLineFixture(folder).run("verify", out + "/journal", "--key", out + "/journal.vkey");
            assertEquals(0, verified.status(), verified::out);
        }
    }

    @Test
    void aRunThatDoesNotComeToWhatItMustFailsTheReplay() throws IOException {
        Path copy = copied("2012-merrill");
        Path scenario = copy.resolve("scenario.yaml");
        Files.writeString(
                scenario,
                Files.readString(scenario)
                        .replaceFirst(
                                "(?s)(policy: as-on-the-day, basket: erroneous.*?)}]}",
                                "$1}], must: stop everything}"));

        CommandLineFixture.Ran one = new CommandLineFixture(folder).run("replay", copy.toString(), "--out", "one");
        CommandLineFixture.Ran all = new CommandLineFixture(folder).run("replay", library(), "--out", "all");

        assertEquals(List.of(1, 1), List.of(one.status(), all.status()));
        assertTrue(one.out().contains("   IT MUST stop everything, the scenario says\n"), one::out);
        assertTrue(all.out().contains("1 incident, 9 runs, 1 with another end"), all::out);
    }

    @Test
    void aMistakeInOneScenarioLeavesNothingOfTheOthersBehind() throws IOException {
        Path copy = copied("2012-merrill");
        Files.writeString(Files.createDirectories(copy.resolveSibling("zz")).resolve("scenario.yaml"), "scenario: x\n");

        CommandLineFixture.Ran ran = new CommandLineFixture(folder).run("replay", library(), "--out", "all");

        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("zz/scenario.yaml"), ran::err);
        assertFalse(Files.exists(folder.resolve("all")));
    }

    @Test
    void aPolicyThatDoesNotCompileStopsTheReplayOfAll() throws IOException {
        Path copy = copied("2012-merrill");
        Path policy = copy.resolve("policies/repaired.policy");
        Files.writeString(policy, Files.readString(policy).replaceFirst("block    the order", "blocks   the order"));

        CommandLineFixture.Ran ran = new CommandLineFixture(folder).run("replay", library(), "--out", "all");

        assertEquals(1, ran.status());
        assertFalse(Files.exists(folder.resolve("all")));
    }

    @Test
    void aFolderWithoutAnyScenarioIsNamed() {
        CommandLineFixture.Ran ran = new CommandLineFixture(folder).run("replay", ".");

        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("a scenario is a folder with a scenario.yaml"), ran::err);
    }

    @Test
    void whatThePageShowsIsWhatTheCommandsPrint() throws IOException {
        copy(LIBRARY, folder.resolve("policies/incidents"));

        assertEquals(
                List.of(),
                new DocumentedRuns(CommandLineFixture.HOME.resolve("docs/incidents.md"), folder).differences());
    }

    @Test
    void thePageNamesEveryIncident() throws IOException {
        String page = Files.readString(CommandLineFixture.HOME.resolve("docs/incidents.md"));

        for (Path incident : incidents()) {
            assertTrue(page.contains("policies/incidents/" + incident.getFileName()), incident::toString);
        }
    }

    private String library() {
        return folder.resolve("library").toString();
    }

    private Path copied(String incident) throws IOException {
        Path copy = folder.resolve("library").resolve(incident);
        copy(LIBRARY.resolve(incident), copy);
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static List<Path> children(Path parent) {
        try (Stream<Path> found = Files.list(parent)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
