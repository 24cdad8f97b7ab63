package org.portcullis.engine.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;

class FactsTest {
    private static final Reference SUM = Reference.derived(
            Measure.ORDER_NOTIONAL,
            new Derivation.Windowed(
                    Derivation.Aggregate.SUM,
                    List.of(Measure.ORDER_DESK),
                    Optional.empty(),
                    Derivation.Counting.UNLESS_SAID));

    @Test
    void whatABuilderWritesLaterDoesNotShowInTheFactsThatItMade() {
        Facts.Builder builder = Facts.builder(1, Sample.NOW).number(Measure.ORDER_QUANTITY, 1, Sample.ORIGIN);
        Facts first = builder.build();
        builder.number(Measure.ORDER_QUANTITY, 2, Sample.ORIGIN).number(SUM, 3, Sample.ORIGIN);
        assertEquals(1, first.micros(Measure.ORDER_QUANTITY));
        assertFalse(first.isKnown(SUM));
    }

    @Test
    void whatIsDerivedFromFactsDoesNotShowInThem() {
        Facts first = Facts.builder(1, Sample.NOW)
                .text(Measure.ORDER_DESK, "A", Sample.ORIGIN)
                .number(SUM, 3, Sample.ORIGIN)
                .build();
        Facts second = first.toBuilder()
                .text(Measure.ORDER_DESK, "B", Sample.ORIGIN)
                .number(SUM, 4, Sample.ORIGIN)
                .build();
        assertEquals("A", first.text(Measure.ORDER_DESK));
        assertEquals(3, first.micros(SUM));
        assertEquals("B", second.text(Measure.ORDER_DESK));
        assertEquals(4, second.micros(SUM));
    }

    @Test
    void anEqualReferenceNamesTheSameFact() {
        Facts facts = Facts.builder(1, Sample.NOW).number(SUM, 3, Sample.ORIGIN).build();
        Reference equal = Reference.derived(SUM.measure(), SUM.derivation().orElseThrow());
        assertTrue(facts.isKnown(equal));
    }
}
