package org.portcullis.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.model.Fingerprint;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

class PolicyCompilerTest {
    private static final String LIMIT = """
            scope LDN-D1 means order.desk is "Delta 1" and order.location is "London".
            scope NYC-D1 means order.desk is "Delta 1" and order.location is "New York".
            hard limit D1-ORDER-NOTIONAL
              cites    UK-RTS6 "15(1)(b)"
              applies  to orders in scope LDN-D1 or NYC-D1 where order.flow is "DSA", when released
              block    the order if order.notional is more than USD 250 million
              say      "{order.symbol} is {order.notional}. The limit is {limit}.".
            """;

    @Test
    void hardLimitIsLoweredWithItsScopesJoined() {
        PolicyPack pack = compile(Texts.HEADER + LIMIT);
        Control.HardLimit limit =
                assertInstanceOf(Control.HardLimit.class, pack.controls().get(0));
        assertEquals(Target.ORDER, limit.target());
        assertEquals(
                new Condition.Compare(
                        Reference.to(Measure.ORDER_NOTIONAL),
                        Comparator.MORE_THAN,
                        new Bound.Constant(new Value.Money(250_000_000_000_000L, new CurrencyCode("USD")))),
                limit.breach());
        Condition.All applies =
                assertInstanceOf(Condition.All.class, limit.heading().applies().condition());
        Condition.Any scopes =
                assertInstanceOf(Condition.Any.class, applies.parts().get(0));
        assertEquals(2, scopes.parts().size());
        assertEquals(
                List.of(new ControlId("LDN-D1"), new ControlId("NYC-D1")),
                limit.heading().applies().scopes());
    }

    @Test
    void controlInheritsWhatItDoesNotSay() {
        Heading heading = compile(Texts.HEADER + LIMIT).controls().get(0).heading();
        assertEquals("Head of Risk", heading.owner());
        assertEquals("2026-11-01", heading.review().lastOn().toString());
        assertEquals(MissingDataEffect.BLOCKS, heading.missingData());
    }

    @Test
    void sentenceIsTheCanonicalSpelling() {
        assertEquals(
                "hard limit D1-ORDER-NOTIONAL cites UK-RTS6 \"15(1)(b)\" applies to orders in scope LDN-D1 or NYC-D1 "
                        + "where order.flow is \"DSA\", when released block the order if order.notional is more than "
                        + "USD 250 million say \"{order.symbol} is {order.notional}. The limit is {limit}.\".",
                compile(Texts.HEADER + LIMIT).controls().get(0).heading().sentence());
    }

    @Test
    void referenceDataGoesStaleAfterFourDaysUnlessTheHeaderSaysOtherwise() {
        assertEquals(
                new Value.TimeSpan(4 * SpanUnit.DAYS.microsInOne(), SpanUnit.DAYS),
                compile(Texts.HEADER + LIMIT).header().referenceDataStaleAfter());
    }

    @Test
    void everyImplementedKindIsLowered() {
        PolicyPack pack = compile(Texts.resource("/good/delta1.policy"));
        assertEquals(2, pack.scopes().size());
        assertEquals(8, pack.controls().size());
        assertEquals(3, pack.tests().size());
    }

    @Test
    void averageKeepsItsWindow() {
        PolicyPack pack = compile(Texts.resource("/good/delta1.policy"));
        Control.HardLimit limit = assertInstanceOf(
                Control.HardLimit.class, pack.find(new ControlId("D1-ADV-HARD")).orElseThrow());
        assertEquals(
                new Condition.Compare(
                        Reference.to(Measure.ORDER_QUANTITY),
                        Comparator.MORE_THAN,
                        new Bound.ShareOf(
                                new Value.Ratio(950_000), new Reference(Measure.MARKET_ADV, OptionalInt.of(20)))),
                limit.breach());
    }

    @Test
    void reformattingKeepsTheFingerprint() {
        String text = Texts.resource("/good/delta1.policy");
        String oneLine =
                text.replaceAll("(?m)--.*$", "").replaceAll("\\s+", " ").strip();
        String spread = oneLine.replace(" when ", "\n\n-- a comment\n\twhen\r\n");
        assertEquals(Fingerprint.of(compile(text)), Fingerprint.of(compile(spread)));
    }

    @Test
    void anotherNumberIsAnotherFingerprint() {
        String text = Texts.resource("/good/delta1.policy");
        String raised = text.replace("USD 4 billion\n", "USD 4.000001 billion\n");
        assertNotEquals(Fingerprint.of(compile(text)), Fingerprint.of(compile(raised)));
    }

    private static PolicyPack compile(String text) {
        Compilation compilation = PolicyCompiler.compile(new SourceText("test.policy", text), CompilerSettings.none());
        return compilation
                .pack()
                .orElseThrow(() -> new AssertionError(compilation.diagnostics().toString()));
    }
}
