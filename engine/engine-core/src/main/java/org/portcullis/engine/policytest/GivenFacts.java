package org.portcullis.engine.policytest;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.engine.fact.FactState;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Role;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * Makes facts of what a policy test gives.
 *
 * <p>A test that gives facts about an order, beyond those that its whole basket shares (desk, location, flow, trader), is about a basket of that one
 * order; any other test is about a basket of which only the whole is known. What follows from the given facts by definition is filled in: the price of
 * a market order, quantity times price, and the totals of a basket of one order. Everything else that is not given is not known.
 */
final class GivenFacts {
    private static final Set<Measure> SHARED =
            Set.of(Measure.ORDER_DESK, Measure.ORDER_LOCATION, Measure.ORDER_FLOW, Measure.ORDER_TRADER);
    private static final String BASKET = "TEST";

    private final PolicyPack pack;
    private final PolicyTest test;
    private final Instant at;
    private final Provenance from;
    private final Map<Measure, Optional<Value>> given = new EnumMap<>(Measure.class);
    private final Set<String> roles = new TreeSet<>();
    private int advTradingDays;

    GivenFacts(PolicyPack pack, PolicyTest test, Instant at) {
        this.pack = pack;
        this.test = test;
        this.at = at;
        this.from = new Provenance("test \"" + test.name() + "\"", at);
        for (PolicyTest.Given fact : test.given()) {
            Measure measure = fact.fact().measure();
            given.put(measure, fact.value());
            if (measure == Measure.MARKET_ADV) {
                advTradingDays = fact.fact().overTradingDays().orElseGet(this::onlyWindow);
            }
            if (measure == Measure.REQUESTER_ROLE) {
                fact.value().ifPresent(role -> roles.add(ValueText.readable(role)));
            }
        }
        fillIn();
    }

    /** The facts of the basket, and of its one order if the test is about one. */
    SubmissionFacts facts() {
        Facts basket = facts(0);
        return new SubmissionFacts(basketId(), basket, isAboutAnOrder() ? List.of(facts(1)) : List.of());
    }

    private Facts facts(int line) {
        Facts.Builder facts = Facts.builder(line, at).advTradingDays(advTradingDays);
        for (Measure measure : Measure.values()) {
            Optional<Value> value = given.get(measure);
            if (measure == Measure.REQUESTER_ROLE) {
                requester(facts);
            } else if (value != null && value.isPresent() && isUsable(value.get())) {
                put(facts, measure, value.get());
            } else if (value != null || measure != Measure.BASKET_WARNINGS) {
                facts.unknown(measure, FactState.NOT_GIVEN, gap(measure));
            }
        }
        return facts.build();
    }

    private void put(Facts.Builder facts, Measure measure, Value value) {
        if (measure.dimension() == Dimension.TEXT) {
            facts.text(measure, ValueText.readable(value), from);
        } else {
            facts.number(measure, value.micros(), from);
        }
    }

    /** Whoever is not named holds every role that some grant names, so that tests about limits stay about limits. */
    private void requester(Facts.Builder facts) {
        Optional<Value> value = given.get(Measure.REQUESTER_ROLE);
        if (value == null) {
            facts.requesterRoles(grantedRoles(), new Provenance("every role that a grant names", at));
        } else if (roles.isEmpty()) {
            facts.unknown(Measure.REQUESTER_ROLE, FactState.NOT_GIVEN, gap(Measure.REQUESTER_ROLE));
        } else {
            facts.requesterRoles(roles, from);
        }
    }

    private void fillIn() {
        given.putIfAbsent(Measure.BASKET_ID, Optional.of(new Value.Text(BASKET)));
        if (!isAboutAnOrder()) {
            return;
        }
        copy(Measure.MARKET_PRICE, Measure.ORDER_PRICE);
        if (!given.containsKey(Measure.ORDER_NOTIONAL)) {
            product().ifPresent(money -> given.put(Measure.ORDER_NOTIONAL, Optional.of(money)));
        }
        copy(Measure.ORDER_NOTIONAL, Measure.BASKET_NOTIONAL);
        copy(Measure.ORDER_NOTIONAL, Measure.BASKET_LARGEST);
        given.putIfAbsent(Measure.BASKET_ITEMS, Optional.of(Value.of(Dimension.ORDERS, Exact.ONE, currency())));
    }

    private void copy(Measure known, Measure derived) {
        Optional<Value> value = given.get(known);
        if (value != null) {
            given.putIfAbsent(derived, value);
        }
    }

    private Optional<Value> product() {
        Optional<Value> quantity = given.getOrDefault(Measure.ORDER_QUANTITY, Optional.empty());
        Optional<Value> price = given.getOrDefault(Measure.ORDER_PRICE, Optional.empty());
        if (quantity.isEmpty() || price.isEmpty() || !isUsable(price.get())) {
            return Optional.empty();
        }
        try {
            long micros = Exact.multiplyRoundingUp(
                    quantity.get().micros(), price.get().micros());
            return Optional.of(new Value.Money(micros, currency()));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    private boolean isAboutAnOrder() {
        return test.given().stream()
                .map(fact -> fact.fact().measure())
                .anyMatch(measure -> measure.level() == Measure.Level.ORDER && !SHARED.contains(measure));
    }

    /** The window over which all controls average, where they agree on one. */
    private int onlyWindow() {
        int[] windows = pack.controls().stream()
                .flatMap(control -> Stream.of(
                        Obligation.breachOf(control),
                        control.heading().applies().condition()))
                .flatMapToInt(GivenFacts::windows)
                .distinct()
                .toArray();
        return windows.length == 1 ? windows[0] : 0;
    }

    private static IntStream windows(Condition condition) {
        return Atom.of(condition).stream()
                .flatMap(atom -> atom.references().stream())
                .flatMapToInt(reference -> reference.overTradingDays().stream());
    }

    private Set<String> grantedRoles() {
        return pack.controls().stream()
                .filter(control -> ControlKind.of(control) == ControlKind.GRANT)
                .map(Control.Grant.class::cast)
                .flatMap(grant -> grant.roles().stream())
                .map(Role::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Money and prices in another currency than the policy's are no facts: facts are converted before they are judged. */
    private boolean isUsable(Value value) {
        return value.inCurrency().map(currency()::equals).orElse(true);
    }

    private CurrencyCode currency() {
        return pack.header().currency();
    }

    private String basketId() {
        return given.getOrDefault(Measure.BASKET_ID, Optional.empty())
                .map(ValueText::readable)
                .orElse(BASKET);
    }

    private FactGap gap(Measure measure) {
        String what = measure.path();
        boolean other = given.getOrDefault(measure, Optional.empty()).isPresent();
        return other
                ? new FactGap(
                        measure,
                        FactState.UNKNOWN_CURRENCY,
                        basketId(),
                        what + " is given in another currency than " + currency(),
                        "give " + what + " in " + currency())
                : new FactGap(
                        measure,
                        FactState.NOT_GIVEN,
                        basketId(),
                        what + " is not given by the test",
                        "give " + what + " in the test");
    }
}
