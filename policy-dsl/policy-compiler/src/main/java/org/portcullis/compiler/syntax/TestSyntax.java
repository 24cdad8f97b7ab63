package org.portcullis.compiler.syntax;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.value.Value;

/** A part of a test. */
public sealed interface TestSyntax extends Syntax {

    /**
     * `basket.notional is USD 58 million`.
     *
     * @param value empty means `is missing`
     */
    record Given(ReferenceSyntax fact, Optional<Located<Value>> value, Span span) implements TestSyntax {}

    /** `basket from "orders.csv"` or `events from "day.csv"`. */
    record GivenFile(boolean events, Located<String> file, Span span) implements TestSyntax {}

    /** `block by LDN-WAVE-NOTIONAL`, `release`, `not D1-ALERT-FLOOD`. */
    record Expectation(Located<PolicyTest.Outcome> outcome, Optional<Located<String>> by, Span span)
            implements TestSyntax {}

    /** `case "at the limit" given … expect …`: the test's facts and expectations and its own. */
    record Case(Located<String> name, List<Given> given, List<Expectation> expectations, Span span)
            implements TestSyntax {
        public Case {
            given = List.copyOf(given);
            expectations = List.copyOf(expectations);
        }
    }

    /** A row of an event file. */
    record Event(Located<LocalTime> at, Located<PolicyTest.Happening> what, List<Given> facts, Span span)
            implements TestSyntax {
        public Event {
            facts = List.copyOf(facts);
        }
    }
}
