package org.portcullis.engine.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Role;
import org.portcullis.model.value.SpanUnit;

/** Who is eligible and who is not, at the instant at which a hold begins. */
class FreezeTest {
    private static final ControlId CONTROL = new ControlId("D1-LARGE-BASKET");
    private static final Role RISK = new Role("Trading Risk");

    /** Three people of risk, one of whom also sells, and the maker, for whom one of them acts. */
    private static final class Desk implements Directory {
        private final List<Person> people = List.of(
                person("ann", Set.of(), "Trading Risk"),
                person("bob", Set.of(), "Trading Risk", "Sales"),
                person("cy", Set.of(), "Trading Risk"),
                person("maker", Set.of("cy"), "Trading Risk"),
                person("zoe", Set.of(), "Sales"));

        @Override
        public Optional<Person> find(String personId) {
            return people.stream()
                    .filter(person -> person.id().equals(personId))
                    .findFirst();
        }

        @Override
        public List<Person> people() {
            return people;
        }
    }

    @Test
    void theRequesterIsExcludedEvenWhereTheControlDoesNotSaySo() {
        FrozenQuorum quorum = freeze(List.of());
        assertEquals(Set.of("ann", "bob", "cy"), quorum.eligible().keySet());
        assertEquals(Optional.of("requester"), why(quorum, "maker"));
    }

    @Test
    void delegatesOfTheRequesterAreExcluded() {
        FrozenQuorum quorum = freeze(List.of(), new Exclusion.DelegatesOfRequester());
        assertEquals(Optional.of("delegate of the requester"), why(quorum, "cy"));
    }

    @Test
    void holdersOfARoleAreExcluded() {
        FrozenQuorum quorum = freeze(List.of(), new Exclusion.HoldersOf(new Role("Sales")));
        assertEquals(Optional.of("holds role Sales"), why(quorum, "bob"));
        assertEquals(Optional.empty(), why(quorum, "zoe"));
    }

    @Test
    void whoChangedTheControlInTheSpanIsExcluded() {
        FrozenQuorum quorum = freeze(
                List.of(edit("ann", 30), edit("bob", 31)), new Exclusion.RecentEditors(Sample.span(30, SpanUnit.DAYS)));
        assertEquals(Optional.of("changed the control on 2022-04-02T07:56:00Z"), why(quorum, "ann"));
        assertEquals(Optional.empty(), why(quorum, "bob"));
    }

    @Test
    void whoChangedAnotherControlIsNot() {
        ControlEdit other = new ControlEdit(new ControlId("D1-OTHER"), "ann", Sample.NOW);
        FrozenQuorum quorum = freeze(List.of(other), new Exclusion.RecentEditors(Sample.span(30, SpanUnit.DAYS)));
        assertEquals(Optional.empty(), why(quorum, "ann"));
    }

    @Test
    void aTradingDayIsNoLongerThanADay() {
        assertEquals(Sample.NOW.plus(Duration.ofDays(2)), at(List.of()).after(Sample.span(2, SpanUnit.TRADING_DAYS)));
    }

    @Test
    void noHoldWaitsLongerThanTheLongest() {
        Instant end = Sample.NOW.plus(Freeze.LONGEST);
        assertEquals(end, at(List.of()).after(Sample.span(10_000, SpanUnit.DAYS)));
        assertEquals(end, at(List.of()).after(Sample.span(9_000_000_000_000L, SpanUnit.TRADING_DAYS)));
    }

    private static Optional<String> why(FrozenQuorum quorum, String person) {
        return Optional.ofNullable(quorum.excluded().get(person));
    }

    private static FrozenQuorum freeze(List<ControlEdit> edits, Exclusion... exclusions) {
        HoldTerms terms = new HoldTerms(
                List.of(new Quorum(1, List.of(RISK))),
                List.of(exclusions),
                false,
                Optional.empty(),
                Sample.span(10, SpanUnit.MINUTES),
                List.of());
        return at(edits).quorums(CONTROL, terms).get(0);
    }

    private static Freeze at(List<ControlEdit> edits) {
        return new Freeze(new Desk(), edits, "maker", Sample.NOW);
    }

    private static ControlEdit edit(String person, long daysAgo) {
        return new ControlEdit(CONTROL, person, Sample.NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static Person person(String id, Set<String> delegates, String... roles) {
        TreeSet<Role> held = new TreeSet<>();
        for (String role : roles) {
            held.add(new Role(role));
        }
        return new Person(id, id, held, new TreeSet<>(delegates));
    }
}
