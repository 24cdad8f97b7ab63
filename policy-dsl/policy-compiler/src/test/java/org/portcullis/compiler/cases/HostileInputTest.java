package org.portcullis.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.Texts;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.DiagnosticJson;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.model.json.CanonicalJson;

/** Whatever the input, the compiler answers with diagnostics that can be printed: no exception, no hang. The time limit only ends a hang. */
@Tag("long")
class HostileInputTest {
    private static final Duration HANG = Duration.ofMinutes(2);
    private static final long SEED = 20_220_502L;
    private static final int ROUNDS = 3_000;
    private static final CompilerSettings SETTINGS = CompilerSettings.of(
                    new FixedCatalogue(), LocalDate.parse("2026-12-15"))
            .withOrganisation(FixedFirm.organisation(), FixedFirm.calendars());

    @Test
    void tenThousandParenthesesAreTooDeep() {
        String condition = "(\n".repeat(10_000) + "order.notional is more than USD 1" + ")\n".repeat(10_000);
        assertHas(DiagnosticCode.NESTED_TOO_DEEP, Texts.HEADER + "scope A-B means " + condition + ".");
    }

    @Test
    void tenThousandNegationsAreTooDeep() {
        String condition = "not (\n".repeat(10_000) + "order.notional is more than USD 1" + ")\n".repeat(10_000);
        assertHas(DiagnosticCode.NESTED_TOO_DEEP, Texts.HEADER + "scope A-B means " + condition + ".");
    }

    @Test
    void lineOfTenMegabytesIsRefused() {
        assertHas(DiagnosticCode.FILE_TOO_LARGE, "x".repeat(10_000_000));
    }

    @Test
    void lineOfThreeMegabytesIsTooLong() {
        assertHas(DiagnosticCode.LINE_TOO_LONG, Texts.HEADER + "x ".repeat(1_500_000));
    }

    @Test
    void fiveMegabytesOfQuotationMarksAreRefused() {
        assertHas(DiagnosticCode.FILE_TOO_LARGE, "\"".repeat(5_000_000));
    }

    @Test
    void hundredThousandOpenQuotationMarksAreAnswered() {
        assertHas(DiagnosticCode.UNCLOSED_STRING, Texts.HEADER + "scope A-B means order.desk is \"\n".repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 400, 9_000})
    void hugeNumberIsOutOfRange(int digits) {
        String number = "9".repeat(digits);
        assertHas(
                DiagnosticCode.NUMBER_OUT_OF_RANGE,
                Texts.HEADER + "scope A-B means order.notional is more than USD " + number + ".");
    }

    @Test
    void numberOfAMillionDigitsIsTooLong() {
        assertHas(
                DiagnosticCode.LINE_TOO_LONG,
                Texts.HEADER + "scope A-B means order.notional is more than USD " + "1".repeat(1_000_000) + ".");
    }

    @Test
    void hundredThousandErrorsAreCounted() {
        Compilation compilation = compile((Texts.HEADER + "scope A-B means order.x is \"y\".\n".repeat(100_000))
                .getBytes(StandardCharsets.UTF_8));
        assertTrue(compilation.diagnostics().size() <= 2 * Diagnostics.MAX_KEPT + 1);
        assertEquals(DiagnosticCode.MORE_ERRORS, last(compilation).code());
    }

    @Test
    void hundredThousandBrokenSentencesAreCounted() {
        Compilation compilation =
                compile((Texts.HEADER + "scope A.\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        assertEquals(DiagnosticCode.MORE_ERRORS, last(compilation).code());
    }

    @Test
    void sentenceWithAHundredThousandPartsIsAnswered() {
        String parts = "order.symbol is \"A\"\n or ".repeat(100_000) + "order.symbol is \"B\"";
        assertPrintable(Texts.HEADER + "scope A-B means " + parts + ".");
    }

    @Test
    void conditionOnAHundredThousandValuesIsAnswered() {
        StringBuilder values = new StringBuilder("\"V\"");
        for (int i = 0; i < 100_000; i++) {
            values.append(",\n\"V").append(i).append('"');
        }
        assertPrintable(Texts.HEADER + "scope A-B means order.symbol is one of (" + values + ").");
    }

    @Test
    void fiftyThousandScopesAreAnswered() {
        StringBuilder text = new StringBuilder(Texts.HEADER);
        for (int i = 0; i < 50_000; i++) {
            text.append("scope S-").append(i).append(" means order.desk is \"D\".\n");
        }
        assertPrintable(text.toString());
    }

    @Test
    void tenThousandLimitsAreAnswered() {
        StringBuilder text = new StringBuilder(Texts.HEADER);
        for (int i = 0; i < 10_000; i++) {
            String kind = i % 2 == 0 ? "hard limit H-" : "soft limit S-";
            String act = i % 2 == 0
                    ? "block the order if order.notional is more than USD 5"
                    : "warn the trader if order.notional is more than USD 4 acknowledged one by one";
            text.append(kind)
                    .append(i)
                    .append(" cites DEMO-RULES \"7.3.2(1)\" applies to orders, when released ")
                    .append(act);
            text.append("\n say \"{limit}\".\n");
        }
        assertPrintable(text.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "\"",
                "--",
                "policy",
                "policy \"",
                "\uFEFF",
                "\u0000",
                "\u202E",
                "{",
                "\r",
                "(",
                "1",
                "1.",
                "-",
                "\uD83D\uDE00"
            })
    void shortTextIsAnswered(String text) {
        assertPrintable(text);
        assertPrintable(Texts.HEADER + text);
    }

    @Test
    void bidirectionalControlsAreReported() {
        assertHas(DiagnosticCode.BIDIRECTIONAL_CONTROL, Texts.HEADER + "-- \u202E\n".repeat(1_000));
    }

    @Test
    void everyPrefixOfAPolicyIsAnswered() {
        String text = Texts.resource("/good/delta1.policy");
        for (int end = 0; end < text.length(); end += 7) {
            assertPrintable(text.substring(0, end));
        }
    }

    @Test
    void randomBytesAreAnswered() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            assertPrintable(bytes, round);
        }
    }

    @Test
    void policyWithChangedBytesIsAnswered() {
        byte[] good = Texts.resource("/good/delta1.policy").getBytes(StandardCharsets.UTF_8);
        Random random = new Random(SEED + 1);
        for (int round = 0; round < ROUNDS / 10; round++) {
            byte[] bytes = good.clone();
            for (int change = 0; change < 1 + random.nextInt(8); change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
            }
            assertPrintable(bytes, round);
        }
    }

    @Test
    void tokenSoupIsAnswered() {
        List<String> words = List.of(Texts.resource("/good/delta1.policy")
                .replace(".\n", " .\n")
                .replace(",", " , ")
                .split("\\s+"));
        Random random = new Random(SEED + 2);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder soup = new StringBuilder(random.nextBoolean() ? Texts.HEADER : "");
            for (int word = random.nextInt(60); word > 0; word--) {
                soup.append(words.get(random.nextInt(words.size()))).append(random.nextInt(9) == 0 ? "\n" : " ");
            }
            assertPrintable(soup.toString().getBytes(StandardCharsets.UTF_8), round);
        }
    }

    /** Sentences stay mostly whole, so that the checks behind the parser are reached. */
    @ParameterizedTest
    @ValueSource(strings = {"/good/delta1.policy", "/sample/delta1.policy"})
    void policyWithSwappedWordsIsAnswered(String file) {
        String[] good = Texts.resource(file).split(" ", -1);
        Random random = new Random(SEED + 3);
        for (int round = 0; round < ROUNDS / 10; round++) {
            String[] words = good.clone();
            for (int swap = 0; swap < 1 + random.nextInt(5); swap++) {
                words[random.nextInt(words.length)] = good[random.nextInt(good.length)];
            }
            assertPrintable(String.join(" ", words).getBytes(StandardCharsets.UTF_8), round);
        }
    }

    private static void assertHas(DiagnosticCode code, String text) {
        Compilation compilation = assertPrintable(text);
        assertTrue(
                compilation.diagnostics().stream().anyMatch(found -> found.code() == code),
                () -> compilation.diagnostics().toString());
        assertFalse(compilation.pack().isPresent());
    }

    private static Compilation assertPrintable(String text) {
        return assertPrintable(text.getBytes(StandardCharsets.UTF_8), 0);
    }

    private static Compilation assertPrintable(byte[] bytes, int round) {
        Compilation compilation = compile(bytes);
        String printed = new DiagnosticRenderer(compilation.sources()).render(compilation.diagnostics());
        assertTrue(printed.chars().noneMatch(c -> c < ' ' && c != '\n'), "seed " + SEED + ", round " + round);
        CanonicalJson.text(DiagnosticJson.of(compilation.sources(), compilation.diagnostics()));
        return compilation;
    }

    private static Compilation compile(byte[] bytes) {
        return assertTimeoutPreemptively(HANG, () -> PolicyCompiler.compile(bytes, "hostile.policy", SETTINGS));
    }

    private static Diagnostic last(Compilation compilation) {
        return compilation.diagnostics().get(compilation.diagnostics().size() - 1);
    }
}
