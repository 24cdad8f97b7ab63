package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.AlertBook;
import org.portcullis.engine.alert.Telling;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.model.control.Role;

/** Reads from entries about alerts whom the caller is to tell. */
record Tells(AlertBook alerts) {

    /** Whom to tell once the entries were folded: those they name, and, where an alert occurred again, everybody who was told of it before. */
    List<Instruction> after(List<EntryBody> bodies) {
        List<AlertEntry.Told> told = new ArrayList<>();
        TreeSet<String> again = new TreeSet<>();
        for (EntryBody body : bodies) {
            body.match(new UsualEntry<>(false) {
                @Override
                public Boolean alert(AlertEntry entry) {
                    return entry.matchAlert(new UsualAlert<>(false) {
                        @Override
                        public Boolean told(AlertEntry.Told entry) {
                            return told.add(entry);
                        }

                        @Override
                        public Boolean joined(AlertEntry.Joined entry) {
                            return again.add(entry.alert());
                        }
                    });
                }
            });
        }
        told.forEach(entry -> again.remove(entry.alert()));
        List<Instruction> instructions = new ArrayList<>();
        for (AlertEntry.Told entry : told) {
            alerts.find(entry.alert())
                    .ifPresent(alert -> instructions.add(new Instruction.Tell(
                            alert.id(), alert.revision(), entry.role(), entry.people(), entry.message())));
        }
        again.forEach(id -> alerts.find(id)
                .ifPresent(
                        alert -> alert.told().forEach((role, people) -> instructions.add(tell(alert, role, people)))));
        return instructions;
    }

    /** What was told and nobody of the role has confirmed to have been delivered. */
    List<Instruction> standing() {
        List<Instruction> standing = new ArrayList<>();
        for (Alert alert : alerts.all()) {
            alert.told().forEach((role, people) -> {
                boolean delivered = people.stream()
                        .anyMatch(person -> alert.delivered().getOrDefault(person, 0) >= alert.revision());
                if (!delivered && !people.isEmpty()) {
                    standing.add(tell(alert, role, people));
                }
            });
        }
        return standing;
    }

    private static Instruction tell(Alert alert, Role role, SortedSet<String> people) {
        Optional<Telling> last = alert.tellings().stream()
                .filter(telling -> telling.role().equals(role))
                .reduce((earlier, later) -> later);
        String message = last.map(Telling::message).orElse(alert.opening().message());
        return new Instruction.Tell(
                alert.id(),
                alert.revision(),
                role,
                List.copyOf(people),
                alert.occurrences() == 1 ? message : message + " – " + alert.occurrences() + " times so far");
    }
}
