package org.portcullis.killtest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.json.JsonObject;

/**
 * Works out from the journal alone, without the engine, what must fire, what has fired and what still waits.
 *
 * <p>Knows the entries by their names and members, so that a fault of the engine's own fold is not repeated here.
 */
final class DeadlineCount {
    final List<String> faults = new ArrayList<>();
    private final Map<String, Waiting> waiting = new TreeMap<>();
    private final Map<String, Integer> fired = new TreeMap<>();
    private final Map<String, Integer> outstanding = new TreeMap<>();

    /** What one submission waits for. */
    private static final class Waiting {
        final TreeMap<Integer, Instant> steps = new TreeMap<>();
        Optional<Instant> expiry = Optional.empty();
        Optional<Instant> acknowledgement = Optional.empty();
        Optional<Instant> token = Optional.empty();

        Optional<Instant> ends() {
            return Stream.of(expiry, acknowledgement, token)
                    .flatMap(Optional::stream)
                    .min(Instant::compareTo)
                    .map(last -> last.plusNanos(1));
        }
    }

    static DeadlineCount of(List<JournalEntry> entries) {
        DeadlineCount count = new DeadlineCount();
        entries.forEach(count::add);
        return count;
    }

    /** How many deadlines have fired. */
    int fired() {
        return fired.size();
    }

    /** The names of those that must fire if time goes on and nobody does anything, in no order. */
    List<String> mustFire() {
        List<String> must = new ArrayList<>();
        waiting.forEach((submission, what) -> {
            Instant end = what.ends().orElse(Instant.MAX);
            what.steps.forEach((step, at) -> {
                if (at.isBefore(end)) {
                    must.add(submission + " step " + step);
                }
            });
            what.ends().ifPresent(any -> must.add(submission + " end"));
        });
        return must.stream().sorted().toList();
    }

    /** The first instant at which something fires that has not fired yet. */
    Optional<Instant> next() {
        return waiting.values().stream()
                .flatMap(what -> Stream.concat(what.steps.values().stream(), what.ends().stream()))
                .min(Instant::compareTo);
    }

    private void add(JournalEntry entry) {
        JsonObject body = entry.body();
        String submission = about(body);
        switch (entry.type()) {
            case "warning.shown" -> {
                outstanding.put(submission, Math.toIntExact(body.whole("warnings")));
                of(submission).acknowledgement = Optional.of(Instant.parse(body.text("acknowledgeBy")));
            }
            case "warning.acknowledged" -> acknowledged(submission, Math.toIntExact(body.whole("warnings")));
            case "hold.begun" -> {
                Waiting what = of(submission);
                what.expiry = Optional.of(Instant.parse(body.text("notAfter")));
                for (JsonObject step : body.array("escalation").objects()) {
                    what.steps.put(what.steps.size(), Instant.parse(step.text("at")));
                }
            }
            case "hold.escalated" -> escalated(entry, submission, Math.toIntExact(body.whole("step")));
            case "hold.expired" -> ended(entry, submission, Optional.of(Instant.parse(body.text("due"))));
            case "submission.ended" -> closed(entry, submission);
            case "alert.raised" -> {
                for (JsonObject step : body.array("steps").objects()) {
                    Waiting alert = of(body.text("alert"));
                    alert.steps.put(alert.steps.size(), entry.at().plus(step.whole("afterMicros"), ChronoUnit.MICROS));
                }
            }
            case "alert.step.taken" -> escalated(entry, body.text("alert"), Math.toIntExact(body.whole("step")));
            case "alert.acknowledged" -> waiting.remove(body.text("alert"));
            case "hold.rejected", "token.burned" -> waiting.remove(submission);
            case "petition.withdrawn" -> waiting.remove(body.text("petition"));
            case "hold.released" -> {
                if (submission.equals(body.text("hold"))) {
                    waiting.remove(submission);
                }
            }
            case "token.issued" -> {
                waiting.remove(submission);
                of(submission).token = Optional.of(Instant.parse(body.text("notAfter")));
            }
            default -> {}
        }
    }

    private void closed(JournalEntry entry, String submission) {
        Optional<Waiting> known = Optional.ofNullable(waiting.get(submission));
        switch (entry.body().text("why")) {
            case "unacknowledged" -> ended(entry, submission, known.flatMap(what -> what.acknowledgement));
            case "not-presented" -> ended(entry, submission, known.flatMap(what -> what.token));
            default -> waiting.remove(submission);
        }
    }

    /** Whether it is known by this name that something fires, so that what is only begun by a deadline is told apart. */
    boolean knows(String about) {
        return waiting.containsKey(about);
    }

    /** What an entry is about: a submission, an alert, or the petition whose hold it names. */
    static String about(JsonObject body) {
        return body.findText("hold")
                .filter(hold -> hold.startsWith("P-"))
                .or(() -> body.has("step") ? body.findText("alert") : Optional.empty())
                .or(() -> body.findText("submission"))
                .orElse("");
    }

    private void acknowledged(String submission, int warnings) {
        int left = outstanding.merge(submission, -warnings, Integer::sum);
        if (left == 0) {
            of(submission).acknowledgement = Optional.empty();
        }
    }

    private void escalated(JournalEntry entry, String submission, int step) {
        Instant due = of(submission).steps.remove(step);
        if (due == null) {
            faults.add("entry " + entry.index() + ": step " + step + " of " + submission + " was not due");
        } else if (entry.at().isBefore(due)) {
            faults.add("entry " + entry.index() + ": step " + step + " of " + submission + " fired early");
        }
        once(entry, submission + " step " + step);
    }

    private void ended(JournalEntry entry, String submission, Optional<Instant> due) {
        if (waiting.remove(submission) == null || due.isEmpty()) {
            faults.add("entry " + entry.index() + ": " + submission + " did not wait");
        } else if (!entry.at().isAfter(due.get())) {
            faults.add("entry " + entry.index() + ": " + submission + " ended early");
        }
        once(entry, submission + " end");
    }

    private void once(JournalEntry entry, String what) {
        if (fired.merge(what, 1, Integer::sum) > 1) {
            faults.add("entry " + entry.index() + ": " + what + " fired twice");
        }
    }

    private Waiting of(String submission) {
        return waiting.computeIfAbsent(submission, none -> new Waiting());
    }
}
