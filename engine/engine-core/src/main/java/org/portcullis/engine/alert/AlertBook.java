package org.portcullis.engine.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portcullis.model.control.Role;

/** Keeps every alert and every duty that was handed over, as recorded; mutable, changed by the fold alone, owned by the engine's one thread. */
public final class AlertBook {
    private final TreeMap<String, Alert> alerts = new TreeMap<>();
    private final TreeMap<Group, String> open = new TreeMap<>();
    private final TreeMap<String, HandOver> offered = new TreeMap<>();
    private final TreeMap<Duty, HandOver> accepted = new TreeMap<>();
    private long offers;

    /** The id of the alert that is raised after so many others that are about to be. */
    public String alertAfter(int others) {
        return String.format(Locale.ROOT, "A-%06d", alerts.size() + others + 1);
    }

    /** The id of the next hand-over. */
    public String nextHandOver() {
        return String.format(Locale.ROOT, "D-%06d", offers + 1);
    }

    /** Finds an alert by its id. */
    public Optional<Alert> find(String id) {
        return Optional.ofNullable(alerts.get(id));
    }

    /** The alert of a group that nobody has acknowledged, if there is one. */
    public Optional<Alert> open(Group group) {
        return Optional.ofNullable(open.get(group)).map(alerts::get);
    }

    /** Every alert, in the order in which they were raised. */
    public Collection<Alert> all() {
        return Collections.unmodifiableCollection(alerts.values());
    }

    /** The alerts that nobody has acknowledged, in the order in which they were raised. */
    public List<Alert> unacknowledged() {
        return open.values().stream().sorted().map(alerts::get).toList();
    }

    /** A hand-over that waits to be accepted. */
    public Optional<HandOver> offer(String id) {
        return Optional.ofNullable(offered.get(id));
    }

    /** The hand-overs that wait to be accepted. */
    public List<HandOver> offers() {
        return List.copyOf(offered.values());
    }

    /** By which hand-over somebody else answers for what tells a role, if one does: the one about the desk alone comes first. */
    public Optional<HandOver> taken(Role role, String desk) {
        return Optional.ofNullable(accepted.get(new Duty(role, desk)))
                .or(() -> Optional.ofNullable(accepted.get(new Duty(role, ""))));
    }

    /** Takes in an alert. */
    public void raise(Alert.Opening opening, Instant at) {
        alerts.put(opening.id(), new Alert(opening, at));
        open.put(opening.group(), opening.id());
    }

    /** Counts an occurrence in. */
    public void join(String alert, Occurrence occurrence) {
        change(alert, known -> known.join(occurrence));
    }

    /** Remembers who was to be told. */
    public void tell(String alert, int step, Role role, List<String> people, String message) {
        change(alert, known -> known.tell(step, role, people, message));
    }

    /** Remembers that something was suspended or cancelled. */
    public void act(String alert) {
        change(alert, Alert::other);
    }

    /** Remembers that a step was taken; where it reached nobody, the next is due now. */
    public void taken(String alert, int step, boolean reached, Instant at) {
        change(alert, known -> {
            known.taken(step);
            if (!reached) {
                known.hasten(at);
            }
        });
    }

    /** Stops the chain of an alert. */
    public void acknowledge(String alert, Acknowledged by) {
        change(alert, known -> {
            known.acknowledge(by);
            open.remove(known.opening().group(), alert);
        });
    }

    /** Remembers what a person was delivered. */
    public void deliver(String alert, String person, int revision) {
        change(alert, known -> known.deliver(person, revision));
    }

    /** Remembers what a person has seen. */
    public void see(String alert, String person, int revision) {
        change(alert, known -> known.see(person, revision));
    }

    /** Takes in an offer to hand over. */
    public void offer(HandOver handOver) {
        offers++;
        offered.put(handOver.id(), handOver);
    }

    /** Hands over; whoever gives a duty back to its own role ends what was handed over. */
    public void accept(String id) {
        HandOver handOver = offered.remove(id);
        if (handOver == null) {
            return;
        }
        if (handOver.toRole().equals(Optional.of(handOver.duty().role()))) {
            accepted.remove(handOver.duty());
        } else {
            accepted.put(handOver.duty(), handOver);
        }
    }

    /** Forgets an offer that nobody accepted in time. */
    public void lapse(String id) {
        offered.remove(id);
    }

    private void change(String alert, Consumer<Alert> change) {
        find(alert).ifPresent(change);
    }

    private List<Object> content() {
        return List.of(alerts, open, offered, accepted, offers);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AlertBook book && book.content().equals(content());
    }

    @Override
    public int hashCode() {
        return List.of(alerts.keySet(), offers).hashCode();
    }
}
