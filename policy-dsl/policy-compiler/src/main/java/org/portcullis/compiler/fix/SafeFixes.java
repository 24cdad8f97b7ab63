package org.portcullis.compiler.fix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.Fix;
import org.portcullis.compiler.diagnostic.Position;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.model.Fingerprint;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.json.Digest;

/**
 * Applies to a text the fixes that are safe, one after the other, compiling it again after each.
 *
 * <p>A fix is applied if it is the only one of its diagnostic. A fix of an error is kept if the error is gone and the text has no more errors than before. A fix of
 * a warning is kept if the text compiles, has fewer warnings, and its policy has the same fingerprint: advice never changes what a policy means.
 */
public final class SafeFixes {
    /** The most fixes that are applied to one text. */
    public static final int MAX_APPLIED = 500;

    private final Function<String, Compilation> compiler;
    private final Set<String> refused = new TreeSet<>();
    private final List<Applied> applied = new ArrayList<>();
    private String text;
    private Compilation now;

    private SafeFixes(String text, Function<String, Compilation> compiler) {
        this.text = text;
        this.compiler = compiler;
        this.now = compiler.apply(text);
    }

    /**
     * A fix that was applied.
     *
     * @param at where it was applied, in the text as it was at that moment
     * @param replaced what stood there
     */
    public record Applied(Diagnostic diagnostic, Fix fix, Position at, String replaced) {}

    /**
     * What became of a text.
     *
     * @param compilation of the text as it is now
     */
    public record Outcome(String text, Compilation compilation, List<Applied> applied) {
        public Outcome {
            applied = List.copyOf(applied);
        }
    }

    /**
     * Applies safe fixes until none is left.
     *
     * @param compiler compiles a text the way the policy is compiled; the text is its main file
     */
    public static Outcome apply(String text, Function<String, Compilation> compiler) {
        SafeFixes fixes = new SafeFixes(text, compiler);
        while (fixes.applied.size() < MAX_APPLIED && fixes.applyOne()) {
            // Each round compiles the text anew, since a fix moves and may cure the others.
        }
        return new Outcome(fixes.text, fixes.now, fixes.applied);
    }

    /** From the end backwards: a quotation mark that was put right at the beginning of a text would hide the wrong one at its end. */
    private boolean applyOne() {
        List<Diagnostic> backwards = new ArrayList<>(now.diagnostics());
        Collections.reverse(backwards);
        for (Diagnostic diagnostic : backwards) {
            Optional<Fix> fix = only(diagnostic);
            if (fix.isPresent() && refused.add(words(diagnostic, fix.get())) && attempt(diagnostic, fix.get())) {
                refused.remove(words(diagnostic, fix.get()));
                return true;
            }
        }
        return false;
    }

    /** The fix of a diagnostic that has one, in this file; that of a warning waits until there is a policy whose meaning can be compared. */
    private Optional<Fix> only(Diagnostic diagnostic) {
        boolean waits = diagnostic.severity() == Severity.WARNING && now.pack().isEmpty();
        return diagnostic.fixes().stream()
                .filter(fix -> !waits
                        && diagnostic.fixes().size() == 1
                        && now.sources().of(fix.where()) == now.source())
                .findFirst();
    }

    /** Whether the fix was applied: it left the text better. */
    private boolean attempt(Diagnostic diagnostic, Fix fix) {
        String next = text.substring(0, fix.where().start())
                + fix.replacement()
                + text.substring(fix.where().end());
        Compilation after = compiler.apply(next);
        boolean better = diagnostic.severity() == Severity.ERROR ? cures(diagnostic, after) : tidies(after);
        if (better) {
            SourceText source = now.source();
            applied.add(new Applied(diagnostic, fix, source.position(fix.where().start()), source.text(fix.where())));
            text = next;
            now = after;
        }
        return better;
    }

    private boolean cures(Diagnostic error, Compilation after) {
        long left = same(after, error);
        return count(after, Severity.ERROR) <= count(now, Severity.ERROR) && left < same(now, error);
    }

    private boolean tidies(Compilation after) {
        Optional<Digest> before = now.pack().map(Fingerprint::of);
        Optional<PolicyPack> pack = after.pack();
        return before.isPresent()
                && before.equals(pack.map(Fingerprint::of))
                && count(after, Severity.WARNING) < count(now, Severity.WARNING);
    }

    private static long same(Compilation compilation, Diagnostic diagnostic) {
        return compilation.diagnostics().stream()
                .filter(found ->
                        found.code() == diagnostic.code() && found.message().equals(diagnostic.message()))
                .count();
    }

    private static long count(Compilation compilation, Severity severity) {
        return compilation.diagnostics().stream()
                .filter(found -> found.severity() == severity)
                .count();
    }

    /** Tells a fix from others although its place moves. */
    private String words(Diagnostic diagnostic, Fix fix) {
        SourceText source = now.source();
        int line = source.line(fix.where().start());
        int column = fix.where().start() - source.lineSpan(line).start();
        return diagnostic.code() + " " + diagnostic.message() + " " + fix.replacement() + " " + column + " "
                + source.text(source.lineSpan(line));
    }
}
