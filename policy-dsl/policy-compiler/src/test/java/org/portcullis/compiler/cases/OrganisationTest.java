package org.portcullis.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.SourceText;

/** What is checked against a firm, and what is not. */
class OrganisationTest {
    private static final String DIRECTIVE = "--! organisation\n";

    @Test
    void nothingIsCheckedWithoutAnOrganisation() {
        for (Path file : BadCases.files()) {
            String text = new String(BadCases.read(file), StandardCharsets.ISO_8859_1);
            if (text.contains(DIRECTIVE)) {
                BadCase without = BadCase.read(
                        file.getFileName().toString(),
                        text.replace(DIRECTIVE, "").getBytes(StandardCharsets.ISO_8859_1));
                assertEquals(List.of(), peopleCodes(without.compile().diagnostics()), without.name());
            }
        }
    }

    @Test
    void holdWithoutADayIsJudgedOnTheDayOnWhichThePolicyBegins() {
        assertTrue(judged("P0704-too-few-approvers-nobody", CompilerSettings.none())
                .contains("this quorum needs 1 person, and on 2026-12-01 nobody may sign"));
    }

    @Test
    void policyThatBeginsLaterIsJudgedOnTheDayOnWhichItBegins() {
        assertTrue(
                judged("P0704-too-few-approvers-nobody", CompilerSettings.none().withAsOf(LocalDate.of(2026, 11, 2)))
                        .contains("this quorum needs 1 person, and on 2026-12-01 nobody may sign"));
    }

    @Test
    void roleThatTheFirmDoesNotHaveIsAnErrorOnce() {
        BadCase bad = BadCases.load(file("P0704-too-few-approvers-nobody"));
        String text = bad.input().replace("role \"Compliance\"", "role \"Complience\"");
        List<Diagnostic> found = PolicyCompiler.compile(
                        new SourceText("a.policy", text),
                        CompilerSettings.none().withOrganisation(FixedFirm.organisation(), FixedFirm.calendars()))
                .diagnostics();
        assertEquals(
                List.of("P0307"),
                found.stream()
                        .map(one -> one.code().code())
                        .filter(code -> !code.startsWith("P06"))
                        .toList());
    }

    private static List<String> judged(String name, CompilerSettings settings) {
        return PolicyCompiler.compile(
                        new SourceText("a.policy", BadCases.load(file(name)).input()),
                        settings.withOrganisation(FixedFirm.organisation(), FixedFirm.calendars()))
                .diagnostics()
                .stream()
                .map(Diagnostic::message)
                .toList();
    }

    private static Path file(String name) {
        return BadCases.files().stream()
                .filter(file -> file.getFileName().toString().equals(name + ".policy"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> peopleCodes(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(found -> found.code().code())
                .filter(code -> code.startsWith("P07"))
                .toList();
    }
}
