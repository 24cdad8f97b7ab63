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

/**
 * A hold with the votes that count so far.
 *
 * @param votes by person
 * @param end how it ended, or {@link End#OPEN}
 */
public record HoldProgress(Hold hold, SortedMap<String, Vote> votes, End end) {
    public HoldProgress {
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
        return new HoldProgress(hold, new TreeMap<>(), End.OPEN);
    }

    /** With one quorum more, as entries bring them one after the other. */
    public HoldProgress with(FrozenQuorum quorum) {
        return new HoldProgress(hold.withQuorum(quorum), votes, end);
    }

    /** With one vote more. */
    public HoldProgress with(String person, Vote vote) {
        SortedMap<String, Vote> more = new TreeMap<>(votes);
        more.put(person, vote);
        return new HoldProgress(hold, more, end);
    }

    /** Ended. */
    public HoldProgress ended(End how) {
        return new HoldProgress(hold, votes, how);
    }

    /** Whether votes still count at the instant. */
    public boolean isOpenAt(Instant at) {
        return end == End.OPEN && !at.isAfter(hold.binding().notAfter());
    }

    /** Seats the approvers whose keys are still good in those of their roles that they still hold. */
    public Seating seating(Directory directory, KeyRing keys) {
        SortedMap<String, SortedSet<Role>> people = new TreeMap<>();
        votes.forEach((person, vote) -> {
            SortedSet<Role> roles = new TreeSet<>(vote.roles());
            roles.retainAll(directory.find(person).map(Person::roles).orElseGet(TreeSet::new));
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
