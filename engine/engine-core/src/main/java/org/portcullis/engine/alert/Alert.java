package org.portcullis.engine.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;

/**
 * One alert with what became of it; mutable, changed by {@link AlertBook} alone, owned by the engine's one thread.
 *
 * <p>Its revision counts what was recorded of it that people have to see: each occurrence, each telling and each act is one more. Who confirms a delivery
 * says up to which revision.
 */
public final class Alert {
    private final Opening opening;
    private final Instant raised;
    private final TreeMap<Integer, Instant> due = new TreeMap<>();
    private final TreeSet<Occurrence> subjects = new TreeSet<>();
    private final List<Telling> tellings = new ArrayList<>();
    private final List<Integer> others = new ArrayList<>();
    private final TreeMap<String, Integer> delivered = new TreeMap<>();
    private final TreeMap<String, Integer> seen = new TreeMap<>();
    private Optional<Acknowledged> acknowledged = Optional.empty();
    private int revision = 1;

    /**
     * What an alert is when it is raised.
     *
     * @param id the engine's id, for example `A-000001`
     * @param desk the desk of the orders that it is about; empty where that is not known
     * @param event what happened: `suspended`, `blocked`, `held`, `noted`, `early warning` or `hand-over`
     * @param stage the stage at which it happened; empty for a hand-over
     * @param message what people are told
     * @param acts whether its steps suspend and cancel: not where the control is only observed, and not where it was raised by what is not known
     * @param steps what silence comes to, in the order of their time
     */
    public record Opening(
            String id,
            Group group,
            String desk,
            String event,
            Optional<Stage> stage,
            Occurrence first,
            String message,
            boolean acts,
            List<AlertStep> steps) {
        public Opening {
            steps = List.copyOf(steps);
        }

        /** The same with another message. */
        public Opening saying(String other) {
            return new Opening(id, group, desk, event, stage, first, other, acts, steps);
        }
    }

    Alert(Opening opening, Instant raised) {
        this.opening = opening;
        this.raised = raised;
        subjects.add(opening.first());
        for (int step = 0; step < opening.steps().size(); step++) {
            due.put(step, opening.steps().get(step).due(raised));
        }
    }

    /** The engine's id of it. */
    public String id() {
        return opening.id();
    }

    /** What it was when it was raised. */
    public Opening opening() {
        return opening;
    }

    /** When it was raised. */
    public Instant raised() {
        return raised;
    }

    /** What it is about. */
    public SortedSet<Occurrence> subjects() {
        return Collections.unmodifiableSortedSet(subjects);
    }

    /** How much of it was recorded that people have to see. */
    public int revision() {
        return revision;
    }

    /** How often it occurred. */
    public int occurrences() {
        return occurrences(revision);
    }

    /** How many of its occurrences are among what was recorded up to a revision. */
    public int occurrences(int upTo) {
        int more = 0;
        while (more < others.size() && others.get(more) <= upTo) {
            more++;
        }
        return upTo - more;
    }

    /** Who was to be told what, in order. */
    public List<Telling> tellings() {
        return Collections.unmodifiableList(tellings);
    }

    /** The roles told so far with everybody who was told for them, in the order in which they were first told. */
    public Map<Role, SortedSet<String>> told() {
        Map<Role, SortedSet<String>> told = new java.util.LinkedHashMap<>();
        tellings.forEach(telling ->
                told.computeIfAbsent(telling.role(), first -> new TreeSet<>()).addAll(telling.people()));
        return told;
    }

    /** The steps that were not taken yet, with the instant from which each is due; none once it is acknowledged. */
    public SortedMap<Integer, Instant> due() {
        return Collections.unmodifiableSortedMap(due);
    }

    /** Up to which revision each person was delivered it. */
    public SortedMap<String, Integer> delivered() {
        return Collections.unmodifiableSortedMap(delivered);
    }

    /** Up to which revision each person has seen it. */
    public SortedMap<String, Integer> seen() {
        return Collections.unmodifiableSortedMap(seen);
    }

    /** Who took it on; empty while nobody has. */
    public Optional<Acknowledged> acknowledged() {
        return acknowledged;
    }

    void join(Occurrence occurrence) {
        revision++;
        subjects.add(occurrence);
    }

    void tell(int step, Role role, List<String> people, String message) {
        other();
        tellings.add(new Telling(revision, step, role, people, message));
    }

    void other() {
        revision++;
        others.add(revision);
    }

    void taken(int step) {
        due.remove(step);
    }

    /** The next step is due from the instant on. */
    void hasten(Instant at) {
        due.entrySet().stream()
                .findFirst()
                .filter(next -> next.getValue().isAfter(at))
                .ifPresent(next -> next.setValue(at));
    }

    void deliver(String person, int upTo) {
        delivered.merge(person, upTo, Math::max);
    }

    void see(String person, int upTo) {
        seen.merge(person, upTo, Math::max);
    }

    void acknowledge(Acknowledged by) {
        acknowledged = Optional.of(by);
        due.clear();
    }

    private List<Object> content() {
        return List.of(opening, raised, due, subjects, tellings, others, delivered, seen, acknowledged, revision);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Alert alert && alert.content().equals(content());
    }

    @Override
    public int hashCode() {
        return opening.hashCode();
    }
}
