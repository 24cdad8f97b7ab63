package org.portcullis.verifier;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Follows for whom pseudonyms stand: each is committed once, and erased at most once, afterwards. Mutable, for one examination.
 */
final class PeopleCheck {

    private final Map<String, String> committed = new TreeMap<>();
    private final Set<String> erased = new TreeSet<>();

    void commit(Value body, Rejection.Place place) throws Rejection {
        String person = body.text("person").orElse("");
        String commitment = body.text("commitment").orElse("");
        if (person.isEmpty() || !commitment.matches("sha256:[0-9a-f]{64}")) {
            throw new Rejection(Outcome.ILL_FORMED, place, "it does not commit a pseudonym to a digest");
        }
        if (committed.putIfAbsent(person, commitment) != null) {
            throw new Rejection(Outcome.TAMPERED, place, "the pseudonym `" + person + "` is committed a second time");
        }
    }

    void erase(Value body, Rejection.Place place) throws Rejection {
        String person = body.text("person").orElse("");
        boolean same = committed.containsKey(person)
                && Optional.ofNullable(committed.get(person)).equals(body.text("commitment"));
        if (!same) {
            throw new Rejection(
                    Outcome.TAMPERED, place, "the erased pseudonym `" + person + "` was not committed so before");
        }
        if (!erased.add(person)) {
            throw new Rejection(Outcome.TAMPERED, place, "the pseudonym `" + person + "` is erased a second time");
        }
    }

    /** Counts pseudonyms that stand for somebody. */
    long committed() {
        return committed.size();
    }

    /** Counts those of whom the journal says that they are erased. */
    long erased() {
        return erased.size();
    }

    /** Tells whether a pseudonym was committed to this digest. */
    boolean isCommitted(String commitment) {
        return committed.containsValue(commitment);
    }
}
