package org.portcullis.engine.flow;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.portcullis.engine.alert.HandOver;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.PolicyEntry;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.SigningFailure;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.work.WorkingOrder;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.JsonMismatch;

/**
 * Takes commands with their time, and says what comes of them.
 *
 * <p>Every command becomes entries; they are appended, and only then the state changes and the reply goes out. State is a fold over entries, so the same
 * commands at the same times give the same entries, byte for byte, and {@link #open} restores the state from the journal.
 *
 * <p><b>Time</b> comes with each command and MUST NOT go backwards: a command dated before the latest entry is refused and the refusal recorded. Deadlines
 * fire in {@link #poll} alone, but what comes after a deadline is refused even before the poll.
 *
 * <p><b>Threads</b>: mutable, and MUST be called by one thread at a time; {@link EngineFront} sees to that.
 *
 * <p><b>Durability</b>: when a call returns, its entries are as durable as the journal makes them. When it throws {@link EngineFailure}, nothing of it has
 * taken effect.
 */
public final class OrderEngine {
    private final EnginePorts ports;
    private final EngineTerms terms;
    private final EngineState state;
    private final Stops stops;
    private Directory directory;
    private Optional<Command.Activate> active = Optional.empty();
    private final Map<String, Command.Activate> proposed = new TreeMap<>();
    private long nextIndex;
    private boolean stopped;

    private OrderEngine(
            Directory directory,
            EnginePorts ports,
            EngineTerms terms,
            EngineState state,
            Optional<Function<EngineState, Stops>> stops) {
        this.directory = directory;
        this.ports = ports;
        this.terms = terms;
        this.state = state;
        this.stops = stops.map(other -> other.apply(state)).orElseGet(() -> new WorkStops(state, () -> active));
    }

    /**
     * Opens an engine on what a journal holds, which may be nothing; the ports' journal MUST be the one that goes on from there.
     *
     * <p>What was waiting waits on with the same deadlines. No policy is in force until {@link Command.Activate}; until then submissions are refused.
     *
     * @throws EngineFailure with category {@code STOP} when the journal cannot be read
     */
    public static OrderEngine open(EntrySource entries, Directory directory, EnginePorts ports, EngineTerms terms)
            throws EngineFailure {
        return open(entries, directory, ports, terms, Optional.empty());
    }

    /** Does what {@link #open(EntrySource, Directory, EnginePorts, EngineTerms)} does, with what is stopped read from the state by other means. */
    static OrderEngine open(
            EntrySource entries,
            Directory directory,
            EnginePorts ports,
            EngineTerms terms,
            Optional<Function<EngineState, Stops>> stops)
            throws EngineFailure {
        EngineState state = new EngineState();
        long[] read = {0};
        try {
            entries.forEach(entry -> {
                read[0] = entry.index() + 1;
                EntryBody.read(entry)
                        .ifPresent(body -> Fold.into(state, body, entry.body(), entry.at(), entry.packFingerprint()));
            });
        } catch (JournalFailure | JsonMismatch | IllegalArgumentException | DateTimeException unreadable) {
            throw new EngineFailure(
                    EngineFailure.Category.STOP, "the journal cannot be read: " + unreadable.getMessage(), unreadable);
        }
        OrderEngine engine = new OrderEngine(directory, ports, terms, state, stops);
        engine.nextIndex = read[0];
        return engine;
    }

    /**
     * Does what the command asks, or records why not.
     *
     * @param at when it happened, between the years 0000 and 9999
     * @throws EngineFailure when it could not be recorded; nothing has happened
     */
    public Reply handle(Command command, Instant at) throws EngineFailure {
        requireRunning();
        if (at.isBefore(state.latest)) {
            Draft draft = new Draft(new PolicyEntry.TimeRefused(command.words(), at), "", state.policy);
            return commit(
                    Transition.refused(
                            draft,
                            "time-went-back",
                            "the time " + at + " is before " + state.latest + ", at which something has happened"),
                    state.latest);
        }
        Reply reply = commit(judged(command, at), at);
        command.match(new Installing());
        return reply;
    }

    /**
     * Does what several commands ask, one after the other at one time, and makes their entries durable together: what {@link #handle} does, with one append
     * for all. For messages and reports, of which many come at once.
     *
     * @return a reply for each command; their entries follow each other
     * @throws EngineFailure with category {@code STOP} when they could not be recorded: none of them has happened, and the engine has stopped, since it had
     *     gone on from one to the next. It goes on when it is opened again.
     */
    public List<Reply> handleAll(List<Command> commands, Instant at) throws EngineFailure {
        requireRunning();
        if (commands.size() < 2 || at.isBefore(state.latest)) {
            List<Reply> replies = new ArrayList<>();
            for (Command command : commands) {
                replies.add(handle(command, at));
            }
            return replies;
        }
        stopped = true;
        List<JournalRecord> records = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Transition.Taken> taken = new ArrayList<>();
        for (Command command : commands) {
            Transition transition = judged(command, at);
            records.addAll(transition.records(at));
            ends.add(records.size());
            taken.add(transition.take(state, at));
            command.match(new Installing());
        }
        List<JournalEntry> entries = appendOrStop(records);
        know(entries);
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            List<JournalEntry> own = entries.subList(i == 0 ? 0 : ends.get(i - 1), ends.get(i));
            replies.add(taken.get(i).reply(own));
        }
        return replies;
    }

    /**
     * Fires deadlines that have passed, the earliest first, each as durable as a command: escalations, and ends of what waited too long.
     *
     * <p>A {@code now} before the latest entry fires nothing.
     *
     * @param max the most deadlines to fire, at least 1; poll again where the reply's next is not after {@code now}
     * @throws EngineFailure when one could not be recorded; those before it have happened
     */
    public PollReply poll(Instant now, int max) throws EngineFailure {
        requireRunning();
        if (max < 1) {
            throw new IllegalArgumentException("a poll fires at least 1 deadline, not " + max);
        }
        List<JournalEntry> entries = new ArrayList<>();
        List<Instruction> instructions = new ArrayList<>();
        Context context = context(now);
        for (int fired = 0; fired < max && !now.isBefore(state.latest); fired++) {
            List<Deadline> due = state.due(now, 1);
            if (due.isEmpty()) {
                break;
            }
            Reply reply = commit(new Transition(new Firing(context).fire(due.get(0)), Outcome.Recorded::new), now);
            entries.addAll(reply.entries());
            instructions.addAll(reply.instructions());
        }
        return new PollReply(
                entries, instructions, state.deadlines.stream().findFirst().map(Deadline::fires));
    }

    /** A submission as it is now; empty where the id is not known or no decision was recorded. */
    public Optional<SubmissionView> view(String submission) {
        return state.submission(submission)
                .filter(found -> found.decided.isPresent())
                .map(SubmissionState::view);
    }

    /** A petition as it is now; empty where the id is not known. */
    public Optional<PetitionView> petition(String petition) {
        return state.petitions
                .find(petition)
                .filter(found -> found.hold().isPresent())
                .map(PetitionState::view);
    }

    /** An order as it is now: the latest with this id. */
    public Optional<OrderView> order(String order) {
        return state.work.find(order).map(found -> OrderView.of(found, state.work));
    }

    /** The orders of a submission that none with the same id have taken over, in the order of their lines; the basket is complete when all of them are over. */
    public List<OrderView> orders(String submission) {
        return state.work.of(submission).stream()
                .map(order -> OrderView.of(order, state.work))
                .toList();
    }

    /** What was instructed and still stands: every suspension, the cancellation of every order whose end was not reported, and everything that people were to be told and
     * nobody has confirmed to have been delivered. For callers after a restart. */
    public List<Instruction> standing() {
        List<Instruction> standing = new ArrayList<>();
        state.work
                .stops()
                .values()
                .forEach(stop -> standing.add(new Instruction.Suspend(
                        stop,
                        state.work.out(stop.target(), stop.key()).stream()
                                .map(WorkingOrder::id)
                                .toList())));
        List<String> cancelled = state.work.out().stream()
                .filter(WorkingOrder::isCancelAsked)
                .map(WorkingOrder::id)
                .toList();
        if (!cancelled.isEmpty()) {
            standing.add(new Instruction.Cancel("", "asked for before", cancelled));
        }
        standing.addAll(new Tells(state.alerts).standing());
        return standing;
    }

    /** Every alert since the journal began, in the order in which they were raised. */
    public List<AlertView> alerts() {
        return state.alerts.all().stream().map(AlertView::of).toList();
    }

    /** An alert as it is now; empty where the id is not known. */
    public Optional<AlertView> alert(String id) {
        return state.alerts.find(id).map(AlertView::of);
    }

    /** The duties that wait to be taken over. */
    public List<HandOver> handOvers() {
        return state.alerts.offers();
    }

    /** The ids of the people who answer at an instant for what tells a role, for alerts about a desk or, where that is empty, about none; none where nobody does. */
    public List<String> responsible(Role role, String desk, Instant at) {
        return new Responsible(context(at)).people(role, desk);
    }

    /** The ids of the kill switches that are pulled. */
    public Set<String> pulledSwitches() {
        return state.pulled();
    }

    /** Whether the engine has stopped: the journal failed, and nothing goes until it is opened again. */
    public boolean isStopped() {
        return stopped;
    }

    EngineState state() {
        return state;
    }

    /** The place in the journal after the latest entry that the engine knows of. */
    long nextIndex() {
        return nextIndex;
    }

    /** The time of the latest entry. */
    Instant latest() {
        return state.latest;
    }

    /** The first deadline. */
    Optional<Deadline> next() {
        return state.deadlines.stream().findFirst();
    }

    OpenWork open() {
        return OpenWork.of(state);
    }

    private void requireRunning() throws EngineFailure {
        if (stopped) {
            throw new EngineFailure(
                    EngineFailure.Category.STOP,
                    "the engine has stopped because its journal failed; nothing is released");
        }
    }

    private Context context(Instant at) {
        return new Context(state, directory, ports, terms, stops, active, proposed, at);
    }

    /** Finds what a command comes to; whatever it comes to is signed here, before anything is recorded. */
    private Transition judged(Command command, Instant at) throws EngineFailure {
        try {
            return command.match(new Handling(context(at)));
        } catch (SigningFailure unsigned) {
            throw new EngineFailure(
                    stopped ? EngineFailure.Category.STOP : EngineFailure.Category.FIX_AND_RETRY,
                    "nothing has happened, because it could not be signed: " + unsigned.getMessage(),
                    unsigned);
        }
    }

    private Reply commit(Transition transition, Instant at) throws EngineFailure {
        List<JournalEntry> entries = append(transition.records(at));
        // Whatever goes wrong from here on, the journal knows more than the state, and only opening again brings them
        // together.
        stopped = true;
        Reply reply = transition.take(state, at).reply(entries);
        know(entries);
        stopped = false;
        return reply;
    }

    private void know(List<JournalEntry> entries) {
        if (!entries.isEmpty()) {
            nextIndex = entries.get(entries.size() - 1).index() + 1;
        }
    }

    /** Appends what the state has taken over already, so that any failure stops the engine. */
    private List<JournalEntry> appendOrStop(List<JournalRecord> records) throws EngineFailure {
        try {
            return append(records);
        } catch (EngineFailure failure) {
            stopped = true;
            throw new EngineFailure(EngineFailure.Category.STOP, String.valueOf(failure.getMessage()), failure);
        }
    }

    /** Whatever an append throws, the engine counts as stopped, except where the journal says that it wrote nothing and goes on. */
    private List<JournalEntry> append(List<JournalRecord> records) throws EngineFailure {
        stopped = true;
        try {
            List<JournalEntry> entries = ports.journal().append(records);
            stopped = false;
            return entries;
        } catch (JournalFailure failure) {
            stopped = failure.kind() != JournalFailure.Kind.REFUSED;
            throw new EngineFailure(
                    stopped ? EngineFailure.Category.STOP : EngineFailure.Category.FIX_AND_RETRY,
                    "nothing has happened, because it could not be recorded: " + failure.getMessage(),
                    failure);
        }
    }

    /** Takes over what a command brings that is no entry: the evaluator and the directory, once they are recorded. */
    private final class Installing extends UsualCommand<Boolean> {

        Installing() {
            super(false);
        }

        @Override
        public Boolean activate(Command.Activate command) {
            return use(command);
        }

        /** What is refused is not used; what is asked for already is at hand again, for example after a restart. */
        @Override
        public Boolean proposePack(Command.ProposePack command) {
            proposed.put(command.pack().assessor().fingerprint().value(), command.pack());
            return use(command.pack());
        }

        /** A vote may have put a pack in force. */
        @Override
        public Boolean vote(Command.Vote command) {
            Command.Activate signed = proposed.get(state.policy);
            return signed != null && use(signed);
        }

        private boolean use(Command.Activate command) {
            String fingerprint = command.assessor().fingerprint().value();
            if (!state.policy.equals(fingerprint)) {
                return false;
            }
            proposed.remove(fingerprint);
            active = Optional.of(command);
            state.past.use(command.assessor().pack());
            return true;
        }

        @Override
        public Boolean replacePeople(Command.ReplacePeople command) {
            directory = command.directory();
            return true;
        }
    }
}
