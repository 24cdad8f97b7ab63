package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.CitationSyntax;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.TestSyntax;

/** Finds names that are given twice, and ids that mean something already. */
final class DuplicateCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        ids(policy, diagnostics);
        names("test", policy.tests().stream().map(Declaration.Test::name), diagnostics);
        names("requirement", policy.requirements().stream().map(Declaration.Requirement::name), diagnostics);
        names("claim", policy.claims().stream().map(Declaration.Claim::name), diagnostics);
        policy.controls().forEach(control -> citations(control.syntax().citations(), diagnostics));
        policy.tests().forEach(test -> facts(test.given(), diagnostics));
    }

    private static void ids(Outline policy, Diagnostics diagnostics) {
        Map<String, Span> first = new TreeMap<>();
        for (Located<String> id : policy.declaredIds()) {
            if (Names.RESERVED.contains(id.value())) {
                diagnostics.report(
                        DiagnosticCode.RESERVED_ID,
                        id.span(),
                        UserText.quoted(id.value()) + " is a reason that decisions give, not an id for a declaration",
                        "choose another id");
            }
            Span earlier = first.putIfAbsent(id.value(), id.span());
            if (earlier != null) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticCode.DUPLICATE_ID,
                                id.span(),
                                UserText.quoted(id.value()) + " is declared twice",
                                "give one of the two declarations another id")
                        .withLabel(earlier, "declared here first"));
            }
        }
    }

    private static void names(String what, Stream<Located<String>> names, Diagnostics diagnostics) {
        Map<String, Span> first = new TreeMap<>();
        names.forEach(name -> {
            Span earlier = first.putIfAbsent(name.value(), name.span());
            if (earlier != null) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticCode.DUPLICATE_TEST,
                                name.span(),
                                "another " + what + " is named " + UserText.quoted(name.value()),
                                "name the " + what + " after what only it shows")
                        .withLabel(earlier, "named here first"));
            }
        });
    }

    private static void citations(List<CitationSyntax> citations, Diagnostics diagnostics) {
        Map<String, Span> first = new TreeMap<>();
        for (CitationSyntax citation : citations) {
            String words = Names.words(citation);
            Span earlier = first.putIfAbsent(words, citation.span());
            if (earlier != null) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticCode.DUPLICATE_CITATION,
                                citation.span(),
                                UserText.quoted(words) + " is cited twice by one control",
                                "leave the second one out")
                        .withLabel(earlier, "cited here first"));
            }
        }
    }

    /** A case repeats no fact of its test either: which of the two would be meant? */
    private static void facts(List<TestSyntax.Given> given, Diagnostics diagnostics) {
        Map<String, Span> first = new TreeMap<>();
        given.stream().map(TestSyntax.Given::fact).forEach(fact -> {
            String words = References.words(fact);
            Span earlier = first.putIfAbsent(words, fact.span());
            if (earlier != null) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticCode.DUPLICATE_FACT,
                                fact.span(),
                                UserText.quoted(words) + " is given twice in one test",
                                "leave one of the two out, or write two tests")
                        .withLabel(earlier, "given here first"));
            }
        });
    }
}
