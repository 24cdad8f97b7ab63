package org.portcullis.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.model.control.ControlKind;

/** Compiles the sample that shows every kind of declaration, and reads what is said of it. */
class SampleTest {
    private static final String SAMPLE = Texts.resource("/sample/delta1.policy");

    @Test
    void sampleOfEveryKindCompiles() {
        Compilation compilation = compile(SAMPLE);
        assertTrue(
                compilation.pack().isPresent(),
                () -> new DiagnosticRenderer(compilation.source()).render(compilation.diagnostics()));
        List<ControlKind> kinds = compilation.pack().orElseThrow().controls().stream()
                .map(ControlKind::of)
                .distinct()
                .sorted()
                .toList();
        assertTrue(kinds.containsAll(List.of(
                ControlKind.CUMULATIVE_LIMIT,
                ControlKind.THROTTLE,
                ControlKind.IN_FLIGHT,
                ControlKind.ESCALATION,
                ControlKind.KILL_SWITCH)));
    }

    @Test
    void whatTheSampleIsAdvisedIsTrue() {
        assertEquals(
                List.of(
                        "P0608 the policy does not say in which version of the language it is written",
                        "P0620 every order.location but `New York` has a hard limit on order.quantity",
                        "P0618 the claim is kept with the policy and not proved by this version"),
                found(SAMPLE));
    }

    @Test
    void withoutTheLimitOfNewYorkTheRequirementIsNotMet() {
        String text = SAMPLE.replace("applies  to baskets in scope NYC-D1", "applies  to baskets in scope LDN-D1");
        assertTrue(
                found(text).contains("P0520 `New York` has no hard limit on basket.notional"),
                () -> found(text).toString());
    }

    @Test
    void gapOfTheIncidentIsFoundUnasked() {
        String text = SAMPLE.replaceFirst("(?s)require \".*?basket.notional\\.\n", "")
                .replace("applies  to baskets in scope NYC-D1", "applies  to baskets in scope LDN-D1");
        Compilation compilation = compile(text);
        assertTrue(compilation.diagnostics().stream().noneMatch(one -> one.severity() == Severity.ERROR));
        assertTrue(
                found(text).contains("P0620 every order.location but `New York` has a hard limit on basket.notional"));
    }

    private static List<String> found(String text) {
        return compile(text).diagnostics().stream().map(SampleTest::words).toList();
    }

    private static String words(Diagnostic diagnostic) {
        return diagnostic.code() + " " + diagnostic.message();
    }

    private static Compilation compile(String text) {
        CompilerSettings settings = CompilerSettings.none().withAsOf(LocalDate.parse("2026-11-23"));
        return PolicyCompiler.compile(new SourceText("delta1.policy", text), settings);
    }
}
