package org.portcullis.engine.drools;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.fact.FactState;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/** Generates facts that lie exactly at a pack's constants and shares, one millionth beside them, and anywhere else. */
final class FactsGenerator {
    private static final List<FactState> GAPS = Arrays.stream(FactState.values())
            .filter(state -> state != FactState.KNOWN)
            .toList();

    private final Map<Dimension, List<Long>> numbers = new EnumMap<>(Dimension.class);
    private final List<Condition.Compare> shares = new ArrayList<>();
    private final List<Condition.Compare> nearly = new ArrayList<>();
    private final List<Reference> derived = new ArrayList<>();
    private final List<String> switches = new ArrayList<>();

    FactsGenerator(PolicyPack pack) {
        for (Control control : pack.controls()) {
            note(control.heading().applies().condition());
            note(Obligation.breachOf(control));
            Obligation.earlyOf(control).ifPresent(early -> {
                note(early);
                Atom.of(early).stream()
                        .flatMap(atom -> atom.comparison().stream())
                        .filter(compare -> compare.comparator().isOrdering())
                        .filter(compare -> constantOf(compare).isPresent())
                        .forEach(nearly::add);
            });
            if (ControlKind.of(control) == ControlKind.KILL_SWITCH) {
                switches.add(control.id().text());
            }
        }
        derived.addAll(Derived.of(pack));
    }

    Facts generate(Random random) {
        return generate(random, 1, TestFacts.AT);
    }

    Facts generate(Random random, int line, Instant at) {
        TestFacts facts = TestFacts.of(line, at);
        // Some facts have no gap at all, some many: gaps decide which branches of a network are walked.
        int gapOneIn = List.of(3, 8, 30, Integer.MAX_VALUE).get(random.nextInt(4));
        for (Measure measure : Measure.values()) {
            if (random.nextInt(gapOneIn) == 0) {
                facts.unknown(measure, GAPS.get(random.nextInt(GAPS.size())));
            } else if (measure == Measure.REQUESTER_ROLE) {
                facts.roles(roles(random));
            } else if (measure == Measure.SWITCH_PULLED) {
                facts.pulled(pulled(random));
            } else if (measure.dimension() == Dimension.TEXT) {
                facts.text(measure, text(random));
            } else {
                facts.micros(measure, number(measure.dimension(), random));
            }
        }
        for (Reference reference : derived) {
            if (random.nextInt(gapOneIn) == 0) {
                facts.unknown(reference, GAPS.get(random.nextInt(GAPS.size())));
            } else if (random.nextInt(30) > 0) {
                facts.micros(reference, number(reference.dimension(), random));
            }
        }
        facts.advTradingDays(
                random.nextInt(5) == 0 ? 0 : PackGenerator.WINDOWS.get(random.nextInt(PackGenerator.WINDOWS.size())));
        if (!nearly.isEmpty() && random.nextInt(3) == 0) {
            Condition.Compare early = nearly.get(random.nextInt(nearly.size()));
            long beside = constantOf(early).orElse(0L) + random.nextInt(3) - 1;
            facts.micros(early.left(), beside);
        }
        if (!shares.isEmpty() && random.nextBoolean()) {
            meetShare(facts, shares.get(random.nextInt(shares.size())), random);
        }
        return facts.build();
    }

    /** Sets the left side to the share of the right side, or one millionth beside it, where that fits a long. */
    private static void meetShare(TestFacts facts, Condition.Compare compare, Random random) {
        Bound.ShareOf share = shareOf(compare);
        Reference of = share.of();
        if (of.overTradingDays().isPresent()) {
            facts.advTradingDays(of.overTradingDays().getAsInt());
        }
        Facts now = facts.build();
        if (now.isKnown(of)) {
            BigInteger exact = BigInteger.valueOf(share.share().micros())
                    .multiply(BigInteger.valueOf(now.micros(of)))
                    .divide(BigInteger.valueOf(Exact.ONE))
                    .add(BigInteger.valueOf(random.nextInt(3) - 1));
            if (exact.bitLength() < Long.SIZE) {
                facts.micros(compare.left(), exact.longValueExact());
            }
        }
    }

    private static Optional<Long> constantOf(Condition.Compare compare) {
        return compare.right().match(new Bound.Cases<>() {
            @Override
            public Optional<Long> constant(Bound.Constant bound) {
                return Optional.of(bound.value().micros());
            }

            @Override
            public Optional<Long> shareOf(Bound.ShareOf bound) {
                return Optional.empty();
            }

            @Override
            public Optional<Long> other(Bound.Other bound) {
                return Optional.empty();
            }
        });
    }

    private static Bound.ShareOf shareOf(Condition.Compare compare) {
        return compare.right().match(new Bound.Cases<>() {
            @Override
            public Bound.ShareOf constant(Bound.Constant bound) {
                throw new IllegalArgumentException("no share");
            }

            @Override
            public Bound.ShareOf shareOf(Bound.ShareOf bound) {
                return bound;
            }

            @Override
            public Bound.ShareOf other(Bound.Other bound) {
                throw new IllegalArgumentException("no share");
            }
        });
    }

    private static Set<String> roles(Random random) {
        Set<String> roles = new TreeSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            roles.add(PackGenerator.ROLES.get(random.nextInt(PackGenerator.ROLES.size())));
        }
        return roles;
    }

    /** Mostly none; else some of the pack's own, and now and then one that it does not have. */
    private Set<String> pulled(Random random) {
        Set<String> pulled = new TreeSet<>();
        for (String id : switches) {
            if (random.nextInt(3) == 0) {
                pulled.add(id);
            }
        }
        if (random.nextInt(4) == 0) {
            pulled.add(text(random));
        }
        return pulled;
    }

    private static String text(Random random) {
        return random.nextInt(20) == 0
                ? "X" + random.nextInt(80)
                : PackGenerator.TEXTS.get(random.nextInt(PackGenerator.TEXTS.size()));
    }

    private long number(Dimension dimension, Random random) {
        List<Long> known = numbers.getOrDefault(dimension, List.of());
        if (known.isEmpty() || random.nextInt(4) == 0) {
            return random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(1_000_000) * Exact.ONE;
        }
        long constant = known.get(random.nextInt(known.size()));
        long beside = constant + random.nextInt(3) - 1;
        // Beside the largest and smallest number there is nothing.
        return Long.signum(constant) * Long.signum(beside) < 0 ? constant : beside;
    }

    private void note(Condition condition) {
        for (Condition part : Conditions.all(condition)) {
            part.match(new Conditions.Leaves() {
                @Override
                public Boolean compare(Condition.Compare compare) {
                    return compare.right().match(new Bound.Cases<>() {
                        @Override
                        public Boolean constant(Bound.Constant bound) {
                            return noteNumber(bound.value());
                        }

                        @Override
                        public Boolean shareOf(Bound.ShareOf bound) {
                            return shares.add(compare);
                        }

                        @Override
                        public Boolean other(Bound.Other bound) {
                            return false;
                        }
                    });
                }

                @Override
                public Boolean oneOf(Condition.OneOf oneOf) {
                    oneOf.values().forEach(value -> noteNumber(value));
                    return true;
                }
            });
        }
    }

    private boolean noteNumber(Value value) {
        return value.dimension() != Dimension.TEXT
                && numbers.computeIfAbsent(value.dimension(), any -> new ArrayList<>())
                        .add(value.micros());
    }
}
