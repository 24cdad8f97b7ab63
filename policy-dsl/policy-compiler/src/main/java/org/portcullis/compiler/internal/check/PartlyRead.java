package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.PolicySyntax;

/**
 * Checks the names in sentences of which a value could not be read, so that a file shows all its errors at once.
 *
 * <p>The values that stand in for the unread ones mean nothing, so whatever the checks say of them is dropped: what stays are errors about names, in these
 * sentences, away from the places that were reported when they were read.
 */
record PartlyRead(PolicySyntax tree, List<Span> sentences, List<Span> reported) {
    private static final String NAMES = "P03";

    /** Gives the tree with the stand-ins; empty where every value was read or nothing of a sentence could be. */
    static Optional<PartlyRead> of(PolicySyntax tree, List<Diagnostic> whileReading) {
        Map<Span, Declaration> standIns = new TreeMap<>();
        Outline.of(tree)
                .broken()
                .forEach(broken -> broken.partlyRead().ifPresent(part -> standIns.put(broken.span(), part)));
        if (standIns.isEmpty()) {
            return Optional.empty();
        }
        List<Declaration> declarations = tree.declarations().stream()
                .map(declaration -> standIns.getOrDefault(declaration.span(), declaration))
                .toList();
        return Optional.of(new PartlyRead(
                new PolicySyntax(tree.header(), declarations),
                List.copyOf(standIns.keySet()),
                whileReading.stream().map(Diagnostic::span).toList()));
    }

    /** Runs the checks on the tree with the stand-ins and reports of what they say the errors about names. */
    void report(BiConsumer<PolicySyntax, Diagnostics> checks, Diagnostics diagnostics) {
        Diagnostics all = new Diagnostics();
        checks.accept(tree, all);
        all.sorted().stream().filter(this::isAboutAName).forEach(diagnostics::report);
    }

    private boolean isAboutAName(Diagnostic diagnostic) {
        return diagnostic.severity() == Severity.ERROR
                && diagnostic.code().code().startsWith(NAMES)
                && sentences.stream().anyMatch(sentence -> overlap(sentence, diagnostic.span()))
                && reported.stream().noneMatch(place -> overlap(place, diagnostic.span()));
    }

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
