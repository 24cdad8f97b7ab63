package org.portcullis.engine.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.AlertBook;
import org.portcullis.engine.alert.HandOver;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.model.control.Role;

/**
 * Finds out who answers for a role's alerts now: whoever took the duty over, else who is on duty, else everybody who holds the role; and whoever offers to hand
 * over, until somebody accepts.
 */
record Responsible(Context context) {

    /** The ids of the people, sorted; none where nobody answers for the role. */
    List<String> people(Role role, String desk) {
        TreeSet<String> people = new TreeSet<>();
        Optional<HandOver> taken = book().taken(role, desk);
        taken.filter(handOver -> directory().find(handOver.to()).isPresent())
                .ifPresent(handOver -> people.add(handOver.to()));
        taken.flatMap(HandOver::toRole).ifPresent(to -> people.addAll(holding(to)));
        if (people.isEmpty()) {
            people.addAll(holding(role));
        }
        book().offers().stream()
                .filter(offer -> offer.duty().covers(role, desk))
                .forEach(offer -> people.add(offer.from()));
        return List.copyOf(people);
    }

    /** Whether the person answers for a role that the alert has told, holds one, or covers for somebody who does. */
    boolean answersFor(Alert alert, String person) {
        return alert.told().keySet().stream()
                .anyMatch(role -> answersFor(role, alert.opening().desk(), person));
    }

    /** Whether the person answers for the role, holds it, or covers for somebody who does. */
    boolean answersFor(Role role, String desk, String person) {
        Set<String> responsible = new TreeSet<>(people(role, desk));
        responsible.addAll(directory().holders(role));
        return responsible.contains(person)
                || responsible.stream()
                        .map(directory()::find)
                        .flatMap(Optional::stream)
                        .map(Person::delegates)
                        .anyMatch(delegates -> delegates.contains(person));
    }

    /** The holders of a role who are on duty, or all of them where none is. */
    SortedSet<String> holding(Role role) {
        SortedSet<String> onDuty = directory().onDuty(role, context.at());
        return onDuty.isEmpty() ? directory().holders(role) : onDuty;
    }

    private Directory directory() {
        return context.directory();
    }

    private AlertBook book() {
        return context.state().alerts;
    }
}
