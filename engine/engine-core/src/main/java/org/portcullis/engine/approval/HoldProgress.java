package org.portcullis.engine.approval;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.model.control.Role;
import org.portcullis.model.value.Value;

/**
 * A hold with the votes that count so far.
 *
 * @param votes by person
 * @param estimates by person, each as a multiple of the amount where that is known
 * @param end how it ended, or {@link End#OPEN}
 */
public record HoldProgress(
        Hold hold, SortedMap<String, Vote> votes, SortedMap<String, Optional<Value.Ratio>> estimates, End end) {
    public HoldProgress {
        estimates = Collections.unmodifiableSortedMap(new TreeMap<>(estimates));
        votes = Collections.unmodifiableSortedMap(new TreeMap<>(votes));
    }

    /** How a hold ends. */
    public enum End {
        OPEN,
        RELEASED,
        REJECTED,
        EXPIRED,
        VOIDED
    }

    /** A vote that counts, with the key that signed it and the roles in which the person acts. */
    public record Vote(Statement.Action action, String keyId, SortedSet<Role> roles, Instant at) {
        public Vote {
            roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        }
    }

    /** A hold without votes. */
    public static HoldProgress begin(Hold hold) {
        return new HoldProgress(hold, new TreeMap<>(), new TreeMap<>(), End.OPEN);
    }

    /** With one quorum more, as entries bring them one after the other. */
    public HoldProgress with(FrozenQuorum quorum) {
        return new HoldProgress(hold.withQuorum(quorum), votes, estimates, end);
    }

    /** With one vote more. */
    public HoldProgress with(String person, Vote vote) {
        SortedMap<String, Vote> more = new TreeMap<>(votes);
        more.put(person, vote);
        return new HoldProgress(hold, more, estimates, end);
    }

    /** With one estimate more. */
    public HoldProgress estimated(String person, Optional<Value.Ratio> ratio) {
        SortedMap<String, Optional<Value.Ratio>> more = new TreeMap<>(estimates);
        more.put(person, ratio);
        return new HoldProgress(hold, votes, more, end);
    }

    /** What a person is to be shown now: what is known without the submitter's amount as long as an estimate is asked for and not given, then all. */
    public String textFor(String person) {
        return hold.estimate()
                .filter(estimate -> !estimates.containsKey(person))
                .map(OwnEstimate::facts)
                .orElse(hold.text());
    }

    /** Ended. */
    public HoldProgress ended(End how) {
        return new HoldProgress(hold, votes, estimates, how);
    }

    /** Whether votes still count at the instant. */
    public boolean isOpenAt(Instant at) {
        return end == End.OPEN && !at.isAfter(hold.binding().notAfter());
    }

    /** Seats the approvers whose keys were not revoked since in those of their roles that they still hold; that a key was retired after its vote takes nothing away. */
    public Seating seating(Directory directory, KeyRing keys) {
        SortedMap<String, SortedSet<Role>> people = new TreeMap<>();
        votes.forEach((person, vote) -> {
            SortedSet<Role> roles = new TreeSet<>(vote.roles());
            SortedSet<Role> held = directory.find(person).map(Person::roles).orElseGet(TreeSet::new);
            roles.retainAll(held);
            roles.retainAll(hold.separation().counting(roles, held));
            boolean good = keys.find(vote.keyId()).filter(key -> !key.revoked()).isPresent();
            if (good && vote.action().isFor()) {
                people.put(person, roles);
            }
        });
        return Seating.of(
                hold.quorums(),
                people,
                (person, quorum) -> Optional.ofNullable(votes.get(person))
                        .filter(vote -> vote.action() == quorum.act())
                        .isPresent());
    }
}
