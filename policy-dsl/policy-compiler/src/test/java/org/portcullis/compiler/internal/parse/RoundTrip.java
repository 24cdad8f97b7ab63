package org.portcullis.compiler.internal.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.format.CanonicalSpelling;
import org.portcullis.compiler.format.layout.Kept;
import org.portcullis.compiler.syntax.PolicySyntax;

/** Reads texts and checks that their canonical spelling and their formatted text read back as the same tree. */
final class RoundTrip {
    private RoundTrip() {}

    /** The tree of a text in which nothing is wrong, after the round trip. */
    static PolicySyntax of(String text) {
        PolicySyntax tree = read(text);
        String canonical = CanonicalSpelling.of(tree);
        PolicySyntax again = read(canonical);
        assertEquals(withoutSpans(tree), withoutSpans(again), canonical);
        assertEquals(canonical, CanonicalSpelling.of(again));
        String formatted = Kept.formatted(text);
        assertEquals(withoutSpans(tree), withoutSpans(read(formatted)), formatted);
        return tree;
    }

    /** The tree as text, places aside. */
    static String withoutSpans(PolicySyntax tree) {
        return tree.toString().replaceAll("(, )?span=Span\\[start=\\d+, end=\\d+]", "");
    }

    private static PolicySyntax read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        PolicySyntax tree = PolicyReader.read(new SourceText("test.policy", text), diagnostics);
        List<Diagnostic> found = diagnostics.sorted();
        assertEquals(List.of(), found, text);
        return tree;
    }
}
