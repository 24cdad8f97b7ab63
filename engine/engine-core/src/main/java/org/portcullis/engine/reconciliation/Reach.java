package org.portcullis.engine.reconciliation;

import java.util.List;
import java.util.SortedMap;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.Telling;
import org.portcullis.model.control.Role;

/**
 * How far an alert came through, in occurrences: to the role whom it reached least.
 *
 * @param lastDelivered whether also the last thing that the role was told was delivered
 * @param lastSeen whether also the last thing that the role was told was seen
 */
record Reach(int told, int delivered, int seen, boolean lastDelivered, boolean lastSeen) {

    /** How far it came to all roles that it tells. */
    static Reach of(Alert alert, Within within) {
        return alert.told().keySet().stream()
                .map(role -> of(alert, role, within))
                .reduce((one, other) -> new Reach(
                        Math.min(one.told, other.told),
                        Math.min(one.delivered, other.delivered),
                        Math.min(one.seen, other.seen),
                        one.lastDelivered && other.lastDelivered,
                        one.lastSeen && other.lastSeen))
                .orElse(new Reach(0, 0, 0, false, false));
    }

    /** How far it came to one role: to anybody who was told for it. */
    static Reach of(Alert alert, Role role, Within within) {
        List<Telling> tellings = alert.tellings().stream()
                .filter(telling ->
                        telling.role().equals(role) && !telling.people().isEmpty())
                .toList();
        if (tellings.isEmpty()) {
            return new Reach(0, 0, 0, false, false);
        }
        int last = tellings.get(tellings.size() - 1).revision();
        int delivered = furthest(tellings, alert.delivered());
        int seen = furthest(tellings, alert.seen());
        return new Reach(
                within.count(),
                within.among(alert.occurrences(delivered)),
                within.among(alert.occurrences(seen)),
                delivered >= last,
                seen >= last);
    }

    private static int furthest(List<Telling> tellings, SortedMap<String, Integer> revisions) {
        return tellings.stream()
                .flatMap(telling -> telling.people().stream())
                .mapToInt(person -> revisions.getOrDefault(person, 0))
                .max()
                .orElse(0);
    }
}
