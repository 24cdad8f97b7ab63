package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A kill switch that somebody has asked for or that is pulled.
 *
 * @param askedBy the people who have asked for it since it was last cleared
 * @param pulled when it was pulled; empty while more people are needed
 * @param requester who pulled it; empty before
 * @param orders how many orders it cancels
 * @param outstanding the orders that it cancels and whose end was not reported yet
 */
record SwitchState(
        SortedSet<String> askedBy,
        Optional<Instant> pulled,
        String requester,
        int orders,
        SortedSet<String> outstanding) {
    static final SwitchState NONE = new SwitchState(new TreeSet<>(), Optional.empty(), "", 0, new TreeSet<>());

    SwitchState {
        askedBy = Collections.unmodifiableSortedSet(new TreeSet<>(askedBy));
        outstanding = Collections.unmodifiableSortedSet(new TreeSet<>(outstanding));
    }

    SwitchState asked(String person) {
        TreeSet<String> more = new TreeSet<>(askedBy);
        more.add(person);
        return new SwitchState(more, pulled, requester, orders, outstanding);
    }

    SwitchState pulled(Instant at, String person) {
        return new SwitchState(askedBy, pulled.or(() -> Optional.of(at)), person, orders, outstanding);
    }

    SwitchState cancels(Iterable<String> more) {
        TreeSet<String> all = new TreeSet<>(outstanding);
        more.forEach(all::add);
        return new SwitchState(askedBy, pulled, requester, orders + all.size() - outstanding.size(), all);
    }

    SwitchState ended(String order) {
        TreeSet<String> rest = new TreeSet<>(outstanding);
        rest.remove(order);
        return new SwitchState(askedBy, pulled, requester, orders, rest);
    }
}
