package org.portcullis.engine.drools;

import java.time.Instant;
import java.util.Set;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.engine.fact.FactState;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;

/** Makes facts for tests in a few words; what is not set is not given. */
final class TestFacts {
    static final Instant AT = Instant.parse("2022-05-02T08:56:00Z");
    private static final Provenance FROM = new Provenance("test", AT);

    private final Facts.Builder builder;

    private TestFacts(Facts.Builder builder) {
        this.builder = builder;
    }

    static TestFacts none() {
        return new TestFacts(Facts.builder(1, AT));
    }

    static TestFacts of(int line, Instant at) {
        return new TestFacts(Facts.builder(line, at));
    }

    static TestFacts like(Facts facts) {
        return new TestFacts(facts.toBuilder());
    }

    TestFacts text(Measure measure, String value) {
        builder.text(measure, value, FROM);
        return this;
    }

    TestFacts micros(Measure measure, long micros) {
        builder.number(measure, micros, FROM);
        return this;
    }

    TestFacts micros(Reference reference, long micros) {
        builder.number(reference, micros, FROM);
        return this;
    }

    TestFacts unknown(Reference reference, FactState state) {
        builder.unknown(reference, state, new FactGap(reference.measure(), state, "order", "", ""));
        return this;
    }

    TestFacts pulled(Set<String> ids) {
        builder.switchesPulled(ids, FROM);
        return this;
    }

    TestFacts roles(Set<String> roles) {
        builder.requesterRoles(roles, FROM);
        return this;
    }

    TestFacts advTradingDays(int days) {
        builder.advTradingDays(days);
        return this;
    }

    TestFacts unknown(Measure measure, FactState state) {
        builder.unknown(measure, state, new FactGap(measure, state, "order", "", ""));
        return this;
    }

    Facts build() {
        return builder.build();
    }
}
