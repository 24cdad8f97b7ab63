package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonObject;

class LintCommandTest {
    private static final String DAY = "2026-11-23";

    private static final String GOOD = """
            policy "Desk"
              language    1
              version     2026.11.1
              owner       "Head of Risk"
              review      every 90 days, last on 2026-11-01
              effective   from 2026-12-01
              time zone   Europe/London
              calendar    XLON-EQ
              currency    USD converted at ECB-EOD, stale after 1 day
              market data stale after 2 seconds
              missing data blocks.

            grant DESK-TRADERS
              cites UK-RTS6 "15(5)"
              lets  role "Trader" submit baskets, when released.

            hard limit ORDER-NOTIONAL
              cites   UK-RTS6 "15(1)(b)"
              applies to orders, when released
              block   the order if order.notional is more than USD 1 million
              say     "{order.notional}: the limit is {limit}.".
            """;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("good.policy"), GOOD);
        Files.writeString(folder.resolve("wrong.policy"), GOOD.replace("order.notional is", "order.notionl is"));
        Files.writeString(folder.resolve("advised.policy"), GOOD.replace("  language    1\n", ""));
    }

    @Test
    void policyWithoutErrorsAndAdvicePasses() {
        Ran ran = lint("good.policy");

        assertEquals("good.policy: 0 errors, 0 warnings\n", ran.out());
        assertEquals(0, ran.status());
    }

    @Test
    void adviceAloneDoesNotPass() {
        Ran ran = lint("advised.policy");

        assertTrue(ran.out().contains("warning[P0608]"), ran::out);
        assertTrue(ran.out().endsWith("advised.policy: 0 errors, 1 warning\n"), ran::out);
        assertEquals(1, ran.status());
    }

    @Test
    void nothingIsWrittenWithoutFix() throws IOException {
        String before = Files.readString(folder.resolve("wrong.policy"));

        assertEquals(1, lint("wrong.policy").status());
        assertEquals(before, Files.readString(folder.resolve("wrong.policy")));
    }

    @Test
    void fixWritesTheFileAndShowsWhatItChanged() throws IOException {
        Ran ran = lint("--fix", "wrong.policy");

        assertEquals("""
                wrong.policy:20:24: fixed[P0301]: wrote `order.notional` for `order.notionl`

                wrong.policy: 1 fix applied, 0 errors, 0 warnings
                """, ran.out());
        assertEquals(0, ran.status());
        assertEquals(GOOD, Files.readString(folder.resolve("wrong.policy")));
    }

    @Test
    void fixLeavesNothingBesideTheFile() throws IOException {
        lint("--fix", "wrong.policy");

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("advised.policy", "good.policy", "wrong.policy"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void fixKeepsThePolicyThatAdviceIsAbout() throws IOException {
        String before = fingerprint("advised.policy");

        assertEquals(0, lint("--fix", "advised.policy").status());
        assertTrue(Files.readString(folder.resolve("advised.policy")).contains("language 1"));
        assertEquals(before, fingerprint("advised.policy"));
    }

    @Test
    void fixOfALinkChangesWhatItPointsTo() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.policy"), folder.resolve("wrong.policy"));

        assertEquals(0, lint("--fix", "link.policy").status());
        assertTrue(Files.isSymbolicLink(folder.resolve("link.policy")));
        assertEquals(GOOD, Files.readString(folder.resolve("wrong.policy")));
    }

    @Test
    void fileThatIsNoUtf8IsNotWritten() throws IOException {
        byte[] latin =
                GOOD.replace("Desk", "B\u00f6rse").replace("is more", "si more").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("latin.policy"), latin);

        assertEquals(1, lint("--fix", "latin.policy").status());
        assertEquals(
                new String(latin, StandardCharsets.ISO_8859_1),
                Files.readString(folder.resolve("latin.policy"), StandardCharsets.ISO_8859_1));
    }

    @Test
    void answerInJsonSaysWhatWasFixedAndWhatIsLeft() throws IllFormedJson {
        JsonObject file = lint("--fix", "--json", "wrong.policy")
                .json()
                .array("files")
                .objects()
                .get(0);

        assertEquals(0, file.whole("errors"));
        JsonObject fixed = file.array("fixed").objects().get(0);
        assertEquals("P0301", fixed.text("code"));
        assertEquals("order.notional", fixed.text("replacement"));
    }

    @Test
    void overdueReviewFailsCheckOnItsDayAndNotBefore() {
        Ran before = run("check", "--as-of", "2027-01-30", "good.policy");
        Ran after = run("check", "--as-of", "2027-01-31", "good.policy");

        assertEquals(0, before.status());
        assertEquals(1, after.status());
        assertTrue(after.out().endsWith("\n  not passed: 1 review is overdue\n"), after::out);
    }

    private String fingerprint(String file) {
        String out = run("check", "--as-of", DAY, file).out();
        return out.substring(out.indexOf("fingerprint"));
    }

    private Ran lint(String... arguments) {
        return run(Stream.concat(Stream.of("lint", "--as-of", DAY), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }
}
