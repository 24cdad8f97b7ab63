package org.portcullis.compiler.diagnostic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Collects the diagnostics of one source text.
 *
 * <p>This class is mutable and belongs to the thread that compiles; it is not safe for others. Of each severity it keeps the first {@link #MAX_KEPT} in the
 * order of the text, whatever order they were reported in, and counts the rest, so that a hostile file cannot fill the memory.
 */
public final class Diagnostics {
    /** The most diagnostics of one severity that are kept; the rest are only counted. */
    public static final int MAX_KEPT = 100;

    private final Map<Severity, NavigableSet<Diagnostic>> kept = new EnumMap<>(Severity.class);
    private final Map<Severity, Long> dropped = new EnumMap<>(Severity.class);

    /** Begins with nothing to say. */
    public Diagnostics() {
        for (Severity severity : Severity.values()) {
            kept.put(severity, new TreeSet<>());
            dropped.put(severity, 0L);
        }
    }

    /** Adds a diagnostic, unless one with the same place, code and message is there already. */
    public void report(Diagnostic diagnostic) {
        NavigableSet<Diagnostic> same = kept(diagnostic.severity());
        if (same.add(diagnostic) && same.size() > MAX_KEPT) {
            same.pollLast();
            dropped.merge(diagnostic.severity(), 1L, Math::addExact);
        }
    }

    /**
     * Adds a diagnostic that takes some effort to write, for example because a similar name is searched for; if it would not be kept, it is counted and never
     * written.
     */
    public void report(DiagnosticCode code, Span span, Supplier<Diagnostic> diagnostic) {
        NavigableSet<Diagnostic> same = kept(code.severity());
        boolean full = same.size() == MAX_KEPT && span.compareTo(same.last().span()) > 0;
        if (full) {
            dropped.merge(code.severity(), 1L, Math::addExact);
        } else {
            report(diagnostic.get());
        }
    }

    /** Adds a diagnostic without a cure. */
    public void report(DiagnosticCode code, Span span, String message) {
        report(Diagnostic.of(code, span, message));
    }

    /** Adds a diagnostic with its cure. */
    public void report(DiagnosticCode code, Span span, String message, String help) {
        report(Diagnostic.of(code, span, message, help));
    }

    /** Adds a diagnostic with its cure and the edits that bring it about. */
    public void report(DiagnosticCode code, Span span, String message, Cure cure) {
        report(Diagnostic.of(code, span, message, cure));
    }

    /** Whether anything was reported that stops compilation. */
    public boolean hasErrors() {
        return !kept(Severity.ERROR).isEmpty();
    }

    /** Whether nothing at all was reported. */
    public boolean isEmpty() {
        return kept.values().stream().allMatch(Set::isEmpty);
    }

    /** How many diagnostics of the severity were reported, kept or not. */
    public long count(Severity severity) {
        return kept(severity).size() + dropped.getOrDefault(severity, 0L);
    }

    /**
     * All kept diagnostics in the order of the text; where some were dropped, the last one says how many.
     *
     * <p>The same diagnostic reported again after it was dropped is counted again.
     */
    public List<Diagnostic> sorted() {
        TreeSet<Diagnostic> all = new TreeSet<>();
        kept.values().forEach(all::addAll);
        List<Diagnostic> list = new ArrayList<>(all);
        remainder(list).ifPresent(list::add);
        return List.copyOf(list);
    }

    private Optional<Diagnostic> remainder(List<Diagnostic> shown) {
        long errors = dropped.getOrDefault(Severity.ERROR, 0L);
        long warnings = dropped.getOrDefault(Severity.WARNING, 0L);
        if (errors + warnings == 0 || shown.isEmpty()) {
            return Optional.empty();
        }
        List<String> counts = new ArrayList<>();
        if (errors > 0) {
            counts.add(errors + (errors == 1 ? " more error" : " more errors"));
        }
        if (warnings > 0) {
            counts.add(warnings + (warnings == 1 ? " more warning" : " more warnings"));
        }
        DiagnosticCode code = errors > 0 ? DiagnosticCode.MORE_ERRORS : DiagnosticCode.MORE_WARNINGS;
        String message = String.join(" and ", counts) + (errors + warnings == 1 ? " is" : " are") + " not shown";
        Span end = Span.at(shown.get(shown.size() - 1).span().end());
        return Optional.of(Diagnostic.of(code, end, message, "cure what is shown and check again"));
    }

    private NavigableSet<Diagnostic> kept(Severity severity) {
        NavigableSet<Diagnostic> found = kept.get(severity);
        if (found == null) {
            throw new IllegalStateException("no list of diagnostics for severity " + severity);
        }
        return found;
    }
}
