package org.portcullis.engine.approval;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Role;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/**
 * Reads the directory at the instant at which a hold begins, once and for all.
 *
 * @param edits who changed controls, as far back as any exclusion looks
 * @param separation the roles that different people hold; who holds both of a pair is in no quorum by either
 * @param requester who submitted; excluded whether the control says so or not
 * @param at when the hold begins
 */
public record Freeze(
        Directory directory, List<ControlEdit> edits, Separation separation, String requester, Instant at) {
    /** The longest time that any hold waits. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public Freeze {
        edits = List.copyOf(edits);
    }

    /** Reads a directory for a policy that separates no duties. */
    public Freeze(Directory directory, List<ControlEdit> edits, String requester, Instant at) {
        this(directory, edits, Separation.NONE, requester, at);
    }

    /** The quorums of one control with the people who may fill them. */
    public List<FrozenQuorum> quorums(ControlId control, HoldTerms terms) {
        List<FrozenQuorum> frozen = new ArrayList<>();
        for (Quorum quorum : terms.quorums()) {
            SortedMap<String, SortedSet<Role>> eligible = new TreeMap<>();
            SortedMap<String, String> excluded = new TreeMap<>();
            for (Person person : directory.people()) {
                SortedSet<Role> roles = new TreeSet<>(person.roles());
                roles.retainAll(quorum.roles());
                SortedSet<Role> counting = separation.counting(roles, person.roles());
                if (!roles.isEmpty()) {
                    whyExcluded(person, control, terms)
                            .or(() -> counting.isEmpty() ? separation.why(roles, person.roles()) : Optional.empty())
                            .ifPresentOrElse(
                                    why -> excluded.put(person.id(), why), () -> eligible.put(person.id(), counting));
                }
            }
            frozen.add(new FrozenQuorum(control, quorum, eligible, excluded));
        }
        return frozen;
    }

    /** The escalation steps of one control. */
    public List<Hold.Escalation> escalation(ControlId control, HoldTerms terms) {
        return terms.escalation().stream()
                .map(step -> new Hold.Escalation(after(step.after()), step.to(), control))
                .toList();
    }

    /** The instant so long after the hold's begin; a trading day counts as 24 hours, which is sooner, and {@link #LONGEST} is the most. */
    public Instant after(Value.TimeSpan span) {
        return after(at, span);
    }

    /** The instant so long after another, counted as for a hold. */
    public static Instant after(Instant begin, Value.TimeSpan span) {
        return begin.plus(clockTime(span));
    }

    private static Duration clockTime(Value.TimeSpan span) {
        try {
            Duration time = span.unit() == SpanUnit.TRADING_DAYS
                    ? Duration.of(Math.multiplyExact(span.micros(), 86_400L), ChronoUnit.MICROS)
                    : span.toDuration();
            return time.compareTo(LONGEST) > 0 ? LONGEST : time;
        } catch (ArithmeticException tooLong) {
            return LONGEST;
        }
    }

    private Optional<String> whyExcluded(Person person, ControlId control, HoldTerms terms) {
        if (person.id().equals(requester)) {
            return Optional.of("requester");
        }
        return terms.exclusions().stream()
                .flatMap(exclusion -> exclusion.match(new Reasons(person, control)).stream())
                .findFirst();
    }

    /** Says for each kind of exclusion whether it names the person. */
    private final class Reasons implements Exclusion.Cases<Optional<String>> {
        private final Person person;
        private final ControlId control;

        Reasons(Person person, ControlId control) {
            this.person = person;
            this.control = control;
        }

        @Override
        public Optional<String> requester(Exclusion.Requester exclusion) {
            return Optional.empty();
        }

        @Override
        public Optional<String> delegates(Exclusion.DelegatesOfRequester exclusion) {
            boolean acts = directory
                    .find(requester)
                    .filter(maker -> maker.delegates().contains(person.id()))
                    .isPresent();
            return acts ? Optional.of("delegate of the requester") : Optional.empty();
        }

        @Override
        public Optional<String> holders(Exclusion.HoldersOf exclusion) {
            return person.roles().contains(exclusion.role())
                    ? Optional.of("holds role " + exclusion.role())
                    : Optional.empty();
        }

        @Override
        public Optional<String> editors(Exclusion.RecentEditors exclusion) {
            Instant since = at.minus(clockTime(exclusion.within()));
            return edits.stream()
                    .filter(edit -> edit.control().equals(control)
                            && edit.person().equals(person.id())
                            && !edit.at().isBefore(since))
                    .findFirst()
                    .map(edit -> "changed the control on " + edit.at());
        }
    }
}
