package org.portcullis.engine.policytest.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.portcullis.engine.evaluate.ConditionReading;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * Finds facts that have everything that was wished for, by trying a few values of each measure that the wishes are about.
 *
 * <p>The values tried lie at, beside and well away from the limits in the wishes, so that wishes which can be met are met, except where several measures
 * depend on each other in a ring. Used for one search.
 */
final class FactSearch {
    /** A search that has tried so many values gives up. */
    private static final int MAX_STEPS = 2_000;

    /** The order in which tests give facts. */
    static final Comparator<PolicyTest.Given> ORDER = Comparator.comparing(
                    (PolicyTest.Given given) -> given.fact().measure())
            .thenComparing(given -> given.fact().words());

    private static final Provenance SUPPOSED = new Provenance("supposed", Instant.EPOCH);

    private final List<Wish> wishes;
    private final CurrencyCode currency;
    private final int enough;
    private final List<Reference> open;
    private final Map<Reference, PolicyTest.Given> chosen = new LinkedHashMap<>();
    private final List<List<PolicyTest.Given>> found = new ArrayList<>();
    private int steps;

    private FactSearch(List<Wish> wishes, CurrencyCode currency, int enough) {
        this.wishes = wishes;
        this.currency = currency;
        this.enough = enough;
        this.open = references(wishes);
    }

    /** The first {@code enough} sets of facts that meet the wishes, each in the order of the measures. */
    static List<List<PolicyTest.Given>> meeting(List<Wish> wishes, CurrencyCode currency, int enough) {
        FactSearch search = new FactSearch(wishes, currency, enough);
        search.choose(0);
        return search.found;
    }

    /** What limits depend on comes before what is held against them; of two windows of one measure only one can be given. */
    private static List<Reference> references(List<Wish> wishes) {
        Map<Reference, Reference> references = new LinkedHashMap<>();
        wishes.stream()
                .filter(wish -> !wish.references().isEmpty())
                .flatMap(wish -> wish.threshold().stream())
                .flatMap(threshold -> threshold.right().stream())
                .forEach(right -> prefer(references, right));
        wishes.stream().flatMap(wish -> wish.references().stream()).forEach(each -> prefer(references, each));
        return List.copyOf(references.values());
    }

    private static void prefer(Map<Reference, Reference> references, Reference reference) {
        references.merge(
                key(reference), reference, (one, other) -> one.overTradingDays().isPresent() ? one : other);
    }

    /** What can be given once: a measure, over whatever window, or something computed over time. */
    static Reference key(Reference reference) {
        return reference.derivation().isPresent() ? reference : Reference.to(reference.measure());
    }

    private void choose(int next) {
        if (next == open.size()) {
            found.add(chosen.values().stream().sorted(ORDER).toList());
            return;
        }
        Reference reference = open.get(next);
        for (Optional<Value> value : new Candidates(wishes, chosen, currency).of(reference)) {
            if (found.size() >= enough || ++steps > MAX_STEPS) {
                return;
            }
            chosen.put(key(reference), new PolicyTest.Given(reference, value));
            if (isPossible(reference)) {
                choose(next + 1);
            }
            chosen.remove(key(reference));
        }
    }

    /** Whether all wishes are met that are about the last chosen fact and of which every fact is chosen. */
    private boolean isPossible(Reference last) {
        ConditionReading reading = new ConditionReading(facts(), currency);
        return wishes.stream()
                .filter(wish ->
                        wish.references().stream().anyMatch(each -> key(each).equals(key(last))))
                .filter(wish -> wish.references().stream().allMatch(each -> chosen.containsKey(key(each))))
                .allMatch(wish -> wish.isMetBy(reading));
    }

    private Facts facts() {
        Facts.Builder facts = Facts.builder(1, Instant.EPOCH);
        for (PolicyTest.Given given : chosen.values()) {
            Measure measure = given.fact().measure();
            OptionalInt window = given.fact().overTradingDays();
            if (measure == Measure.MARKET_ADV && window.isPresent()) {
                facts.advTradingDays(window.getAsInt());
            }
            given.value().ifPresent(value -> put(facts, given.fact(), value));
        }
        return facts.build();
    }

    private static void put(Facts.Builder facts, Reference fact, Value value) {
        Measure measure = fact.measure();
        if (fact.dimension() != Dimension.TEXT) {
            facts.number(fact, value.micros(), SUPPOSED);
        } else if (measure == Measure.REQUESTER_ROLE) {
            facts.requesterRoles(Set.of(ValueText.readable(value)), SUPPOSED);
        } else if (measure == Measure.SWITCH_PULLED) {
            facts.switchesPulled(Set.of(ValueText.readable(value)), SUPPOSED);
        } else {
            facts.text(measure, ValueText.readable(value), SUPPOSED);
        }
    }
}
