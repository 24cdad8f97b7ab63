package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;

/** A policy claims to implement a control of the library by citing it. */
class LibraryClaimTest {
    private static final String HEADER = """
            policy "claims" language 1 version 1.0.0 owner "x" review every 90 days, last on 2026-11-01
              effective from 2026-11-01 time zone Europe/London calendar XLON-EQ
              currency USD converted at ECB-EOD, stale after 1 day market data stale after 2 seconds missing data blocks.
            hard limit A-B
            """;
    private static final String REST = """
              applies to orders, when released
              block the order if order.notional is more than USD 4 billion say "{order.notional} {limit}".
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void explainPrintsTheClaimAndWhatTheLibrarySays() throws IOException {
        Ran ran = run("  cites UK-RTS6 \"15(1)(b)\", CONTROL-LIBRARY \"2\"\n", "explain", "A-B", "claims.policy");
        assertEquals(0, ran.status(), ran::out);
        String oneLine = ran.out().replaceAll("\\s+", " ");
        assertTrue(
                oneLine.contains(
                        "CONTROL-LIBRARY \"2\": claims to implement this control of the library, Order notional."),
                ran::out);
        assertTrue(oneLine.contains("UK-RTS6 15(1)(b), US-SEC 15c3-5(c)(1)(ii). [claimed]"), ran::out);
    }

    @Test
    void numberThatTheLibraryDoesNotHaveDoesNotCompile() throws IOException {
        String cites = "  cites CONTROL-LIBRARY «\"53\"»\n";
        int column = cites.indexOf('«') + 1;
        Ran ran = run(cites.replaceAll("[«»]", ""), "check", "--as-of", "2026-11-23", "claims.policy");
        assertEquals(1, ran.status());
        assertTrue(
                ran.out()
                        .contains("claims.policy:5:" + column
                                + ": error[P0309]: CONTROL-LIBRARY has no provision `53` in the catalogue"),
                ran::out);
        assertTrue(ran.out().contains(" ".repeat(column - 1) + "^^^^\n"), ran::out);
    }

    @Test
    void formatterKeepsTheClaim() throws IOException {
        run("  cites UK-RTS6 \"15(1)(b)\", CONTROL-LIBRARY \"2\"\n", "format", "claims.policy");
        assertTrue(Files.readString(folder.resolve("claims.policy"))
                .contains("cites    UK-RTS6 \"15(1)(b)\", CONTROL-LIBRARY \"2\"\n"));
    }

    private Ran run(String cites, String... arguments) throws IOException {
        Files.writeString(folder.resolve("claims.policy"), HEADER + cites + REST);
        return new CommandLineFixture(folder).run(arguments);
    }
}
