package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonObject;

/** What the fourteen minutes of 2 May 2022 must come to, to the dollar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlightReplayTest {
    private Path folder = Path.of("");
    private JsonObject day = JsonObject.EMPTY;
    private JsonObject repaired = JsonObject.EMPTY;

    @BeforeAll
    void replay(@TempDir Path temporary) throws IllFormedJson {
        folder = temporary;
        CommandLineFixture.Ran ran = new CommandLineFixture(folder)
                .run(
                        "replay",
                        CommandLineFixture.HOME
                                .resolve("policies/incidents/2022-05-02")
                                .toString(),
                        "--json",
                        "--out",
                        "flight");
        assertEquals(0, ran.status(), ran::err);
        List<JsonObject> flights = ran.json().array("flights").objects();
        day = flights.get(0);
        repaired = flights.get(1);
    }

    @Test
    void ordersWorthWhatWasPublishedReachTheAlgos() {
        assertEquals("284 orders, USD 196.0 billion", sum(day.object("sent")));
    }

    @Test
    void sevenAreRefusedOnArrival() {
        assertEquals("7 orders, USD 7.0 billion", sum(day.object("refusedOnArrival")));
    }

    @Test
    void messageRateSuspendsTwoHundredAndTwentySixAndThreeOtherControlsSixteen() {
        assertEquals(
                List.of(
                        "CS-MESSAGE-RATE 226",
                        "CS-PARTICIPATION 6",
                        "CS-REPEATED-EXECUTIONS 5",
                        "CS-VALUE-PER-MINUTE 5"),
                day.array("suspended").objects().stream()
                        .map(each -> each.text("control") + " " + each.whole("orders"))
                        .toList());
    }

    @Test
    void whatIsSuspendedIsWorthWhatWasPublished() {
        long millions = day.array("suspended").objects().stream()
                .mapToLong(each -> millions(each.text("notional")))
                .sum();
        assertEquals(1_630, (millions + 50) / 100);
    }

    @Test
    void thirtyFiveAreNeverSuspended() {
        assertEquals("35 orders, USD 26.0 billion", sum(day.object("neverSuspended")));
    }

    @Test
    void whatIsExecutedIsOnePointFourBillionToOneShare() {
        assertEquals("1400000800", whole(day.text("executed")));
    }

    @Test
    void theTradersCancelAtTenPastNineEndsIt() {
        JsonObject last = event(day, "the trader cancels");
        assertEquals("2022-05-02T08:10:00Z", last.text("at"));
        assertEquals("p-hale", last.text("by"));
    }

    @Test
    void repairedTheEscalationEndsItTwoMinutesAfterTheFirstSuspension() {
        assertEquals(
                "2022-05-02T07:57:13Z", event(repaired, "first order suspended").text("at"));
        JsonObject suspended = event(repaired, "whole basket suspended");
        assertEquals("2022-05-02T07:59:13Z", suspended.text("at"));
        assertEquals("D1-SUSPENSIONS", suspended.text("by"));
        assertEquals("485892216", whole(repaired.text("executed")));
    }

    @Test
    void theJournalOfAFlightVerifies() {
        assertTrue(Files.exists(folder.resolve("flight/journal-in-flight-repaired")));
        CommandLineFixture.Ran ran = new CommandLineFixture(folder)
                .run("verify", "flight/journal-in-flight-repaired", "--key", "flight/journal-in-flight-repaired.vkey");
        assertEquals(0, ran.status(), ran.out() + ran.err());
    }

    private static JsonObject event(JsonObject flight, String what) {
        return flight.array("events").objects().stream()
                .filter(each -> each.text("what").equals(what))
                .findFirst()
                .orElseThrow();
    }

    private static String sum(JsonObject sum) {
        long tenths = (millions(sum.text("notional")) + 50) / 100;
        return sum.whole("orders") + " orders, USD " + tenths / 10 + "." + tenths % 10 + " billion";
    }

    private static long millions(String decimal) {
        return Long.parseLong(whole(decimal)) / 1_000_000;
    }

    private static String whole(String decimal) {
        int point = decimal.indexOf('.');
        return point < 0 ? decimal : decimal.substring(0, point);
    }
}
