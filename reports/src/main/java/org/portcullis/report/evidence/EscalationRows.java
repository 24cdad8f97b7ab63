package org.portcullis.report.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.AlertStep;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.control.Role;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.reading.Listener;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet of what silence came to: every step of the chain of a hold or an alert. */
final class EscalationRows {

    static final String NAME = "Escalations";

    static final List<String> TYPES =
            List.of("hold.escalated", "hold.expired", "alert.step.taken", "alert.acknowledged");

    private static final String PEOPLE_TOLD = "People told";

    private EscalationRows() {}

    static Planned of(Grounds grounds) {
        Chains chains = grounds.books().chains();
        return grounds.traced(
                new TableSheet(
                        NAME,
                        "Escalations: what silence came to, step by step",
                        List.of(
                                "One row for each step that was taken, each time limit that passed and each acknowledgement that ended a chain."
                                        + " A step is late by the time between when it was due and when it was taken; a step after one that"
                                        + " reached nobody is due at once.",
                                "How a chain ended is known up to the checkpoint, also where that is after the period; STILL WAITING means that"
                                        + " nothing ended it before the checkpoint."),
                        Optional.empty(),
                        columns(),
                        3,
                        Optional.of(PEOPLE_TOLD),
                        new JournalRows(grounds.reading(), () -> new Steps(grounds.request(), grounds.survey()))),
                Grounds.entries(TYPES),
                grounds.count(TYPES),
                chains.peopleTold(),
                new Tested(
                        chains.rightTimes() == chains.acknowledgements(),
                        chains.rightTimes() + " of " + chains.acknowledgements()
                                + " acknowledgements state the seconds that lie between their entry and alert.raised"));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Entry", 7, "index of the entry"),
                Column.of("Taken (UTC)", 20, "when the step was taken"),
                Column.of("Control", 19, "the control whose chain it is"),
                Column.of("About", 19, "what waits: the order or basket of an alert, what a hold is for"),
                Column.of("Event", 17, "what happened: told at once, a step taken on silence, nobody reached, the end"),
                Column.of("Step", 8, "which step of the chain, of how many"),
                Column.of("Due (UTC)", 20, "the first instant at which the step was due"),
                Column.of("Seconds late", 8, "from when it was due until it was taken"),
                Column.of("Told", 27, "the roles that were told, each with the people who answered for it then"),
                Column.of(PEOPLE_TOLD, 7, "how many people that is; a person counts once for each role"),
                Column.of("What silence came to", 24, "what the step did, because nobody had acted"),
                Column.of("What more silence means", 24, "the next step of the chain, or that there is none"),
                Column.of("Chain ended", 18, "how the chain ended in the end"),
                Column.of("By", 13, "who ended it"),
                Column.of("Seconds to the end", 9, "from the beginning of the alert or hold to its end"),
                Column.onScreen("Alert or hold", 24, "the engine's id"),
                Column.onScreen("Submission", 16, "the engine's id of the submission, if it is about one"),
                Column.onScreen("Ending entry", 9, "index of the entry that ended the chain"),
                Column.onScreen("Message", 80, "what people were told; the note of an acknowledgement"));
    }

    /** Writes a span of time in the largest unit that divides it. */
    static String span(Duration span) {
        if (span.toMillis() % 1000 != 0) {
            return span.toMillis() + " ms";
        }
        long seconds = span.toSeconds();
        if (seconds > 0 && seconds % 3600 == 0) {
            return seconds / 3600 + " h";
        }
        return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    /** An alert that nobody has acknowledged yet. Mutable; one thread. */
    private static final class Open {
        private final Alert.Opening opening;
        private final Instant raised;
        private final List<String> told = new ArrayList<>();
        private final List<String> acts = new ArrayList<>();
        private int people;
        private String message;
        private Optional<Instant> hastened = Optional.empty();

        Open(Alert.Opening opening, Instant raised) {
            this.opening = opening;
            this.raised = raised;
            this.message = opening.message();
        }

        Instant due(int step) {
            Instant planned = opening.steps().get(step).due(raised);
            return hastened.filter(at -> at.isBefore(planned)).orElse(planned);
        }

        void next(boolean reached, Instant at) {
            told.clear();
            acts.clear();
            people = 0;
            hastened = reached ? Optional.empty() : Optional.of(at);
        }
    }

    /** What is kept of a hold that waits: not its text. */
    private record Waiting(
            String submission, String purpose, Instant begun, Instant limit, List<Hold.Escalation> steps) {

        static Waiting of(Hold hold) {
            return new Waiting(
                    hold.submission(),
                    Codes.purpose(hold.purpose()),
                    hold.binding().notBefore(),
                    hold.binding().notAfter(),
                    hold.escalation());
        }
    }

    /** Follows the chains. */
    private static final class Steps extends EntryRows {
        private final Chains chains;
        private final Survey survey;
        private final Map<String, Open> open = new HashMap<>();
        private final Map<String, Waiting> waiting = new HashMap<>();

        Steps(EvidenceRequest request, Survey survey) {
            super(request);
            this.survey = survey;
            this.chains = survey.books().chains();
        }

        @Override
        Listener<Optional<Row>> about(JournalEntry entry) {
            return new Step(entry);
        }

        /** Makes the row of one entry. */
        private final class Step extends Listener<Optional<Row>> {
            private final JournalEntry entry;

            Step(JournalEntry entry) {
                super(Optional.empty());
                this.entry = entry;
            }

            @Override
            public Optional<Row> begun(HoldEntry.Begun body) {
                waiting.put(body.hold().id(), Waiting.of(body.hold()));
                return Optional.empty();
            }

            @Override
            public Optional<Row> released(HoldEntry.Released body) {
                waiting.remove(body.hold());
                return Optional.empty();
            }

            @Override
            public Optional<Row> rejected(HoldEntry.Rejected body) {
                waiting.remove(body.hold());
                return Optional.empty();
            }

            @Override
            public Optional<Row> withdrawn(PetitionEntry.Withdrawn body) {
                waiting.remove(body.petition());
                return Optional.empty();
            }

            @Override
            public Optional<Row> escalated(HoldEntry.Escalated body) {
                Optional<Waiting> hold = Optional.ofNullable(waiting.get(body.hold()));
                int steps = hold.map(known -> known.steps().size()).orElse(0);
                Optional<Hold.Escalation> own = hold.map(Waiting::steps)
                        .filter(all -> body.step() < all.size())
                        .map(all -> all.get(body.step()));
                return row(
                        own.map(step -> step.control().text()).orElse(""),
                        about(hold, body.submission()),
                        body.people().isEmpty() ? Cells.stop("NOBODY REACHED") : Cells.attention("STEP TAKEN"),
                        step(body.step(), steps),
                        Optional.of(body.due()),
                        roleTold(body.to(), body.people()),
                        Cell.of(body.people().size()),
                        hold.map(known -> "nobody had signed after " + since(known.begun(), body.due()) + ": told")
                                .orElse("told"),
                        hold.map(known -> nextOf(known, body.step())).orElse(""),
                        ended(chains.ofHold(body.hold()), hold.map(Waiting::begun)),
                        body.hold(),
                        body.submission(),
                        "");
            }

            @Override
            public Optional<Row> expired(HoldEntry.Expired body) {
                Optional<Waiting> hold = Optional.ofNullable(waiting.remove(body.hold()));
                int steps = hold.map(known -> known.steps().size()).orElse(0);
                String controls = hold.map(Waiting::steps).orElse(List.of()).stream()
                        .map(step -> step.control().text())
                        .distinct()
                        .collect(Collectors.joining("\n"));
                return row(
                        controls,
                        about(hold, body.submission()),
                        Cells.stop("TIME LIMIT"),
                        "end, after " + steps,
                        Optional.of(body.due()),
                        "",
                        Cells.blank(),
                        "rejected by default",
                        "nothing: it is over",
                        ended(chains.ofHold(body.hold()), hold.map(Waiting::begun)),
                        body.hold(),
                        body.submission(),
                        "");
            }

            @Override
            public Optional<Row> raised(AlertEntry.Raised body) {
                open.put(body.opening().id(), new Open(body.opening(), entry.at()));
                return Optional.empty();
            }

            @Override
            public Optional<Row> told(AlertEntry.Told body) {
                Open alert = open.get(body.alert());
                if (alert != null && body.step() >= 0) {
                    alert.told.add(roleTold(body.role(), body.people()));
                    alert.people += body.people().size();
                    alert.message = body.message();
                }
                return Optional.empty();
            }

            @Override
            public Optional<Row> acted(AlertEntry.Acted body) {
                Open alert = open.get(body.alert());
                if (alert != null) {
                    alert.acts.add(body.action().word() + " " + body.target().words() + " " + body.key() + ", "
                            + body.orders() + " orders out");
                }
                return Optional.empty();
            }

            @Override
            public Optional<Row> stepTaken(AlertEntry.StepTaken body) {
                Open alert = open.get(body.alert());
                if (alert == null || body.step() >= alert.opening.steps().size()) {
                    return row(
                            "",
                            "",
                            Cells.gap("UNKNOWN ALERT"),
                            "",
                            Optional.empty(),
                            "",
                            Cells.blank(),
                            "",
                            "",
                            ended(Optional.empty(), Optional.empty()),
                            body.alert(),
                            "",
                            "");
                }
                AlertStep step = alert.opening.steps().get(body.step());
                Cell event = !body.reached()
                        ? Cells.stop("NOBODY REACHED")
                        : step.afterMicros() == 0 ? Cells.neutral("TOLD AT ONCE") : Cells.attention("STEP TAKEN");
                String silence = step.afterMicros() == 0
                        ? "no silence yet: told as it was raised"
                        : "nobody had acknowledged after " + span(Duration.of(step.afterMicros(), ChronoUnit.MICROS))
                                + ": told";
                String acts = alert.acts.isEmpty() ? "" : "; " + String.join("; ", alert.acts);
                Optional<Row> row = row(
                        alert.opening.group().control().text(),
                        about(alert.opening),
                        event,
                        step(body.step(), alert.opening.steps().size()),
                        Optional.of(alert.due(body.step())),
                        String.join("\n", alert.told),
                        Cell.of(alert.people),
                        silence + acts,
                        nextOf(alert.opening, body.step(), body.reached()),
                        ended(chains.ofAlert(body.alert()), Optional.of(alert.raised)),
                        body.alert(),
                        alert.opening.first().submission(),
                        alert.message);
                alert.next(body.reached(), entry.at());
                return row;
            }

            @Override
            public Optional<Row> acknowledged(AlertEntry.Acknowledged body) {
                Optional<Open> alert = Optional.ofNullable(open.remove(body.alert()));
                return row(
                        alert.map(known -> known.opening.group().control().text())
                                .orElse(""),
                        alert.map(known -> about(known.opening)).orElse(""),
                        Cells.good("ACKNOWLEDGED"),
                        "end",
                        Optional.empty(),
                        "",
                        Cells.blank(),
                        "taken on after " + body.seconds() + " s, having occurred " + times(body.occurrences()),
                        "nothing: it is over",
                        ended(chains.ofAlert(body.alert()), alert.map(known -> known.raised)),
                        body.alert(),
                        alert.map(known -> known.opening.first().submission()).orElse(""),
                        body.note());
            }

            private String about(Optional<Waiting> hold, String submission) {
                String basket = survey.named(submission);
                return (hold.map(Waiting::purpose).orElse("hold") + (basket.isEmpty() ? "" : " of " + basket)).strip();
            }

            private String about(Alert.Opening opening) {
                String order = opening.first().order();
                String basket = survey.named(opening.first().submission());
                String subject = order.isEmpty() ? basket : order + (basket.isEmpty() ? "" : " of " + basket);
                return opening.event() + (subject.isEmpty() ? "" : ": " + subject);
            }

            private Cell[] ended(Optional<Ending> ending, Optional<Instant> begun) {
                return new Cell[] {
                    ending.map(Ending::mark).orElseGet(() -> Cells.attention("STILL WAITING")),
                    Cell.of(ending.map(Ending::by).orElse("")),
                    ending.flatMap(end -> begun.map(since ->
                                    Cell.of(Duration.between(since, end.at()).toSeconds())))
                            .orElseGet(Cells::blank),
                    ending.map(end -> Cell.of(end.entry())).orElseGet(Cells::blank)
                };
            }

            private Optional<Row> row(
                    String control,
                    String about,
                    Cell event,
                    String step,
                    Optional<Instant> due,
                    String told,
                    Cell people,
                    String silence,
                    String next,
                    Cell[] ended,
                    String id,
                    String submission,
                    String message) {
                return Optional.of(Row.of(
                        Cell.of(entry.index()),
                        new Cell.At(entry.at()),
                        Cell.of(control),
                        Cell.of(about),
                        event,
                        Cell.of(step),
                        due.<Cell>map(Cell.At::new).orElseGet(Cells::blank),
                        due.map(at -> Cell.of(Duration.between(at, entry.at()).toSeconds()))
                                .orElseGet(Cells::blank),
                        Cell.of(told),
                        people,
                        Cell.of(silence),
                        Cell.of(next),
                        ended[0],
                        ended[1],
                        ended[2],
                        Cell.code(id),
                        Cell.code(submission),
                        ended[3],
                        Cell.of(message)));
            }
        }

        private static String step(int step, int steps) {
            return (step + 1) + " of " + steps;
        }

        private static String times(int occurrences) {
            return occurrences == 1 ? "once" : occurrences + " times";
        }

        private static String since(Instant begun, Instant due) {
            return span(Duration.between(begun, due));
        }

        private static String roleTold(Role role, List<String> people) {
            return role + ": " + (people.isEmpty() ? "nobody" : String.join(", ", people));
        }

        private static String nextOf(Waiting hold, int step) {
            if (step + 1 < hold.steps().size()) {
                Hold.Escalation next = hold.steps().get(step + 1);
                return "after " + since(hold.begun(), next.at()) + " in all: tells " + next.to();
            }
            return "after " + since(hold.begun(), hold.limit()) + " in all: rejected by default";
        }

        private static String nextOf(Alert.Opening opening, int step, boolean reached) {
            if (step + 1 >= opening.steps().size()) {
                return "nothing more: the chain is at its end";
            }
            AlertStep next = opening.steps().get(step + 1);
            String when = reached
                    ? "after " + span(Duration.of(next.afterMicros(), ChronoUnit.MICROS)) + " in all: "
                    : "at once: ";
            List<String> what = new ArrayList<>();
            if (!next.tell().isEmpty()) {
                what.add("tells " + next.tell().stream().map(Role::name).collect(Collectors.joining(", ")));
            }
            next.acts()
                    .forEach(act -> what.add((opening.acts() ? "" : "would ")
                            + act.action().word() + " " + act.target().words()));
            return when + String.join("; ", what);
        }
    }
}
