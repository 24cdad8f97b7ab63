package org.portcullis.compiler.internal.parse;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.internal.parse.generated.PolicyParser;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.value.Value;

/** Builds the parts of tests. */
abstract class TestTree extends ClauseTree {

    TestTree(Reports reports, WordText words) {
        super(reports, words);
    }

    /** A fact; for a file, empty. */
    @Override
    public Optional<TestSyntax.Given> visitGiven(PolicyParser.GivenContext ctx) {
        return optional(
                ctx.measured(),
                measured -> new TestSyntax.Given(
                        visitMeasured(measured), optional(ctx.value(), this::visitValue), Spans.of(ctx)));
    }

    final List<TestSyntax.Given> facts(List<PolicyParser.GivenContext> given) {
        return given.stream().flatMap(one -> visitGiven(one).stream()).toList();
    }

    final List<TestSyntax.GivenFile> files(List<PolicyParser.GivenContext> given) {
        return given.stream()
                .filter(one -> one.file != null)
                .map(one -> new TestSyntax.GivenFile(
                        one.file.getType() == PolicyParser.EVENTS,
                        Spans.unquoted(one.STRING().getSymbol()),
                        Spans.of(one)))
                .toList();
    }

    @Override
    public TestSyntax.Case visitTestCase(PolicyParser.TestCaseContext ctx) {
        files(ctx.given())
                .forEach(file -> reports.add(
                        DiagnosticCode.UNEXPECTED_WORD,
                        file.span(),
                        "a case gives facts, not files",
                        "give the file in the test, before `when`"));
        return new TestSyntax.Case(
                Spans.unquoted(ctx.name),
                facts(ctx.given()),
                ctx.expectation().stream().map(this::visitExpectation).toList(),
                Spans.of(ctx));
    }

    @Override
    public TestSyntax.Expectation visitExpectation(PolicyParser.ExpectationContext ctx) {
        Token word = ctx.not == null ? ctx.outcome : ctx.not;
        PolicyTest.Outcome outcome = switch (word.getType()) {
            case PolicyParser.RELEASE -> PolicyTest.Outcome.RELEASE;
            case PolicyParser.WARN -> PolicyTest.Outcome.WARN;
            case PolicyParser.HOLD -> PolicyTest.Outcome.HOLD;
            case PolicyParser.BLOCK -> PolicyTest.Outcome.BLOCK;
            case PolicyParser.NOTE -> PolicyTest.Outcome.NOTE;
            case PolicyParser.CONTINUE -> PolicyTest.Outcome.CONTINUE;
            case PolicyParser.SUSPEND -> PolicyTest.Outcome.SUSPEND;
            case PolicyParser.CANCEL -> PolicyTest.Outcome.CANCEL;
            case PolicyParser.KILL -> PolicyTest.Outcome.KILL;
            default -> PolicyTest.Outcome.NOT;
        };
        Optional<Located<String>> by = optional(ctx.ID(), id -> Spans.word(id.getSymbol()));
        return new TestSyntax.Expectation(new Located<>(outcome, Spans.of(word)), by, Spans.of(ctx));
    }

    // Cells of tables are built one by one, see CellReader.

    @Override
    public BoundSyntax visitLimitCell(PolicyParser.LimitCellContext ctx) {
        return visitBound(ctx.bound());
    }

    @Override
    public ReferenceSyntax visitGivenCell(PolicyParser.GivenCellContext ctx) {
        return visitMeasured(ctx.measured());
    }

    @Override
    public Located<Value> visitValueCell(PolicyParser.ValueCellContext ctx) {
        return visitValue(ctx.value());
    }

    @Override
    public List<TestSyntax.Expectation> visitExpectCell(PolicyParser.ExpectCellContext ctx) {
        return ctx.expectation().stream().map(this::visitExpectation).toList();
    }
}
