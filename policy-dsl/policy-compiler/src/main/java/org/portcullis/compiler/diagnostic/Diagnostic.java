package org.portcullis.compiler.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing the compiler has to say: where, what is wrong, and what would cure it.
 *
 * <p>Messages and helps are one lower-case sentence without a full stop; what the user wrote stands in back-ticks (see {@link UserText#quoted}).
 *
 * @param message the cause
 * @param help the cure, if there is one to name
 * @param labels further places that explain the cause
 * @param fixes edits of which any one cures it, and among several only a person can choose; empty where the cure is not obvious
 */
public record Diagnostic(
        DiagnosticCode code, Span span, String message, Optional<String> help, List<Label> labels, List<Fix> fixes)
        implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::span)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    public Diagnostic {
        labels = List.copyOf(labels);
        fixes = List.copyOf(fixes);
        requireOneSentence(message);
        help.ifPresent(Diagnostic::requireOneSentence);
    }

    /** A diagnostic that names no cure. */
    public static Diagnostic of(DiagnosticCode code, Span span, String message) {
        return new Diagnostic(code, span, message, Optional.empty(), List.of(), List.of());
    }

    /** A diagnostic with its cure. */
    public static Diagnostic of(DiagnosticCode code, Span span, String message, String help) {
        return new Diagnostic(code, span, message, Optional.of(help), List.of(), List.of());
    }

    /** A diagnostic with its cure and the edits that bring it about. */
    public static Diagnostic of(DiagnosticCode code, Span span, String message, Cure cure) {
        return new Diagnostic(code, span, message, Optional.of(cure.help()), List.of(), cure.fixes());
    }

    /** The same diagnostic with another cure in words. */
    public Diagnostic withHelp(String cure) {
        return new Diagnostic(code, span, message, Optional.of(cure), labels, fixes);
    }

    /** The same diagnostic with one more edit that cures it. */
    public Diagnostic withFix(Fix fix) {
        List<Fix> more = new ArrayList<>(fixes);
        more.add(fix);
        return new Diagnostic(code, span, message, help, labels, more);
    }

    /** The same diagnostic pointing at one more place. */
    public Diagnostic withLabel(Span place, String text) {
        List<Label> more = new ArrayList<>(labels);
        more.add(new Label(place, text));
        return new Diagnostic(code, span, message, help, more, fixes);
    }

    /** The same diagnostic with every place so much further on: of a text that was read on its own and now stands among others. */
    public Diagnostic shifted(int by) {
        return new Diagnostic(
                code,
                span.shifted(by),
                message,
                help,
                labels.stream()
                        .map(label -> new Label(label.span().shifted(by), label.text()))
                        .toList(),
                fixes.stream()
                        .map(fix -> new Fix(fix.title(), fix.where().shifted(by), fix.replacement()))
                        .toList());
    }

    /** The same diagnostic about another place, without edits: for a text that does not stand in a file as it was read. */
    public Diagnostic at(Span place) {
        return new Diagnostic(code, place, message, help, List.of(), List.of());
    }

    /** Whether compilation stops. */
    public Severity severity() {
        return code.severity();
    }

    /** Orders by place, then code, then message, so that a list of diagnostics reads like the file. */
    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    private static void requireOneSentence(String sentence) {
        if (sentence.isBlank() || sentence.endsWith(".") || sentence.chars().anyMatch(c -> c == '\n' || c == '\r')) {
            throw new IllegalArgumentException(
                    "a message is one line without a full stop at its end, not `" + sentence + "`");
        }
    }
}
