package org.portcullis.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ControlKind;

/**
 * Which tests somebody asked for.
 *
 * @param names parts of names, or whole names with `*` and `?`; case does not matter; none means every name
 * @param controls ids of controls that a test names, or that say something in it; none means every control
 */
public record TestChoice(List<String> names, List<String> controls) {
    private static final String NOT_GRANTED = ReasonCode.NOT_GRANTED.code();

    public TestChoice {
        names = List.copyOf(names);
        controls = List.copyOf(controls);
    }

    /** Whether anything was asked for. */
    public boolean isOpen() {
        return names.isEmpty() && controls.isEmpty();
    }

    /** Whether the test is one of those that were asked for. */
    public boolean wants(PolicyTestResult result, PolicyPack pack) {
        boolean named = names.isEmpty()
                || names.stream().anyMatch(name -> isNamed(result.test().name(), name));
        return named && (controls.isEmpty() || controls.stream().anyMatch(id -> concerns(result, pack, id)));
    }

    /** Whether the control is one of those that were asked for. */
    public boolean wants(ControlId control) {
        return controls.isEmpty() || controls.contains(control.text());
    }

    /**
     * Says what was asked for in vain.
     *
     * @param mayLackTests whether a control without any test is no mistake, since its tests are about to be measured or written
     * @throws UserMistake if a name matches no test, or a control does not exist or has no test
     */
    public void requireMatches(List<FileRun> files, boolean mayLackTests) {
        List<FileRun> compiled = files.stream()
                .filter(file -> file.compilation().pack().isPresent())
                .toList();
        if (compiled.isEmpty()) {
            return;
        }
        for (String name : names) {
            List<String> known = testNames(compiled);
            if (known.stream().noneMatch(test -> isNamed(test, name))) {
                throw new UserMistake("no test has a name with `" + name + "`; " + cure(name, known, "test"));
            }
        }
        for (String control : controls) {
            List<String> known = controlIds(compiled);
            if (!known.contains(control)) {
                throw new UserMistake("no control has the id `" + control + "`; " + cure(control, known, "control"));
            }
        }
        boolean found = compiled.stream().anyMatch(file -> !file.results().isEmpty());
        if (!found && !isOpen() && !(mayLackTests && names.isEmpty())) {
            throw new UserMistake("no test is about " + (names.isEmpty() ? "" : "both the name and ")
                    + controls.stream().map(id -> "`" + id + "`").collect(Collectors.joining(" or "))
                    + "; `--coverage` shows the tests that are missing");
        }
    }

    private static String cure(String wrong, List<String> known, String noun) {
        Optional<String> closest = Spelling.closest(wrong, known).or(() -> closestPart(wrong, known));
        if (closest.isPresent()) {
            return "did you mean `" + closest.get() + "`?";
        }
        return known.isEmpty()
                ? "there is no " + noun
                : "there " + (known.size() == 1 ? "is 1 " + noun : "are " + known.size() + " " + noun + "s")
                        + ", the first is `" + known.get(0) + "`";
    }

    /** The word of a name that was probably meant. */
    private static Optional<String> closestPart(String wrong, List<String> known) {
        return Spelling.closest(
                wrong,
                known.stream()
                        .flatMap(name -> Stream.of(name.split("[ ,:]+", -1)))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList());
    }

    private static List<String> testNames(List<FileRun> files) {
        return tests(files).map(PolicyTest::name).distinct().toList();
    }

    private static Stream<PolicyTest> tests(List<FileRun> files) {
        return files.stream()
                .flatMap(file -> file.compilation().pack().stream())
                .flatMap(pack -> pack.tests().stream());
    }

    private static List<String> controlIds(List<FileRun> files) {
        return files.stream()
                .flatMap(file -> file.compilation().pack().stream())
                .flatMap(pack -> pack.controls().stream())
                .map(control -> control.id().text())
                .distinct()
                .toList();
    }

    private static boolean isNamed(String test, String wanted) {
        String name = test.toLowerCase(Locale.ROOT);
        String text = wanted.toLowerCase(Locale.ROOT);
        boolean whole = text.contains("*") || text.contains("?");
        return whole ? glob(text).matcher(name).matches() : name.contains(text);
    }

    private static Pattern glob(String text) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            parts.add(
                    switch (letter) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(letter));
                    });
        }
        return Pattern.compile(String.join("", parts), Pattern.DOTALL);
    }

    /** A grant is never named by what it does not cover: there the tests about `NOT-GRANTED` are its tests. */
    private static boolean concerns(PolicyTestResult result, PolicyPack pack, String id) {
        boolean grant = pack.controls().stream()
                .filter(control -> control.id().text().equals(id))
                .anyMatch(control -> ControlKind.of(control) == ControlKind.GRANT);
        return named(result).anyMatch(name -> name.equals(id) || (grant && name.equals(NOT_GRANTED)));
    }

    /** The controls and reasons that the test names, and those that say something in it. */
    private static Stream<String> named(PolicyTestResult result) {
        return Stream.concat(
                result.test().expectations().stream()
                        .flatMap(expected -> expected.by().stream())
                        .map(ControlId::text),
                result.assessment().findings().stream()
                        .map(finding -> finding.control()
                                .map(ControlId::text)
                                .orElse(finding.reason().code())));
    }
}
