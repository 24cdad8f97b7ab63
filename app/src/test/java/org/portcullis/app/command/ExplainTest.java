package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.model.json.JsonObject;

class ExplainTest {
    private static final String REPAIRED =
            CommandLineFixture.INCIDENT.resolve("policies/repaired.policy").toString();
    private static final String POLICIES =
            CommandLineFixture.INCIDENT.resolve("policies").toString();

    @TempDir
    Path folder = Path.of("");

    @Test
    void aControlIsToldFromItsSentenceToItsTests() throws IOException {
        Files.copy(Path.of(REPAIRED), folder.resolve("repaired.policy"));

        Ran ran = run("explain", "D1-ADV-SOFT", "repaired.policy");

        assertEquals("""
                soft limit D1-ADV-SOFT
                  cites    FCA-MAR "7A.3.2R(2)"
                  owner    "E-Trading Risk and Controls"
                  applies  to orders in scope LDN-D1, when released
                  warn     the trader if order.quantity is more than 20% of market.adv over 20 trading days
                  acknowledged one by one with a reason, retyping order.notional, largest first
                  say      "{order.symbol}: {order.quantity} against {market.adv} on an average day ({ratio}); the
                           warning is at {limit}.".

                policy        Delta One order entry, London, repaired, version 2022.5.1 (repaired.policy)
                in force      yes on 2026-11-23: from 2022-04-01
                does          warns until acknowledged, acting on the trader; acknowledged one by one; with a
                              reason; retyping order.notional; largest first
                who           the submitter
                applies       to orders in scope LDN-D1, where order.desk is "Delta 1" and order.location is
                              "London", when released
                thresholds    order.quantity is more than 20% of market.adv over 20 trading days
                missing data  blocks
                owner         E-Trading Risk and Controls
                review        every 90 days, last on 2022-04-01, due on 2022-06-30, overdue
                says          "{order.symbol}: {order.quantity} against {market.adv} on an average day ({ratio});
                              the warning is at {limit}."
                for example   ABN.AS: 950,000 shares against 1,000,000 shares on an average day (95%); the warning
                              is at 200,000 shares. (test "an order at 95% of average daily volume passes with a
                              warning")

                Provisions that it serves (paraphrased, not quoted)
                  FCA-MAR "7A.3.2R(2)": Trading systems work under thresholds and limits that are appropriate to the
                  business. (P) [dates not known]
                  (P) read from the regulator, venue or legislator itself, or a mirror of its text

                Tests of the policy that try it: 2, 2 with a breach
                  breached  an order at 95% of average daily volume passes with a warning (expects something of it)
                  breached  one share more is blocked
                """, ran.out());
        assertEquals(0, ran.status());
    }

    @Test
    void aDayBeforeThePolicySaysThatItIsNotInForce() {
        Ran ran = run("explain", "D1-ADV-SOFT", REPAIRED, "--on", "2022-03-31");

        assertTrue(ran.out().contains("in force      no on 2022-03-31: only from 2022-04-01\n"), ran::out);
        assertTrue(ran.out().contains("2022-03-31    the same\n"), ran::out);
    }

    @Test
    void aRecalibrationIsToldOnItsDaysAndNotBefore() throws IOException {
        String recalibration = """

                temporary recalibration of LDN-WAVE-NOTIONAL
                  from USD 4 billion to USD 5 billion
                  from 2026-12-01 until 2026-12-05
                  because "index rebalance"
                  approved by 1 of role "Head of Risk"
                  renewable never.
                """;
        Files.writeString(folder.resolve("x.policy"), Files.readString(Path.of(REPAIRED)) + recalibration);

        String told = run("explain", "LDN-WAVE-NOTIONAL", "x.policy", "--on", "2026-12-02")
                .out();

        assertTrue(told.contains("thresholds    basket.notional is more than USD 4 billion\n"), told);
        assertTrue(told.contains("2026-12-02    basket.notional is more than USD 5 billion\n"), told);
        assertTrue(told.contains("because index rebalance"), told);
        assertEquals(0, run("test", "x.policy").status());
    }

    @Test
    void aPatternFindsControlsOfEveryPolicy() throws Exception {
        Ran ran = run("explain", "d1-adv*", POLICIES, "--json");

        List<String> ids = ran.json().array("controls").objects().stream()
                .map(control -> control.text("id"))
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of("D1-ADV-HARD", "D1-ADV-SOFT"), ids);
        assertTrue(ran.json().array("controls").items().size() > 6, ran::out);
    }

    @Test
    void theMachineReadsWhatThePersonReads() throws Exception {
        JsonObject control = run("explain", "LDN-WAVE-NOTIONAL", REPAIRED, "--json")
                .json()
                .array("controls")
                .objects()
                .get(0);

        assertEquals("hard limit", control.text("kind"));
        assertEquals(
                List.of("basket.notional is more than USD 4 billion"),
                control.array("thresholds").texts());
        assertTrue(control.object("review").bool("overdue"));
        assertEquals("2022-06-30", control.object("review").text("due"));
        assertEquals("P", control.array("provisions").objects().get(0).text("sureness"));
        assertEquals(
                "444 billion instead of 58 million", control.object("example").text("test"));
        assertEquals("breached", control.array("tests").objects().get(0).text("shows"));
    }

    @Test
    void aCodeIsExplainedToMachinesToo() throws Exception {
        JsonObject code = run("explain", "p0401", "--json").json();

        assertEquals("P0401", code.text("code"));
        assertEquals("error", code.text("severity"));
        assertTrue(code.text("page").contains("P0401"));
    }

    @Test
    void aMisspeltControlFindsTheOneThatWasMeant() {
        Ran ran = run("explain", "D1-ADV-SFOT", REPAIRED);

        assertEquals(2, ran.status());
        assertEquals("portcullis: no control has the id `D1-ADV-SFOT`; did you mean `D1-ADV-SOFT`?\n", ran.err());
    }

    @Test
    void aMisspeltCodeFindsTheOneThatWasMeant() {
        assertTrue(run("explain", "P0399").err().contains("did you mean `P0"));
    }

    @Test
    void aControlWithoutAPolicyAsksForTheFile() {
        Ran ran = run("explain", "D1-ADV-SOFT");

        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("`portcullis explain D1-ADV-SOFT desk.policy`"), ran::err);
    }

    @Test
    void aPolicyWithErrorsIsNotExplained() throws IOException {
        Files.writeString(folder.resolve("x.policy"), "policy 4");

        Ran ran = run("explain", "A-B", "x.policy");

        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("x.policy:1:8: error["), ran::out);
    }

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }
}
