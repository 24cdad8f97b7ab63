package org.portcullis.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Holds the states that others vouch for and since when. Mutable, for one examination. */
final class Vouched {

    private final List<State> witnessed = new ArrayList<>();
    private final List<State> timestamped = new ArrayList<>();

    /** A size of the journal, and when it was vouched for. */
    private record State(long size, Instant at) {}

    void witnessed(long size, Instant at) {
        witnessed.add(new State(size, at));
    }

    void timestamped(long size, Instant at) {
        timestamped.add(new State(size, at));
    }

    /** Gives since when an entry is witnessed: the earliest state that has it. */
    Optional<Instant> witnessedSince(long index) {
        return since(witnessed, index);
    }

    /** Gives since when an entry is timestamped. */
    Optional<Instant> timestampedSince(long index) {
        return since(timestamped, index);
    }

    /** Gives the time of the newest word of others. */
    Optional<Instant> newest() {
        return Stream.concat(witnessed.stream(), timestamped.stream())
                .map(State::at)
                .max(Comparator.naturalOrder());
    }

    /** Gives how many entries enough witnesses vouch for. */
    long witnessedSize() {
        return witnessed.stream().mapToLong(State::size).max().orElse(0);
    }

    Assurance assurance(long signed, long published) {
        OptionalLong mostWitnessed = witnessed.stream().mapToLong(State::size).max();
        OptionalLong mostTimestamped =
                timestamped.stream().mapToLong(State::size).max();
        return new Assurance(
                signed,
                published,
                mostWitnessed,
                witnessedSince(mostWitnessed.orElse(0) - 1),
                mostTimestamped,
                timestampedSince(mostTimestamped.orElse(0) - 1));
    }

    private static Optional<Instant> since(List<State> states, long index) {
        return states.stream()
                .filter(state -> state.size() > index)
                .map(State::at)
                .min(Comparator.naturalOrder());
    }
}
