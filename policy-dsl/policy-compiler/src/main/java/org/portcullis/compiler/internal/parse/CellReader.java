package org.portcullis.compiler.internal.parse;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.internal.parse.generated.PolicyParser;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.value.Value;

/**
 * Reads the cells of tables, which hold pieces of sentences.
 *
 * <p>Each method answers empty if the cell could not be read, which is then reported.
 */
public final class CellReader {
    private CellReader() {}

    /** A limit: `250 million shares`, `95% of market.adv over 20 trading days`. */
    public static Optional<BoundSyntax> limit(SourceText cell, Diagnostics diagnostics) {
        return read(cell, diagnostics, PolicyParser::limitCell, (tree, parsed) -> tree.visitBound(parsed.bound()));
    }

    /** An attribute: `market.adv over 20 trading days`. */
    public static Optional<ReferenceSyntax> attribute(SourceText cell, Diagnostics diagnostics) {
        return read(
                cell, diagnostics, PolicyParser::givenCell, (tree, parsed) -> tree.visitMeasured(parsed.measured()));
    }

    /** A value with its unit. */
    public static Optional<Located<Value>> value(SourceText cell, Diagnostics diagnostics) {
        return read(cell, diagnostics, PolicyParser::valueCell, (tree, parsed) -> tree.visitValue(parsed.value()));
    }

    /** What a case expects: `block by LDN-WAVE-NOTIONAL, hold`. */
    public static Optional<List<TestSyntax.Expectation>> expectations(SourceText cell, Diagnostics diagnostics) {
        return read(cell, diagnostics, PolicyParser::expectCell, TreeBuilder::visitExpectCell);
    }

    private static <P, T> Optional<T> read(
            SourceText cell,
            Diagnostics diagnostics,
            Function<PolicyParser, P> rule,
            BiFunction<TreeBuilder, P, T> build) {
        List<Token> words = Words.of(cell, diagnostics);
        if (words.isEmpty()) {
            diagnostics.report(
                    DiagnosticCode.MALFORMED_CELL,
                    new Span(cell.base(), cell.end()),
                    "the cell is empty",
                    "write what its column is for");
            return Optional.empty();
        }
        Sentence sentence = new Sentence(List.copyOf(words));
        Reports reports = new Reports(diagnostics);
        return sentence.parse(rule, reports)
                .map(parsed -> build.apply(new TreeBuilder(reports, new WordText(sentence.words())), parsed))
                .filter(built -> !reports.broken());
    }
}
