package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.model.json.JsonObject;

class EvalTest {
    private static final String GOOD = """
            { "at": "2022-05-02T08:00:00Z", "requester.role": "Delta 1 Trader",
              "order.desk": "Delta 1", "order.location": "London", "order.flow": "DSA", "order.symbol": "ABN.AS",
              "order.quantity": "1,000 shares", "market.price": "USD 12.50 per share",
              "market.adv over 20 trading days": "1 million shares" }
            """;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void copyPolicy() throws IOException {
        Files.copy(CommandLineFixture.INCIDENT.resolve("policies/repaired.policy"), folder.resolve("repaired.policy"));
    }

    @Test
    void thePageShowsWhatTheCommandPrints() throws IOException {
        assertEquals(
                List.of(), new DocumentedRuns(CommandLineFixture.HOME.resolve("docs/eval.md"), folder).differences());
    }

    @Test
    void anOrderWithinItsLimitsIsReleased() throws IOException {
        Ran ran = eval(GOOD);

        assertEquals(0, ran.status(), ran::out);
        assertTrue(ran.out().contains("\nRELEASED\n"), ran::out);
        assertTrue(ran.out().contains("satisfied (7)  D1-ALERT-FLOOD, D1-LARGE-BASKET"), ran::out);
    }

    @Test
    void whatWorksIsSuspendedAndNotReleased() throws IOException {
        Ran ran = works("USD 13.20 per share", "6%");

        assertEquals(1, ran.status(), ran::out);
        assertTrue(ran.out().contains("\nSUSPENDED: 1 suspension\n"), ran::out);
        assertTrue(ran.out().contains("\nsuspend MOVED-AWAY (in-flight control)\n"), ran::out);
    }

    @Test
    void whatNothingStopsContinues() throws IOException {
        Ran ran = works("USD 12.50 per share", "0%");

        assertEquals(0, ran.status(), ran::out);
        assertTrue(ran.out().contains("\nCONTINUES\n"), ran::out);
    }

    @Test
    void whatIsDoneInFlightStandsInTheJson() throws Exception {
        JsonObject answer = works("USD 13.20 per share", "6%", "--json").json();

        assertEquals("suspend", answer.text("inFlight"));
        assertFalse(answer.bool("released"));
    }

    private Ran works(String price, String change, String... options) throws IOException {
        Files.writeString(folder.resolve("working.policy"), Files.readString(folder.resolve("repaired.policy")) + """

                in-flight control MOVED-AWAY
                  cites    UK-RTS6 "15(1)(a)"
                  applies  to orders, while working
                  suspend  the order if change in market.price since order.arrival is more than 5%
                  say      "{order.symbol} moved {change}; the limit is {limit}.".
                """);
        Files.writeString(
                folder.resolve("order.json"),
                GOOD.replace("USD 12.50 per share", price)
                        .replace(
                                "\"order.desk\"",
                                "\"change in market.price since order.arrival\": \"" + change + "\", \"order.desk\""));
        return new CommandLineFixture(folder)
                .run(Stream.concat(
                                Stream.of("eval", "working.policy", "order.json", "--stage", "working"),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    @Test
    void aSumOfCertainStatesIsStatedAsAPolicyWritesIt() throws IOException {
        Ran ran = eval(
                GOOD.replace(
                        "\"order.desk\"",
                        "\"sum of order.notional per order.desk per trading day counting open, held\": \"USD 1 million\", \"order.desk\""));

        assertEquals(0, ran.status(), ran::err);
    }

    @Test
    void aWarningIsReleasedAsWell() throws IOException {
        Ran ran = eval(GOOD.replace("1,000 shares", "300,000 shares"));

        assertEquals(0, ran.status(), ran::out);
        assertTrue(ran.out().contains("RELEASED when the warnings are acknowledged: 1 warning"), ran::out);
    }

    @Test
    void aHoldEndsWithOne() throws IOException {
        Ran ran = eval(GOOD.replace("\"USD 12.50 per share\"", "\"USD 200,000 per share\""));

        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("\nHELD: 1 hold\n"), ran::out);
    }

    @Test
    void whatIsNotStatedStaysUnknownAndBlocks() throws IOException {
        Ran ran = eval(GOOD.replace("\"order.flow\": \"DSA\", ", ""));

        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("not known          order.flow of ABN.AS is not given"), ran::out);
    }

    @Test
    void whoAsksWithoutARoleIsGrantedNothing() throws IOException {
        Ran ran = eval(GOOD.replace("\"requester.role\": \"Delta 1 Trader\",", ""));

        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("block  NOT-GRANTED"), ran::out);
    }

    @Test
    void rolesMayComeFromTheCommandLine() throws IOException {
        Ran ran = eval(
                GOOD.replace("\"requester.role\": \"Delta 1 Trader\",", ""),
                "--requester-roles",
                "Visitor,Delta 1 Trader");

        assertEquals(0, ran.status(), ran::out);
    }

    @Test
    void aPriceThatIsTooOldIsNotKnown() throws IOException {
        Ran ran = eval(GOOD.replace(
                "\"USD 12.50 per share\"",
                "{\"value\": \"USD 12.50 per share\", \"source\": \"Feed\", \"at\": \"2022-05-02T07:59:00Z\"}"));

        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("is 1 minute old and the policy allows 5 seconds"), ran::out);
    }

    @Test
    void beforeThePolicyNothingIsReleased() throws IOException {
        Ran ran = eval(GOOD, "--at", "2022-03-31T12:00:00Z");

        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("NO-POLICY"), ran::out);
    }

    @Test
    void allTellsWhyControlsAreSatisfied() throws IOException {
        Ran ran = eval(GOOD, "--all");

        assertTrue(
                ran.out().contains("D1-ADV-HARD, line 1  applies and is satisfied: order.quantity is more than 95%"),
                ran::out);
    }

    @Test
    void anotherStageHasOtherControls() throws IOException {
        Ran ran = eval(GOOD, "--stage", "entered");

        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("NO-POLICY"), ran::out);
    }

    @Test
    void aMisspeltStageFindsTheOneThatWasMeant() throws IOException {
        Ran ran = eval(GOOD, "--stage", "relesed");

        assertEquals(2, ran.status());
        assertEquals("portcullis: `relesed` is no stage; did you mean `released`?\n", ran.err());
    }

    @Test
    void theMachineReadsEveryControlsReasons() throws Exception {
        JsonObject answer =
                eval(GOOD.replace("1,000 shares", "950,001 shares"), "--json").json();

        assertEquals("block", answer.text("effect"));
        assertFalse(answer.bool("released"));
        assertEquals(7, answer.array("controls").items().size());
        JsonObject hard = answer.array("findings").objects().stream()
                .filter(finding -> finding.findText("control").orElse("").equals("D1-ADV-HARD"))
                .findFirst()
                .orElseThrow();
        assertEquals("950,000 shares", hard.text("nearestPassing"));
        assertEquals("950000", hard.object("limit").text("amount"));
        assertEquals("95.01%", hard.object("ratio").text("words"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"order.notinal\": \"USD 1\"} | order.json:1:2: there is no attribute `order.notinal`; did you mean `order.notional`?",
                "{\"order.notional\": \"EUR 1\"} | order.json:1:21: the amount is in EUR and the policy computes in USD; write the amount in USD",
                "{\"order.notional\": \"USD  1 milion\"} | order.json:1:28: there is no unit `milion`",
                "{\"order.desk\": \"a\\\"b\"} | order.json:1:17: a text contains neither quotation marks nor line ends; leave them out",
                "{\"order.quantity\": \"1 share, order.desk is 5\"} | order.json:1:44: `5` has no unit",
                "{\"order.quantity\": \"1 share, order.id is missing\"} | order.json:1:21: `1 share, order.id is missing` is more than one value; write one value, as in `USD 300 million`",
                "{\"order.quantity\": \"1 share when released expect release. grant A-B lets role 5\"} | order.json:1:79: expected a text",
                "{\"market.adv\": \"1 share\"} | order.json:1:2: `market.adv` does not say over how many trading days it is averaged; write for example `market.adv over 20 trading days`",
                "{\"lines\": [{\"basket.id\": \"B\"}]} | order.json:1:13: `basket.id` belongs to the basket, not to one of its orders; state it beside `lines`",
                "{\"lines\": []} | order.json:1:11: the basket has no orders; state at least one, or leave `lines` out",
                "{\"lines\": {}} | order.json:1:11: something else stands where a list of orders, `[{ … }, { … }]` is expected",
                "{\"order.desk\": [\"a\"]} | order.json:1:16: `order.desk` has one value, not a list; only `requester.role` may be a list; orders of a basket stand under `lines`",
                "{\"order.desk\": {\"valeu\": \"a\"}} | order.json:1:17: `valeu` is no part of a value; a value has `value`, and if wanted `source` and `at`",
                "{\"at\": \"today\"} | order.json:1:8: `today` is no time; write it as in `2026-12-01T09:00:00Z`",
                "{\"order.desk\": \"a\", \"order.desk\": \"b\"} | order.json:1:21: `order.desk` is stated twice; keep one of them",
                "{\"order.desk\": \"a\",} | order.json:1:20: nothing follows the comma; leave the last comma out",
                "{\"order.desk\" \"a\"} | order.json:1:15: a colon is expected after the name `order.desk`; see what stands before this place",
                "{\"order.desk\": a} | order.json:1:16: `a` is no value of JSON; write values in double quotation marks, as in `\"USD 300 million\"`",
                "{\"order.desk\": \"a | order.json:1:16: the text that begins here does not end in its line; close it with `\"`",
                "[] | order.json:1:1: something else stands where attributes with their values, `{ … }` is expected"
            })
    void aMistakeIsAnsweredWithItsPlaceAndItsCure(String text, String answer) throws IOException {
        Ran ran = eval(text.strip());

        assertEquals(2, ran.status(), ran::out);
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("portcullis: " + answer), ran::err);
        assertEquals(1, ran.err().lines().count(), ran::err);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "order.quantity [shares]/-5 | orders.csv:2: order.quantity: ",
                "order.quantity [shars]/5 | orders.csv:2: order.quantity: there is no unit `shars`; did you mean `shares`?",
                "order.id,order.id/1,2 | orders.csv:1: `order.id` has two columns; keep one of them",
                "order.id/a,b | orders.csv:2: the row has 2 cells and the header 1; put values that contain a comma into quotation marks",
                "basket.id/a/b | orders.csv:3: `basket.id` is `b` here and `a` in line 2; state one value, since all rows are one basket",
                "order.id | orders.csv:1:1: the file states no order; write a row of attributes and a row an order"
            })
    void aMistakeInATableIsAnsweredWithItsRowAndItsCure(String rows, String answer) throws IOException {
        Files.writeString(folder.resolve("orders.csv"), rows.strip().replace("/", "\n") + "\n");

        Ran ran = new CommandLineFixture(folder).run("eval", "repaired.policy", "orders.csv");

        assertEquals(2, ran.status(), ran::out);
        assertTrue(ran.err().startsWith("portcullis: " + answer), ran::err);
    }

    @Test
    void manyMistakesAreToldTogetherUpToAMaximum() throws IOException {
        StringBuilder text = new StringBuilder("{\"lines\": [");
        for (int line = 1; line <= 30; line++) {
            text.append(line > 1 ? "," : "")
                    .append("\n{\"order.quantity\": \"")
                    .append(line)
                    .append("\"}");
        }
        Ran ran = eval(text + "]}");

        assertEquals(21, ran.err().lines().count(), ran::err);
        assertTrue(ran.err().endsWith("portcullis: and 10 more mistakes\n"), ran::err);
    }

    @Test
    void aMissingFileIsAMistake() {
        Ran ran = new CommandLineFixture(folder).run("eval", "repaired.policy", "none.json");

        assertEquals(2, ran.status());
        assertEquals("portcullis: none.json: no such file\n", ran.err());
    }

    @Test
    void aPolicyWithErrorsIsNotAsked() throws IOException {
        Files.writeString(folder.resolve("order.json"), GOOD);
        Files.writeString(folder.resolve("x.policy"), "policy 4");

        assertEquals(
                1,
                new CommandLineFixture(folder)
                        .run("eval", "x.policy", "order.json")
                        .status());
    }

    private Ran eval(String order, String... options) throws IOException {
        Files.writeString(folder.resolve("order.json"), order);
        List<String> arguments = new java.util.ArrayList<>(List.of("eval", "repaired.policy", "order.json"));
        arguments.addAll(List.of(options));
        return new CommandLineFixture(folder).run(arguments.toArray(String[]::new));
    }
}
