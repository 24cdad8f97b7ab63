package org.portcullis.engine.policytest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.engine.fact.FactState;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.condition.Reference;
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
 * <p>A test with lines is about a basket of those orders, and what is given beside them is given of each. A test that gives facts about an order, beyond
 * those that its whole basket shares (desk, location, flow, trader), is about a basket of that one order; any other test is about a basket of which only
 * the whole is known. What follows from the given facts by definition is filled in: the price of a market order, quantity times price, and the totals of a
 * basket. Everything else that is not given is not known, but that no kill switch is pulled.
 */
final class GivenFacts {
    private static final Set<Measure> SHARED =
            Set.of(Measure.ORDER_DESK, Measure.ORDER_LOCATION, Measure.ORDER_FLOW, Measure.ORDER_TRADER);
    private static final Set<Measure> TOTALS =
            Set.of(Measure.BASKET_NOTIONAL, Measure.BASKET_LARGEST, Measure.BASKET_ITEMS);
    private static final String BASKET = "TEST";

    private final PolicyPack pack;
    private final PolicyTest test;
    private final Instant at;
    private final Provenance from;
    private final GivenLine whole;
    private final List<GivenLine> lines;

    /** Reads a test that is judged at an instant, at or after its last event. */
    GivenFacts(PolicyPack pack, PolicyTest test, Instant at) {
        this.pack = pack;
        this.test = test;
        this.at = at;
        this.from = new Provenance("test \"" + test.name() + "\"", at);
        this.whole = line(List.of());
        this.lines = test.lines().isEmpty()
                ? isAboutAnOrder() ? List.of(whole) : List.of()
                : test.lines().stream().map(this::line).toList();
    }

    /** The facts of the basket and of its orders. */
    SubmissionFacts facts() {
        List<Facts> orders = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            orders.add(facts(i + 1, lines.get(i)));
        }
        Facts basket = facts(0, whole);
        if (test.lines().isEmpty()) {
            return new SubmissionFacts(basketId(), basket, orders);
        }
        Facts.Builder agreed = basket.toBuilder();
        for (Measure measure : Measure.values()) {
            if (measure.level() == Measure.Level.ORDER) {
                agree(measure, orders, agreed);
            }
        }
        return new SubmissionFacts(basketId(), agreed.build(), orders);
    }

    /**
     * What the test is about: orders and their basket, and messages, executions, strategies and alerts only where it gives something of them, itself or
     * inside something computed over time.
     */
    Set<Tier> tiers() {
        Set<Tier> tiers = EnumSet.of(Tier.ORDERS, Tier.BASKET, Tier.ORDER_FLOOD, Tier.FLOOD);
        Stream.concat(test.given().stream(), test.lines().stream().flatMap(List::stream))
                .flatMap(given -> measures(given.fact()))
                .forEach(measure -> {
                    String path = measure.path();
                    addIf(tiers, Tier.MESSAGES, path.startsWith("message."));
                    addIf(tiers, Tier.EXECUTIONS, path.startsWith("execution."));
                    addIf(tiers, Tier.STRATEGIES, path.startsWith("strategy."));
                    addIf(tiers, Tier.ALERT, path.startsWith("alert."));
                });
        return tiers;
    }

    private static void addIf(Set<Tier> tiers, Tier tier, boolean isAbout) {
        if (isAbout) {
            tiers.add(tier);
        }
    }

    /** The measure, and where it is computed over time those that its window belongs to. */
    private static Stream<Measure> measures(Reference reference) {
        Stream<Measure> keys = reference.derivation().stream()
                .flatMap(how -> how.match(new Derivation.Cases<Stream<Measure>>() {
                    @Override
                    public Stream<Measure> change(Derivation.Change change) {
                        return Stream.empty();
                    }

                    @Override
                    public Stream<Measure> windowed(Derivation.Windowed window) {
                        return window.per().stream();
                    }
                }));
        return Stream.concat(Stream.of(reference.measure()), keys);
    }

    private GivenLine line(List<PolicyTest.Given> own) {
        return new GivenLine(currency()).give(test.given()).give(own).fillIn();
    }

    private Facts facts(int number, GivenLine line) {
        Facts.Builder facts = Facts.builder(number, at)
                .advTradingDays(line.average()
                        .map(average -> average.overTradingDays().orElseGet(this::onlyWindow))
                        .orElse(0));
        for (Measure measure : Measure.values()) {
            Optional<Value> value = line.usable(measure);
            if (measure == Measure.REQUESTER_ROLE) {
                requester(facts, line);
            } else if (measure == Measure.SWITCH_PULLED) {
                pulled(facts, line);
            } else if (!line.gives(measure) && TOTALS.contains(measure) && !lines.isEmpty()) {
                total(facts, measure);
            } else if (value.isPresent()) {
                put(facts, measure, value.get());
            } else if (measure == Measure.BASKET_ID && !line.gives(measure)) {
                facts.text(measure, BASKET, from);
            } else if (line.gives(measure) || !isCounted(measure)) {
                facts.unknown(measure, FactState.NOT_GIVEN, gap(measure, line));
            }
        }
        line.derived()
                .forEach((reference, value) -> value.filter(line::isUsable)
                        .ifPresentOrElse(
                                known -> facts.number(reference, known.micros(), from),
                                () -> facts.unknown(reference, FactState.NOT_GIVEN, notGiven(reference))));
        return facts.build();
    }

    /** Warnings are counted by the assessment unless the test says how many there are. */
    private static boolean isCounted(Measure measure) {
        return measure == Measure.BASKET_WARNINGS || measure == Measure.ORDER_WARNINGS;
    }

    private void put(Facts.Builder facts, Measure measure, Value value) {
        if (measure.dimension() == Dimension.TEXT) {
            facts.text(measure, ValueText.readable(value), from);
        } else {
            facts.number(measure, value.micros(), from);
        }
    }

    /** The total over the lines; not known if a line's amount is not. */
    private void total(Facts.Builder facts, Measure measure) {
        OptionalLong total = measure == Measure.BASKET_ITEMS
                ? OptionalLong.of(Math.multiplyExact(lines.size(), Exact.ONE))
                : over(measure == Measure.BASKET_LARGEST ? Math::max : Math::addExact);
        total.ifPresentOrElse(
                micros -> facts.number(measure, micros, from),
                () -> facts.unknown(measure, FactState.NOT_GIVEN, gap(measure, whole)));
    }

    private OptionalLong over(LongBinaryOperator operator) {
        List<Long> notionals = lines.stream()
                .flatMap(line -> line.usable(Measure.ORDER_NOTIONAL).stream())
                .map(Value::micros)
                .toList();
        if (notionals.size() < lines.size()) {
            return OptionalLong.empty();
        }
        try {
            return notionals.stream().mapToLong(micros -> micros).reduce(operator);
        } catch (ArithmeticException tooLarge) {
            return OptionalLong.empty();
        }
    }

    /** A fact of orders is known of a basket where all of its lines agree. */
    private void agree(Measure measure, List<Facts> orders, Facts.Builder basket) {
        Facts first = orders.get(0);
        boolean same = orders.stream()
                .allMatch(order -> order.isKnown(measure)
                        && order.micros(measure) == first.micros(measure)
                        && Objects.equals(order.text(measure), first.text(measure)));
        if (!same) {
            String what = measure.path();
            boolean known = orders.stream().allMatch(order -> order.isKnown(measure));
            FactState state = known ? FactState.MIXED : FactState.NOT_GIVEN;
            String why = known ? " is not the same on all lines" : " is not given for every line";
            basket.unknown(
                    measure,
                    state,
                    new FactGap(measure, state, basketId(), what + why, "give one " + what + " for all"));
        } else if (measure.dimension() == Dimension.TEXT) {
            basket.text(measure, String.valueOf(first.text(measure)), from);
        } else {
            basket.number(measure, first.micros(measure), from);
        }
    }

    /** Whoever is not named holds every role that some grant names, so that tests about limits stay about limits. */
    private void requester(Facts.Builder facts, GivenLine line) {
        if (!line.gives(Measure.REQUESTER_ROLE)) {
            facts.requesterRoles(grantedRoles(), new Provenance("every role that a grant names", at));
        } else if (line.several(Measure.REQUESTER_ROLE).isEmpty()) {
            facts.unknown(Measure.REQUESTER_ROLE, FactState.NOT_GIVEN, gap(Measure.REQUESTER_ROLE, line));
        } else {
            facts.requesterRoles(line.several(Measure.REQUESTER_ROLE), from);
        }
    }

    private void pulled(Facts.Builder facts, GivenLine line) {
        if (line.gives(Measure.SWITCH_PULLED)
                && line.several(Measure.SWITCH_PULLED).isEmpty()) {
            facts.unknown(Measure.SWITCH_PULLED, FactState.NOT_GIVEN, gap(Measure.SWITCH_PULLED, line));
        } else {
            facts.switchesPulled(line.several(Measure.SWITCH_PULLED), from);
        }
    }

    private boolean isAboutAnOrder() {
        boolean givesBasket = test.given().stream()
                .map(fact -> fact.fact().measure())
                .anyMatch(measure -> measure.level() == Measure.Level.BASKET);
        return test.given().stream()
                .map(PolicyTest.Given::fact)
                // What is computed over time may be about either; beside facts of a basket it is about that.
                .filter(fact -> fact.derivation().isEmpty() || !givesBasket)
                .map(Reference::measure)
                .anyMatch(measure -> measure.level() == Measure.Level.ORDER && !SHARED.contains(measure));
    }

    /** The window over which all controls average, where they agree on one. */
    private int onlyWindow() {
        int[] windows = pack.controls().stream()
                .flatMap(control -> Stream.of(Obligation.breachOf(control), Obligation.appliesOf(control)))
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

    private CurrencyCode currency() {
        return pack.header().currency();
    }

    private String basketId() {
        return whole.value(Measure.BASKET_ID).map(ValueText::readable).orElse(BASKET);
    }

    private FactGap notGiven(Reference reference) {
        String what = reference.words();
        return new FactGap(
                reference.measure(),
                FactState.NOT_GIVEN,
                basketId(),
                what + " is not given by the test",
                "give " + what + " in the test");
    }

    private FactGap gap(Measure measure, GivenLine line) {
        boolean other = line.value(measure).isPresent();
        return other
                ? new FactGap(
                        measure,
                        FactState.UNKNOWN_CURRENCY,
                        basketId(),
                        measure.path() + " is given in another currency than " + currency(),
                        "give " + measure.path() + " in " + currency())
                : notGiven(Reference.to(measure));
    }
}
