package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.JournalDirectory;

class GenerateMonthTest {
    @TempDir
    private static Path folder = Path.of("");

    private static CommandLineFixture portcullis = new CommandLineFixture(folder);
    private static String printed = "";

    @BeforeAll
    static void generateAMonthOnce() {
        portcullis = new CommandLineFixture(folder);
        Ran ran = generate("month", "--seed", "7");
        assertEquals(0, ran.status(), ran::err);
        printed = ran.out();
    }

    @Test
    void theSeedIsPrinted() {
        assertTrue(printed.startsWith("month     2026-05, seed 7;"), printed);
    }

    @Test
    void theJournalVerifies() {
        Ran ran = portcullis.run("verify", "month/journal", "--key", "month/journal.vkey");
        assertEquals(0, ran.status(), () -> ran.out() + ran.err());
        assertTrue(ran.out().startsWith("VALID"), ran::out);
    }

    @Test
    void thereAreAsManyDecisionsAsWereAskedFor() throws IOException, JournalFailure {
        assertEquals(500, types().get("decision.made"));
    }

    /** What sheets of the workbook are made of. */
    @Test
    void everythingHappensThatAMonthHas() throws IOException, JournalFailure {
        Map<String, Integer> types = types();
        for (String type : new String[] {
            "alert.acknowledged",
            "alert.delivered",
            "alert.joined",
            "alert.raised",
            "alert.seen",
            "alert.step.taken",
            "approval.estimate.given",
            "approval.vote.accepted",
            "approval.vote.refused",
            "desk.handover.accepted",
            "desk.handover.lapsed",
            "desk.handover.offered",
            "hold.begun",
            "hold.escalated",
            "hold.expired",
            "hold.rejected",
            "hold.released",
            "key.enrolled",
            "key.revoked",
            "key.rotated",
            "pack.activated",
            "pack.changes",
            "people.replaced",
            "petition.asked",
            "petition.refused",
            "submission.ended",
            "switch.cleared",
            "switch.pulled",
            "switch.swept",
            "token.burned",
            "token.issued",
            "warning.acknowledged",
            "warning.acknowledgement.refused",
            "warning.raised",
            "work.cancel.asked",
            "work.reported",
            "work.resumed",
            "work.stopped"
        }) {
            assertTrue(types.containsKey(type), () -> "no " + type + " in " + types);
        }
    }

    @Test
    void theSameSeedGivesTheSameEntries() throws IOException, JournalFailure {
        Ran ran = generate("again", "--seed", "7");
        assertEquals(0, ran.status(), ran::err);
        assertEquals(last("month"), last("again"));
    }

    @Test
    void anotherSeedGivesOtherEntries() throws IOException, JournalFailure {
        Ran ran = generate("other", "--seed", "8");
        assertEquals(0, ran.status(), ran::err);
        assertTrue(!last("month").equals(last("other")));
    }

    @Test
    void otherMonthsHaveTheirOwnDays() {
        Ran ran = generate("february", "--month", "2027-02");
        assertEquals(0, ran.status(), ran::err);
    }

    @Test
    void ordersAloneTakeOnePolicyOfFewControls() {
        Ran ran = portcullis.run("generate", "month", "--out", "orders", "--decisions", "500", "--orders-only");
        assertEquals(0, ran.status(), ran::err);
        assertTrue(ran.out().contains("500 decisions in "), ran::out);
        assertTrue(ran.out().contains("policies  orders/policy-1\n"), ran::out);
    }

    @Test
    void aMonthThatIsNoneIsRefused() {
        Ran ran = generate("none", "--month", "May");
        assertEquals(2, ran.status());
        assertEquals("portcullis: --month May: is no month such as 2026-05\n", ran.err());
    }

    @Test
    void fewerDecisionsThanEventsAreRefused() {
        Ran ran = portcullis.run("generate", "month", "--out", "few", "--decisions", "10");
        assertEquals(2, ran.status());
        assertEquals("portcullis: --decisions is between 500 and 5000000, not 10\n", ran.err());
    }

    private static Ran generate(String out, String name, String value) {
        return portcullis.run("generate", "month", "--out", out, "--decisions", "500", name, value);
    }

    private static Map<String, Integer> types() throws IOException, JournalFailure {
        TreeMap<String, Integer> types = new TreeMap<>();
        JournalDirectory.at(folder.resolve("month/journal"))
                .forEach(entry -> types.merge(entry.type(), 1, Integer::sum));
        return types;
    }

    /** The last entry, which names the hash of the one before it, and so of all. */
    private static String last(String out) throws IOException, JournalFailure {
        String[] last = {""};
        assertTrue(Files.isDirectory(folder.resolve(out)));
        JournalDirectory.at(folder.resolve(out + "/journal"))
                .forEach(entry -> last[0] = entry.index() + " " + entry.previous() + " " + entry.body());
        return last[0];
    }
}
