package org.portcullis.engine.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.Recalibration;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.EarlyWarning;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.Period;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.ReEnabling;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Rollout;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** Generates packs that use everything the language has; the same seed gives the same pack. */
final class PackGenerator {
    /** Texts that facts and policies share; few, so that they meet. */
    static final List<String> TEXTS = List.of("A", "B", "C", "D", "Delta 1", "", "a", "\u00e4", "is (text 1:A)");

    /** Role names that requesters and grants share. */
    static final List<String> ROLES = List.of("Trader", "Desk Head", "Risk", "A");

    /** The windows over which averages are taken and asked for. */
    static final List<Integer> WINDOWS = List.of(5, 20, 21);

    private static final long[] EXTREMES = {
        Long.MIN_VALUE, Long.MIN_VALUE + 1, -Exact.ONE, -1, 0, 1, Exact.ONE, Long.MAX_VALUE - 1, Long.MAX_VALUE
    };
    private static final int MAX_DEPTH = 4;

    private final Random random;
    private final Map<Dimension, List<Long>> numbers = new EnumMap<>(Dimension.class);
    private final List<Condition> scopes = new ArrayList<>();
    private final List<Reference> derived = new ArrayList<>();

    private PackGenerator(Random random) {
        this.random = random;
    }

    /** A pack of 1 to 16 controls over one to three stages, now and then of 60. */
    static PolicyPack generate(Random random) {
        return new PackGenerator(random).pack();
    }

    private PolicyPack pack() {
        for (int i = random.nextInt(7); i > 0; i--) {
            derived.add(derivedReference());
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            scopes.add(scope());
        }
        List<Stage> stages = new ArrayList<>(Arrays.asList(Stage.values()));
        java.util.Collections.shuffle(stages, random);
        List<Stage> used = stages.subList(0, random.nextInt(10) == 0 ? 3 : 1);
        List<Control> controls = new ArrayList<>();
        int size = random.nextInt(25) == 0 ? 60 : 1 + random.nextInt(16);
        while (controls.size() < size) {
            controls.add(control("GENERATED-" + controls.size(), oneOf(used)));
        }
        if (random.nextInt(3) == 0) {
            addFamily(controls, oneOf(used));
        }
        if (random.nextInt(3) == 0) {
            addEarlyWarnings(controls, oneOf(used));
        }
        return random.nextBoolean() ? changingByDay(controls) : Packs.of(controls);
    }

    /** Some controls for some days only, and some thresholds recalibrated. */
    private PolicyPack changingByDay(List<Control> controls) {
        List<Control> changing = new ArrayList<>();
        List<Recalibration> recalibrations = new ArrayList<>();
        for (Control control : controls) {
            boolean limited = random.nextInt(4) == 0;
            changing.add(limited ? Controls.withHeading(control, effective(control.heading())) : control);
            if (random.nextInt(2) == 0) {
                constantOf(control).ifPresent(from -> recalibrations.add(recalibration(control, from)));
            }
        }
        return Packs.of(changing, recalibrations);
    }

    private Heading effective(Heading heading) {
        return new Heading(
                heading.id(),
                heading.citations(),
                heading.owner(),
                heading.review(),
                Optional.of(period()),
                heading.rollout(),
                heading.applies(),
                heading.missingData(),
                heading.message(),
                heading.sentence());
    }

    private Period period() {
        LocalDate from = Packs.DAY.plusDays(random.nextInt(20));
        return new Period(from, Optional.of(from.plusDays(1 + random.nextInt(20))));
    }

    private Recalibration recalibration(Control control, Value from) {
        Value to = value(from.dimension());
        return new Recalibration(
                control.id(), from, to, period(), "generated", new Quorum(1, List.of(new Role("Risk"))), 0);
    }

    private static Optional<Value> constantOf(Control control) {
        return Controls.written(control).stream()
                .flatMap(condition -> Atom.of(condition).stream())
                .flatMap(atom -> atom.comparison().stream())
                .filter(compare -> compare.left().dimension().isNumeric())
                .flatMap(compare -> compare
                        .right()
                        .match(new Bound.Cases<Optional<Value>>() {
                            @Override
                            public Optional<Value> constant(Bound.Constant bound) {
                                return Optional.of(bound.value());
                            }

                            @Override
                            public Optional<Value> shareOf(Bound.ShareOf bound) {
                                return Optional.of(bound.share());
                            }

                            @Override
                            public Optional<Value> other(Bound.Other bound) {
                                return Optional.empty();
                            }
                        })
                        .stream())
                .findFirst();
    }

    /** Limits that are one comparison, with early warnings at several shares of the way to it. */
    private void addEarlyWarnings(List<Control> controls, Stage stage) {
        Condition scope = random.nextBoolean() ? new Condition.Always() : oneOf(scopes);
        Reference of = numericReference();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            Applicability applies = new Applicability(Subject.ORDERS, List.of(), scope, stage);
            Bound bound = random.nextInt(3) == 0
                    ? new Bound.ShareOf(new Value.Ratio(random.nextInt(4_000_000)), same(of.dimension()))
                    : new Bound.Constant(value(of.dimension()));
            Condition breach = new Condition.Compare(of, oneOf(Arrays.asList(Comparator.values())), bound);
            Value.Ratio at = new Value.Ratio(1 + random.nextInt((int) Exact.ONE - 1));
            controls.add(new Control.HardLimit(
                    Packs.heading("GENERATED-" + controls.size(), applies),
                    Target.ORDER,
                    random.nextInt(4) == 0 ? new Condition.Not(breach) : breach,
                    Optional.of(new EarlyWarning(at, new Role("Risk"))),
                    Optional.empty()));
        }
    }

    /** Controls of one scope that compare one measure in one way with several limits, as policies do at several levels of severity. */
    private void addFamily(List<Control> controls, Stage stage) {
        Condition scope = oneOf(scopes);
        Reference of = numericReference();
        Reference whole = same(of.dimension());
        Comparator comparator = oneOf(Arrays.asList(Comparator.values()));
        boolean shares = random.nextBoolean();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            Bound bound = shares
                    ? new Bound.ShareOf(new Value.Ratio(random.nextInt(4_000_000) - 1_000_000), whole)
                    : new Bound.Constant(value(of.dimension()));
            Applicability applies = new Applicability(Subject.ORDERS, List.of(), scope, stage);
            controls.add(new Control.HardLimit(
                    Packs.heading("GENERATED-" + controls.size(), applies),
                    Target.ORDER,
                    new Condition.Compare(of, comparator, bound)));
        }
    }

    private Control control(String id, Stage stage) {
        Subject subject = random.nextInt(12) == 0
                ? oneOf(Arrays.asList(Subject.values()))
                : random.nextInt(4) == 0 ? Subject.BASKETS : Subject.ORDERS;
        Condition where = random.nextInt(3) == 0 ? oneOf(scopes) : scope();
        Rollout rollout = random.nextInt(6) == 0 ? oneOf(Arrays.asList(Rollout.values())) : Rollout.ENFORCE;
        Heading heading = Packs.heading(id, new Applicability(subject, List.of(), where, stage), rollout);
        Target target = oneOf(Arrays.asList(Target.values()));
        return switch (random.nextInt(16)) {
            case 0, 1 -> new Control.Grant(heading, roles(), cap(), cap());
            case 2, 3 -> new Control.SoftLimit(heading, target, condition(1), early(), Packs.acknowledgement());
            case 4, 5 ->
                new Control.AlertFlood(
                        heading,
                        target,
                        random.nextInt(12),
                        random.nextBoolean(),
                        random.nextBoolean() ? Optional.of(Packs.terms()) : Optional.empty());
            case 6 -> new Control.Approval(heading, target, condition(1), Packs.terms());
            case 7, 8 -> windowLimit(heading, target);
            case 9 ->
                new Control.InFlight(
                        heading,
                        random.nextBoolean() ? Action.SUSPEND : Action.CANCEL,
                        target,
                        condition(1),
                        Optional.empty());
            case 10 -> new Control.Monitor(heading, new Role("Risk"), condition(1), Optional.empty());
            case 11 -> escalation(heading);
            case 12 -> random.nextInt(3) == 0 ? killSwitch(heading) : windowLimit(heading, target);
            default -> new Control.HardLimit(heading, target, condition(1), early(), Optional.empty());
        };
    }

    private Control windowLimit(Heading heading, Target target) {
        return new Control.WindowLimit(
                heading,
                random.nextBoolean() ? ControlKind.CUMULATIVE_LIMIT : ControlKind.THROTTLE,
                oneOf(Arrays.asList(Action.values())),
                target,
                condition(1),
                early(),
                Optional.empty());
    }

    private Control escalation(Heading heading) {
        EscalationStage tells = new EscalationStage(Optional.empty(), List.of(new Role("Risk")), List.of());
        EscalationStage acts = new EscalationStage(
                Optional.of((Value.TimeSpan) value(Dimension.DURATION)),
                List.of(),
                List.of(new EscalationStage.Act(
                        random.nextBoolean() ? Action.SUSPEND : Action.CANCEL, Target.WHOLE_BASKET)));
        return new Control.Escalation(heading, condition(1), Optional.empty(), List.of(tells, acts));
    }

    private static Control killSwitch(Heading heading) {
        Quorum one = new Quorum(1, List.of(new Role("Risk")));
        return new Control.KillSwitch(heading, one, new ReEnabling(List.of(one), List.of()));
    }

    private Optional<EarlyWarning> early() {
        return random.nextInt(3) > 0
                ? Optional.empty()
                : Optional.of(new EarlyWarning(
                        new Value.Ratio(1 + random.nextInt((int) Exact.ONE - 1)), new Role("Risk")));
    }

    private List<Role> roles() {
        List<Role> roles = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            roles.add(new Role(oneOf(ROLES)));
        }
        return roles;
    }

    private Optional<Value.Money> cap() {
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new Value.Money(number(Dimension.MONEY), Packs.USD));
    }

    /** Scopes ask mostly what a desk, a place or an instrument is, alone or together with something else. */
    private Condition scope() {
        return switch (random.nextInt(8)) {
            case 0 -> new Condition.Always();
            case 1 -> condition(2);
            case 2 -> new Condition.All(List.of(membership(), condition(3)));
            case 3 -> new Condition.All(List.of(membership(), membership()));
            case 4 -> new Condition.Any(List.of(membership(), membership()));
            case 5 ->
                new Condition.Any(List.of(
                        new Condition.All(List.of(membership(), condition(3))), new Condition.Not(notMembership())));
            default -> membership();
        };
    }

    private Condition membership() {
        Measure measure = random.nextInt(3) > 0 ? Measure.ORDER_DESK : oneOf(measures(Dimension.TEXT));
        return random.nextInt(3) > 0 ? Packs.is(measure, oneOf(TEXTS)) : textAmong(Reference.to(measure));
    }

    private Condition notMembership() {
        return Packs.compare(oneOf(measures(Dimension.TEXT)), Comparator.IS_NOT, new Value.Text(oneOf(TEXTS)));
    }

    private Condition condition(int depth) {
        int kind = random.nextInt(depth >= MAX_DEPTH ? 8 : 14);
        if (kind < 4) {
            return compareNumbers();
        }
        return switch (kind) {
            case 4 -> compareTexts();
            case 5 -> among();
            case 6 ->
                new Condition.Missing(
                        !derived.isEmpty() && random.nextInt(4) == 0
                                ? oneOf(derived)
                                : reference(oneOf(Arrays.asList(Measure.values()))));
            case 7 -> random.nextInt(8) == 0 ? new Condition.Always() : compareTexts();
            case 8, 9 -> new Condition.All(parts(depth));
            case 10, 11 -> new Condition.Any(parts(depth));
            default -> new Condition.Not(condition(depth + 1));
        };
    }

    private List<Condition> parts(int depth) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i >= 0; i--) {
            parts.add(condition(depth + 1));
        }
        return parts;
    }

    private Condition compareNumbers() {
        Reference left = numericReference();
        Comparator comparator = oneOf(Arrays.asList(Comparator.values()));
        Bound bound = switch (random.nextInt(4)) {
            case 0 -> new Bound.ShareOf(new Value.Ratio(number(Dimension.RATIO)), same(left.dimension()));
            case 1 -> new Bound.Other(same(left.dimension()));
            default -> new Bound.Constant(value(left.dimension()));
        };
        return new Condition.Compare(left, comparator, bound);
    }

    private Condition compareTexts() {
        Measure left = oneOf(measures(Dimension.TEXT));
        Comparator comparator = random.nextBoolean() ? Comparator.IS : Comparator.IS_NOT;
        Bound bound = random.nextInt(3) == 0
                ? new Bound.Other(same(Dimension.TEXT))
                : new Bound.Constant(new Value.Text(text(left)));
        return new Condition.Compare(reference(left), comparator, bound);
    }

    private Condition among() {
        Measure measure = oneOf(Arrays.asList(Measure.values()));
        if (measure.dimension() == Dimension.TEXT) {
            return textAmong(reference(measure));
        }
        Reference left = random.nextInt(4) == 0 ? numericReference() : reference(measure);
        List<Value> values = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            values.add(value(left.dimension()));
        }
        return new Condition.OneOf(left, values);
    }

    private Condition textAmong(Reference left) {
        List<Value> values = new ArrayList<>();
        // Sometimes more values than a scope is hashed under.
        int more = random.nextInt(30) == 0 ? NetworkLayout.MAX_PATHS : 0;
        for (int i = random.nextInt(4) + more; i >= 0; i--) {
            values.add(new Value.Text(i > 4 ? "X" + i : text(left.measure())));
        }
        return new Condition.OneOf(left, values);
    }

    private String text(Measure measure) {
        if (measure == Measure.SWITCH_PULLED && random.nextBoolean()) {
            return "GENERATED-" + random.nextInt(16);
        }
        return oneOf(measure == Measure.REQUESTER_ROLE ? ROLES : TEXTS);
    }

    /** A measure of the dimension, or something of it that is computed over time. */
    private Reference same(Dimension dimension) {
        List<Reference> candidates = new ArrayList<>();
        measures(dimension).forEach(measure -> candidates.add(reference(measure)));
        derived.stream().filter(each -> each.dimension() == dimension).forEach(candidates::add);
        return oneOf(candidates);
    }

    private Reference numericReference() {
        return !derived.isEmpty() && random.nextInt(4) == 0 ? oneOf(derived) : reference(numericMeasure());
    }

    private Reference derivedReference() {
        if (random.nextInt(4) == 0) {
            Derivation.Moment since = oneOf(Arrays.asList(Derivation.Moment.values()));
            return Reference.derived(Measure.MARKET_PRICE, new Derivation.Change(since));
        }
        List<Measure> per = new ArrayList<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            per.add(oneOf(measures(Dimension.TEXT)));
        }
        Optional<Value.TimeSpan> span = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(
                        new Value.TimeSpan((1 + random.nextInt(3)) * SpanUnit.MINUTES.microsInOne(), SpanUnit.MINUTES));
        List<Derivation.Counting> counting = new ArrayList<>(List.of(Derivation.Counting.OPEN));
        counting.add(oneOf(Arrays.asList(Derivation.Counting.values())));
        boolean counts = random.nextBoolean();
        Measure measure = counts
                ? oneOf(List.of(Measure.ORDER_ID, Measure.MESSAGE_ID, Measure.EXECUTION_ID))
                : oneOf(List.of(Measure.ORDER_NOTIONAL, Measure.ORDER_QUANTITY, Measure.EXECUTION_QUANTITY));
        Derivation.Aggregate aggregate = counts ? Derivation.Aggregate.COUNT : Derivation.Aggregate.SUM;
        return Reference.derived(measure, new Derivation.Windowed(aggregate, per, span, counting));
    }

    private Reference reference(Measure measure) {
        boolean window = random.nextInt(measure == Measure.MARKET_ADV ? 2 : 40) == 0;
        return new Reference(measure, window ? OptionalInt.of(oneOf(WINDOWS)) : OptionalInt.empty());
    }

    private Measure numericMeasure() {
        return oneOf(Arrays.stream(Measure.values())
                .filter(measure -> measure.dimension().isNumeric())
                .toList());
    }

    private static List<Measure> measures(Dimension dimension) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.dimension() == dimension)
                .toList();
    }

    private Value value(Dimension dimension) {
        long micros = number(dimension);
        return switch (dimension) {
            case MONEY -> new Value.Money(micros, Packs.USD);
            case PRICE -> new Value.Price(micros, Packs.USD);
            case SHARES -> new Value.Count(micros, CountUnit.SHARES);
            case ORDERS -> new Value.Count(micros, CountUnit.ORDERS);
            case WARNINGS -> new Value.Count(micros, CountUnit.WARNINGS);
            case MESSAGES -> new Value.Count(micros, CountUnit.MESSAGES);
            case EXECUTIONS -> new Value.Count(micros, CountUnit.EXECUTIONS);
            case RATIO -> new Value.Ratio(micros);
            // Policies write whole units of time.
            case DURATION -> new Value.TimeSpan(micros / 1_000 * 1_000, SpanUnit.MILLISECONDS);
            case TEXT, CONTRACTS, TRADING_DAYS, RATE ->
                throw new IllegalStateException("no measure has numbers of this dimension: " + dimension);
        };
    }

    /** One of few numbers per dimension, so that constants of one pack meet. */
    private long number(Dimension dimension) {
        List<Long> known = numbers.computeIfAbsent(dimension, any -> new ArrayList<>());
        if (known.size() < 4) {
            known.add(freshNumber());
        }
        return oneOf(known);
    }

    private long freshNumber() {
        return switch (random.nextInt(6)) {
            case 0 -> EXTREMES[random.nextInt(EXTREMES.length)];
            case 1 -> random.nextLong();
            case 2 -> random.nextInt(3_000_000);
            default -> random.nextInt(1_000_000) * Exact.ONE;
        };
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
