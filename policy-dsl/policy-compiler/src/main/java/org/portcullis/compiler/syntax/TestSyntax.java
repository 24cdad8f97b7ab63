package org.portcullis.compiler.syntax;

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

    /** `block by LDN-WAVE-NOTIONAL`, `release`, `not D1-ALERT-FLOOD`. */
    record Expectation(Located<PolicyTest.Outcome> outcome, Optional<Located<String>> by, Span span)
            implements TestSyntax {}
}
