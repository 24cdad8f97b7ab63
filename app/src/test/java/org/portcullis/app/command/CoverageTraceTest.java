package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.model.json.JsonObject;

/** A trace goes on from provisions and controls to the decisions of a journal and the people in them, and back. */
@Tag("long")
class CoverageTraceTest {
    private static final String REPAIRED =
            CommandLineFixture.INCIDENT.resolve("policies/repaired.policy").toString();

    @TempDir
    private static Path folder = Path.of("");

    private static CommandLineFixture portcullis = new CommandLineFixture(folder);

    @BeforeAll
    static void playTheDemoOnce() {
        portcullis = new CommandLineFixture(folder);
        Ran ran = portcullis.run("demo", "--out", "demo");
        assertEquals(0, ran.status(), ran::err);
    }

    private static Ran trace(String... more) {
        return portcullis.run(Stream.concat(
                        Stream.of(
                                "coverage",
                                REPAIRED,
                                "--profile",
                                "uk-algorithmic-trading",
                                "--as-of",
                                "2022-05-03",
                                "--journal",
                                "demo/journal"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static JsonObject json(String... more) throws Exception {
        Ran ran = trace(Stream.concat(Stream.of(more), Stream.of("--json")).toArray(String[]::new));
        assertEquals(0, ran.status(), () -> ran.out() + ran.err());
        return ran.json();
    }

    private static JsonObject control(JsonObject document, String id) {
        return document.array("controls").objects().stream()
                .filter(each -> each.text("control").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in " + document));
    }

    @Test
    void aProvisionIsTracedToDecisionsAndPeople() {
        Ran ran = trace("--trace", "UK-RTS6 15(1)(b)");
        assertEquals(0, ran.status(), () -> ran.out() + ran.err());
        assertTrue(ran.out().startsWith("journal  demo/journal, which verifies; the whole journal;"), ran::out);
        assertTrue(ran.out().contains("2022.5.1 of the policy: evaluated in"), ran::out);
        assertTrue(ran.out().contains("fired in"), ran::out);
        assertTrue(ran.out().contains(" requested: entr"), ran::out);
    }

    @Test
    void thePeopleWhoApprovedAreNamedWithTheEntriesOfTheirVotes() throws Exception {
        JsonObject journal = json("--person", approver());
        assertTrue(
                journal.array("controls").objects().stream()
                        .flatMap(each -> each.array("people").objects().stream())
                        .anyMatch(each -> each.text("did").equals("approved")
                                && each.object("entries").whole("count") > 0),
                journal::toString);
    }

    @Test
    void aDecisionIsTracedBackToProvisions() throws Exception {
        JsonObject first = control(json("--trace", blocking()), blocking());
        long entry = first.object("fired").whole("first");
        JsonObject decision = json("--entry", String.valueOf(entry));
        assertEquals(entry, decision.object("decision").whole("entry"));
        assertTrue(decision.object("decision").object("fired").has(blocking()), decision::toString);
        assertTrue(!control(decision, blocking()).array("provisions").objects().isEmpty(), decision::toString);
        Ran words = trace("--entry", String.valueOf(entry));
        assertTrue(words.out().contains("answers to  UK-RTS6"), words::out);
    }

    @Test
    void whatFiredIsCountedByHowItFired() throws Exception {
        JsonObject control = control(json("--trace", blocking()), blocking());
        long fired = control.object("fired").whole("count");
        assertTrue(fired > 0, control::toString);
        assertTrue(control.object("evaluated").whole("count") >= fired, control::toString);
        assertEquals(fired, control.object("effects").object("block").whole("count"), control::toString);
    }

    @Test
    void thePeriodNarrowsTheDecisions() throws Exception {
        long all = json("--trace", blocking()).whole("decisions");
        long none =
                json("--trace", blocking(), "--from", "2024-01-01T00:00:00Z").whole("decisions");
        assertTrue(all > 0 && none == 0, all + " and " + none);
    }

    @Test
    void namesComeFromTheVaultAlone() throws Exception {
        String person = approver();
        assertTrue(person.startsWith("p-"), person);
        String shown = json("--person", person, "--vault", "demo/vault").array("controls").objects().stream()
                .flatMap(each -> each.array("people").objects().stream())
                .findFirst()
                .orElseThrow()
                .text("shown");
        assertTrue(!shown.startsWith("p-"), shown);
        assertEquals(0, trace("--person", shown, "--vault", "demo/vault").status());
    }

    @Test
    void aPolicyOfAnotherTextIsSaid() throws IOException {
        Path other = folder.resolve("other.policy");
        Files.writeString(other, Files.readString(Path.of(REPAIRED)).replaceFirst("owner( +)\"", "owner$1\"Another "));
        Ran ran = portcullis.run(
                "coverage",
                other.toString(),
                "--profile",
                "uk-algorithmic-trading",
                "--as-of",
                "2022-05-03",
                "--journal",
                "demo/journal",
                "--trace",
                "UK-RTS6 15(1)(b)");
        assertEquals(0, ran.status(), () -> ran.out() + ran.err());
        assertTrue(ran.out().contains("by another text than the one given"), ran::out);
    }

    @Test
    void aJournalThatDoesNotVerifyIsNotTraced() throws IOException {
        Path copy = folder.resolve("altered");
        try (Stream<Path> files = Files.walk(folder.resolve("demo/journal"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        copy.resolve(
                                folder.resolve("demo/journal").relativize(file).toString()));
            }
        }
        Path segment = copy.resolve("segments/0000000000000000.seg");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        Ran ran = portcullis.run(
                "coverage",
                REPAIRED,
                "--profile",
                "uk-algorithmic-trading",
                "--as-of",
                "2022-05-03",
                "--journal",
                "altered",
                "--trace",
                "UK-RTS6 15(1)(b)");
        assertEquals(1, ran.status(), () -> ran.out() + ran.err());
        assertTrue(ran.out().startsWith("TAMPERED"), ran::out);
        assertTrue(ran.err().contains("nothing is traced in a journal that does not verify"), ran::err);
    }

    @Test
    void whatDoesNotGoTogetherIsNotRun() {
        assertEquals(2, trace().status());
        assertEquals(2, trace("--trace", "UK-RTS6 15(1)(b)", "--entry", "3").status());
        assertEquals(2, trace("--entry", "0").status());
        assertEquals(2, trace("--person", "nobody").status());
        assertEquals(
                2,
                portcullis
                        .run("coverage", REPAIRED, "--profile", "pra-firm", "--entry", "3")
                        .status());
    }

    /** A control of the repaired policy that blocked something in the demo. */
    private static String blocking() throws Exception {
        JsonObject document = json("--trace", "UK-RTS6 15(1)(b)");
        return document.array("controls").objects().stream()
                .filter(each -> each.object("effects").has("block"))
                .map(each -> each.text("control"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(document.toString()));
    }

    /** Somebody who approved in the demo, as the journal names that person. */
    private static String approver() throws Exception {
        for (String provision : List.of("UK-RTS6 15(1)(b)", "UK-RTS6 15(5)", "UK-RTS6 15(3)", "FCA-MAR 7A.3.2R(3)")) {
            for (JsonObject control :
                    json("--trace", provision).array("controls").objects()) {
                for (JsonObject acted : control.array("people").objects()) {
                    if (acted.text("did").equals("approved")) {
                        return acted.text("person");
                    }
                }
            }
        }
        throw new AssertionError("nobody approved");
    }
}
