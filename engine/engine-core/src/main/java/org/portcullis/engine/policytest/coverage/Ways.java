package org.portcullis.engine.policytest.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.measure.Measure;

/**
 * Lists the ways in which a condition comes to have a truth, each as wishes about its atoms; what no wish names may be anything.
 *
 * <p>There may be many ways: they are made one at a time, the plainest first.
 */
final class Ways {
    private Ways() {}

    /** The ways in which the condition is true, or false. */
    static Stream<List<Wish>> of(Condition condition, boolean wanted) {
        return condition.match(new Condition.Cases<>() {
            @Override
            public Stream<List<Wish>> always(Condition.Always always) {
                return wanted ? Stream.of(List.of()) : Stream.empty();
            }

            @Override
            public Stream<List<Wish>> all(Condition.All all) {
                return wanted ? together(all.parts(), true) : chosen(all.parts(), false);
            }

            @Override
            public Stream<List<Wish>> any(Condition.Any any) {
                return wanted ? chosen(any.parts(), true) : together(any.parts(), false);
            }

            @Override
            public Stream<List<Wish>> not(Condition.Not not) {
                return of(not.part(), !wanted);
            }

            @Override
            public Stream<List<Wish>> compare(Condition.Compare compare) {
                return atom(compare);
            }

            @Override
            public Stream<List<Wish>> oneOf(Condition.OneOf oneOf) {
                return atom(oneOf);
            }

            @Override
            public Stream<List<Wish>> missing(Condition.Missing missing) {
                return atom(missing);
            }

            private Stream<List<Wish>> atom(Condition atom) {
                return Stream.of(List.of(new Wish.Holds(atom, wanted)));
            }
        });
    }

    /**
     * The ways in which the truth of the whole is that of one atom, or its contrary.
     *
     * @param index the atom's place among the atoms
     * @param free parts that read this measure are left as they are
     */
    static Stream<List<Wish>> deciding(Condition condition, int index, Optional<Measure> free) {
        return condition.match(new Condition.Cases<>() {
            @Override
            public Stream<List<Wish>> always(Condition.Always always) {
                return Stream.empty();
            }

            @Override
            public Stream<List<Wish>> all(Condition.All all) {
                return beside(all.parts(), true);
            }

            @Override
            public Stream<List<Wish>> any(Condition.Any any) {
                return beside(any.parts(), false);
            }

            @Override
            public Stream<List<Wish>> not(Condition.Not not) {
                return deciding(not.part(), index, free);
            }

            @Override
            public Stream<List<Wish>> compare(Condition.Compare compare) {
                return Stream.of(List.of());
            }

            @Override
            public Stream<List<Wish>> oneOf(Condition.OneOf oneOf) {
                return Stream.of(List.of());
            }

            @Override
            public Stream<List<Wish>> missing(Condition.Missing missing) {
                return Stream.of(List.of());
            }

            private Stream<List<Wish>> beside(List<Condition> parts, boolean neutral) {
                List<Supplier<Stream<List<Wish>>>> ways = new ArrayList<>();
                int first = 0;
                for (Condition part : parts) {
                    int size = Atom.of(part).size();
                    int within = index - first;
                    if (within >= 0 && within < size) {
                        ways.add(() -> deciding(part, within, free));
                    } else if (free.isEmpty() || !Atom.reads(part, free.get())) {
                        ways.add(() -> of(part, neutral));
                    }
                    first += size;
                }
                return product(ways);
            }
        });
    }

    /** Every choice of one way of each. */
    static Stream<List<Wish>> product(List<Supplier<Stream<List<Wish>>>> ways) {
        if (ways.isEmpty()) {
            return Stream.of(List.of());
        }
        List<Supplier<Stream<List<Wish>>>> rest = ways.subList(1, ways.size());
        return ways.get(0).get().flatMap(first -> product(rest).map(others -> joined(first, others)));
    }

    private static List<Wish> joined(List<Wish> first, List<Wish> others) {
        return Stream.concat(first.stream(), others.stream()).distinct().toList();
    }

    private static Stream<List<Wish>> together(List<Condition> parts, boolean wanted) {
        return product(parts.stream()
                .map(part -> (Supplier<Stream<List<Wish>>>) () -> of(part, wanted))
                .toList());
    }

    /** One part has the truth and the others have not, which reads best; else one has it, whatever the others are. */
    private static Stream<List<Wish>> chosen(List<Condition> parts, boolean wanted) {
        Stream<List<Wish>> alone = IntStream.range(0, parts.size())
                .boxed()
                .flatMap(one -> product(IntStream.range(0, parts.size())
                        .mapToObj(index ->
                                (Supplier<Stream<List<Wish>>>) () -> of(parts.get(index), wanted == (index == one)))
                        .toList()));
        Stream<List<Wish>> among = parts.stream().flatMap(part -> of(part, wanted));
        return wanted ? Stream.concat(among, alone) : Stream.concat(alone, among);
    }
}
