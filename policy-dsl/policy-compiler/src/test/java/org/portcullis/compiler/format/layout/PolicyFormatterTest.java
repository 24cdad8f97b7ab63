package org.portcullis.compiler.format.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.compiler.Texts;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.SourceText;

class PolicyFormatterTest {
    private static final String HEADER = Kept.formatted(Texts.HEADER);

    static List<Path> goodFiles() throws IOException {
        Path resources = Path.of("src", "test", "resources");
        try (Stream<Path> good = Files.list(resources.resolve("good"));
                Stream<Path> syntax = Files.list(resources.resolve("syntax"))) {
            return Stream.concat(good, syntax)
                    .filter(file -> file.toString().endsWith(".policy"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void goodFileKeepsWhatItSays(Path file) throws IOException {
        Kept.formatted(Files.readString(file));
    }

    @Test
    void noLineIsWiderThanAHundredColumnsUnlessOneTextIs() {
        List<String> wide = Kept.formatted(Texts.resource("/syntax/every-kind.policy"))
                .lines()
                .filter(line -> line.length() > LineBreaks.WIDTH && !line.startsWith("  say "))
                .toList();
        assertEquals(List.of(), wide);
    }

    @Test
    void formattedTextDoesNotChange() {
        FormatResult.Formatted result = assertInstanceOf(FormatResult.Formatted.class, format(HEADER));
        assertFalse(result.changes());
    }

    @Test
    void controlHasOneClauseALine() {
        assertLaidOut(
                "soft limit A-B cites X-Y \"1\" applies to orders, when released warn the trader if order.x is 1% acknowledged all at once missing data blocks say \"x\".",
                """
                soft limit A-B
                  cites    X-Y "1"
                  applies  to orders, when released
                  warn     the trader if order.x is 1%
                  acknowledged all at once
                  missing data blocks
                  say      "x".
                """);
    }

    @Test
    void valuesAreSpelledCanonically() {
        assertLaidOut("scope A-B means (order.x is USD 4000 million).", """
                scope A-B means order.x is USD 4 billion.
                """);
    }

    @Test
    void scopesThatStandTogetherStayTogether() {
        String together = "scope A-B means order.x is 1%.\nscope C-D means order.x is 2%.\n";
        assertLaidOut(together, together);
    }

    @Test
    void scopesThatStandApartStayApart() {
        assertLaidOut(
                "scope A-B means order.x is 1%.\n\n\n\nscope C-D means order.x is 2%.",
                "scope A-B means order.x is 1%.\n\nscope C-D means order.x is 2%.\n");
    }

    @Test
    void differentKindsStandApart() {
        assertLaidOut(
                "scope A-B means order.x is 1%. duties role \"A\" and role \"B\" are held by different people.",
                "scope A-B means order.x is 1%.\n\nduties role \"A\" and role \"B\" are held by different people.\n");
    }

    @Test
    void commentBlocksStayApart() {
        assertLaidOut(
                "-- one\n-- two\n\n\n-- three\nscope A-B means order.x is 1%.\n-- four\n\n-- five",
                "-- one\n-- two\n\n-- three\nscope A-B means order.x is 1%.\n\n-- four\n\n-- five\n");
    }

    @Test
    void commentsAboveTheHeaderStayThere() {
        assertEquals("-- one\n\n-- two\n" + HEADER, Kept.formatted("\n\n-- one\n\n\n-- two\n" + HEADER));
    }

    @Test
    void commentBehindTheFullStopStaysThere() {
        assertLaidOut(
                "scope A-B means order.x is 1%.-- one\n-- two\nscope C-D means order.x is 2%.",
                "scope A-B means order.x is 1%.  -- one\n-- two\nscope C-D means order.x is 2%.\n");
    }

    @Test
    void commentsWithinAControlStayBesideTheirClauses() {
        String text = """
                hard limit A-B  -- one
                  -- two
                  cites    X-Y "1",  -- three
                           -- four
                           X-Y "2"
                  -- five
                  -- six
                  applies  to orders, when released  -- seven
                  block    the order if order.x is 1%  -- eight
                  say      "x".  -- nine
                """;
        assertLaidOut(text, text);
    }

    @Test
    void commentBeforeACommaMovesBehindIt() {
        assertLaidOut(
                "hard limit A-B cites X-Y \"1\" -- one\n, X-Y \"2\" applies to orders, when released block the order if order.x is 1% say \"x\".",
                """
                hard limit A-B
                  cites    X-Y "1",  -- one
                           X-Y "2"
                  applies  to orders, when released
                  block    the order if order.x is 1%
                  say      "x".
                """);
    }

    @Test
    void commentAfterAnOpeningParenthesisMovesBeforeIt() {
        assertLaidOut("scope A-B means ( -- one\n order.x is 1% or order.x is 2%) and order.y is 1%.", """
                scope A-B means  -- one
                  (order.x is 1% or order.x is 2%) and order.y is 1%.
                """);
    }

    @Test
    void commentOnTheLastLineMovesBehindTheFullStop() {
        assertLaidOut("scope A-B means order.x is 1% -- one\n.", "scope A-B means order.x is 1%.  -- one\n");
    }

    @Test
    void commentLineBeforeTheFullStopStaysBeforeIt() {
        String text = "scope A-B means\n  order.x is 1%\n  -- one\n  .\n";
        assertLaidOut(text, text);
    }

    @Test
    void commentKeepsItsCharactersButNotTheBlanksAtItsEnd() {
        assertLaidOut(
                "--a  \"b\".\tc \t \nscope A-B means order.x is 1%.",
                "--a  \"b\".\tc\nscope A-B means order.x is 1%.\n");
    }

    @Test
    void commentAfterARespelledValueStaysBehindIt() {
        assertLaidOut("scope A-B means (order.x is USD 4000 million) -- one\n or order.y is 1%.", """
                scope A-B means
                  order.x is USD 4 billion  -- one
                  or order.y is 1%.
                """);
    }

    @Test
    void commentBetweenCapsInTheOtherOrderIsKept() {
        Kept.formatted(
                HEADER
                        + "grant A-B lets role \"x\" submit baskets, when released up to USD 5 per basket -- one\n and -- two\n USD 4 per order.");
    }

    @Test
    void lineEndsBecomeLineFeeds() {
        assertEquals("-- a\n" + HEADER, Kept.formatted(("-- a\n" + HEADER).replace("\n", "\r\n")));
        assertEquals("-- a\n" + HEADER, Kept.formatted(("-- a\n" + HEADER).replace("\n", "\r")));
    }

    @Test
    void lastLineEndsWithALineFeed() {
        assertEquals(HEADER, Kept.formatted(HEADER.strip()));
    }

    @Test
    void byteOrderMarkIsLeftOut() {
        FormatResult.Formatted result = assertInstanceOf(
                FormatResult.Formatted.class,
                PolicyFormatter.format(("\uFEFF" + HEADER).getBytes(StandardCharsets.UTF_8), "test.policy"));
        assertTrue(result.changes());
        assertEquals(HEADER, result.text());
    }

    @Test
    void partOfAPolicyIsLaidOut() {
        assertEquals(
                "part \"Scopes\" language 1.\n\nscope A-B means order.desk is \"A\".\n",
                Kept.formatted("part \"Scopes\"  language 1. scope A-B\nmeans order.desk is \"A\"."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "-- only a comment\n"})
    void textWithoutASentenceIsRefused(String text) {
        assertEquals(List.of(DiagnosticCode.EMPTY_FILE), refusal(format(text)));
    }

    @Test
    void textThatCannotBeReadIsRefused() {
        assertEquals(
                List.of(DiagnosticCode.MISSING_FULL_STOP), refusal(format(HEADER + "scope A-B means order.x is 1%")));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertEquals(
                List.of(DiagnosticCode.INVALID_UTF8),
                refusal(PolicyFormatter.format(new byte[] {(byte) 0xff}, "test.policy")));
    }

    @Test
    void namesThatNothingDeclaresDoNotMatter() {
        Kept.formatted(
                HEADER
                        + "hard limit A-B applies to orders in scope NO-SUCH, when released block the order if order.x is 1% say \"x\".");
    }

    @Test
    void conditionOfTwentyThousandValuesIsFilled() {
        StringBuilder values = new StringBuilder("\"V\"");
        IntStream.range(0, 20_000)
                .forEach(at -> values.append(",\n-- ")
                        .append(at)
                        .append("\n\"V")
                        .append(at)
                        .append('"'));
        Kept.formatted(HEADER + "scope A-B means order.symbol is one of (" + values + ").");
        Kept.formatted(HEADER + "scope A-B means order.symbol is one of ("
                + values.toString().replaceAll("--.*", "") + ").");
    }

    private static void assertLaidOut(String declarations, String expected) {
        assertEquals(HEADER + "\n" + expected, Kept.formatted(HEADER + "\n" + declarations));
    }

    private static FormatResult format(String text) {
        return PolicyFormatter.format(new SourceText("test.policy", text));
    }

    private static List<DiagnosticCode> refusal(FormatResult result) {
        return assertInstanceOf(FormatResult.Refused.class, result).diagnostics().stream()
                .map(found -> found.code())
                .toList();
    }
}
