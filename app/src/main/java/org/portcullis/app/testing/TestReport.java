package org.portcullis.app.testing;

import java.util.List;
import org.portcullis.app.terminal.Ink;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.engine.policytest.PolicyTestResult;

/** Prints for people how tests came out, and which controls decided each. */
public record TestReport(Terminal terminal) {
    private static final String PASSED = "  passed  ";
    private static final String FAILED = "  FAILED  ";
    private static final String GAP = "  ";
    private static final int WIDEST_NAME = 52;

    /** Prints one file's tests, one a line where that fits: result, name, who decided; below a failed one what was expected. */
    public void print(FileRun file) {
        int width = file.results().stream()
                .mapToInt(result -> width(result.test().name()))
                .filter(name -> name <= WIDEST_NAME)
                .max()
                .orElse(0);
        for (PolicyTestResult result : file.results()) {
            print(result, width);
        }
    }

    /** Prints how many tests passed, failed and were left out. */
    public void summarise(List<FileRun> files) {
        long run = files.stream().mapToLong(file -> file.results().size()).sum();
        long failed = files.stream().mapToLong(FileRun::failed).sum();
        long leftOut = files.stream().mapToLong(FileRun::leftOut).sum();
        terminal.line(
                (run - failed) + " passed, " + failed + " failed" + (leftOut == 0 ? "" : ", " + leftOut + " left out"));
    }

    private void print(PolicyTestResult result, int nameWidth) {
        String label = result.passed() ? terminal.paint(Ink.Tone.GOOD, PASSED) : terminal.paint(Ink.Tone.BAD, FAILED);
        String name = result.test().name();
        String decided = Deciders.of(result.assessment(), result.test().stage());
        int used = PASSED.length() + Math.max(nameWidth, width(name)) + GAP.length() + width(decided);
        if (width(name) <= nameWidth && used <= Table.WIDTH) {
            terminal.line(label + name + " ".repeat(nameWidth - width(name)) + GAP + faint(decided));
        } else {
            terminal.line(label + name);
            String indent = " ".repeat(PASSED.length());
            Paragraph.hanging(indent, decided, Table.WIDTH).forEach(line -> terminal.line(faint(line)));
        }
        for (PolicyTestResult.Mismatch mismatch : result.mismatches()) {
            print("    expected  ", mismatch.expected());
            print("    found     ", mismatch.actual());
            mismatch.because().forEach(reason -> print("    because   ", reason));
        }
    }

    private String faint(String text) {
        return terminal.paint(Ink.Tone.FAINT, text);
    }

    private void print(String label, String text) {
        terminal.lines(Paragraph.hanging(label, text, Table.WIDTH));
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
