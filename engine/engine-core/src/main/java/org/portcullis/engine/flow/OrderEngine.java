package org.portcullis.engine.flow;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.PackActivated;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.PolicyEntry;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.people.Directory;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Control;
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
    private long nextIndex;
    private boolean stopped;

    private OrderEngine(Directory directory, EnginePorts ports, EngineTerms terms, EngineState state, Stops stops) {
        this.directory = directory;
        this.ports = ports;
        this.terms = terms;
        this.state = state;
        this.stops = stops;
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
        return open(entries, directory, ports, terms, state -> Stops.NONE);
    }

    /** Does what {@link #open(EntrySource, Directory, EnginePorts, EngineTerms)} does, with what is stopped read from the state by other means. */
    static OrderEngine open(
            EntrySource entries,
            Directory directory,
            EnginePorts ports,
            EngineTerms terms,
            Function<EngineState, Stops> stops)
            throws EngineFailure {
        EngineState state = new EngineState();
        long[] read = {0};
        try {
            entries.forEach(entry -> {
                read[0] = entry.index() + 1;
                EntryBody.read(entry).ifPresent(body -> Fold.into(state, body, entry.at(), entry.packFingerprint()));
            });
        } catch (JournalFailure | JsonMismatch | IllegalArgumentException | DateTimeException unreadable) {
            throw new EngineFailure(
                    EngineFailure.Category.STOP, "the journal cannot be read: " + unreadable.getMessage(), unreadable);
        }
        OrderEngine engine = new OrderEngine(directory, ports, terms, state, stops.apply(state));
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
            Draft draft = new Draft(new PolicyEntry.TimeRefused(name(command), at), "", state.policy);
            return commit(
                    Transition.refused(
                            draft,
                            "time-went-back",
                            "the time " + at + " is before " + state.latest + ", at which something has happened"),
                    state.latest);
        }
        Context context = new Context(state, directory, ports, terms, stops, active, at);
        Reply reply = commit(command.match(new Handling(context)), at);
        command.match(new Installing());
        return reply;
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
        Context context = new Context(state, directory, ports, terms, stops, active, now);
        for (int fired = 0; fired < max && !now.isBefore(state.latest); fired++) {
            List<Deadline> due = state.due(now, 1);
            if (due.isEmpty()) {
                break;
            }
            Draft draft = new Firing(context).fire(due.get(0));
            entries.addAll(commit(new Transition(List.of(draft), Outcome.Recorded::new), now)
                    .entries());
        }
        return new PollReply(entries, state.deadlines.stream().findFirst().map(Deadline::fires));
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

    /** A command as the journal names it. */
    static String name(Command command) {
        return command.match(new Names());
    }

    private void requireRunning() throws EngineFailure {
        if (stopped) {
            throw new EngineFailure(
                    EngineFailure.Category.STOP,
                    "the engine has stopped because its journal failed; nothing is released");
        }
    }

    private Reply commit(Transition transition, Instant at) throws EngineFailure {
        List<JournalRecord> records = transition.drafts().stream()
                .map(draft -> draft.body().at(at, draft.correlation(), draft.policy()))
                .toList();
        List<JournalEntry> entries = append(records);
        // Whatever goes wrong from here on, the journal knows more than the state, and only opening again brings them
        // together.
        stopped = true;
        transition.drafts().forEach(draft -> Fold.into(state, draft.body(), at, draft.policy()));
        if (!entries.isEmpty()) {
            nextIndex = entries.get(entries.size() - 1).index() + 1;
        }
        Reply reply = new Reply(transition.outcome().get(), entries);
        stopped = false;
        return reply;
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

    /** Sends each command to what judges it. */
    private record Handling(Context context) implements Command.Cases<Transition> {

        @Override
        public Transition activate(Command.Activate command) {
            PolicyPack pack = command.assessor().pack();
            String policy = command.assessor().fingerprint().value();
            List<Draft> drafts = new ArrayList<>();
            drafts.add(new Draft(
                    PackActivated.of(pack, command.assessor().fingerprint(), command.title(), command.by()),
                    "",
                    policy));
            for (Control control : pack.controls()) {
                PackControl body = PackControl.of(command.assessor().fingerprint(), drafts.size(), control);
                drafts.add(new Draft(body, "", policy));
            }
            return new Transition(drafts, Outcome.Recorded::new);
        }

        @Override
        public Transition replacePeople(Command.ReplacePeople command) {
            return new Transition(
                    List.of(context.general(People.replacedBy(command.directory()))), Outcome.Recorded::new);
        }

        @Override
        public Transition enrolKey(Command.EnrolKey command) {
            return new Keeping(context).enrol(command);
        }

        @Override
        public Transition revokeKey(Command.RevokeKey command) {
            return new Keeping(context).revoke(command);
        }

        @Override
        public Transition submit(Command.Submit command) {
            return new Submitting(context).submit(command);
        }

        @Override
        public Transition acknowledge(Command.Acknowledge command) {
            return new Acknowledging(context).acknowledge(command);
        }

        @Override
        public Transition vote(Command.Vote command) {
            return new Voting(context).vote(command);
        }

        @Override
        public Transition withdraw(Command.Withdraw command) {
            return new Withdrawing(context).withdraw(command);
        }

        @Override
        public Transition presentToken(Command.PresentToken command) {
            return new Presenting(context).present(command);
        }

        @Override
        public Transition askReEnabling(Command.AskReEnabling command) {
            return new Petitioning(context).ask(command);
        }

        @Override
        public Transition askExceptionalRelease(Command.AskExceptionalRelease command) {
            return new Exceptional(context, command).ask();
        }
    }

    /** Takes over what a command brings that is no entry: the evaluator and the directory, once they are recorded. */
    private final class Installing implements Command.Cases<Boolean> {

        @Override
        public Boolean activate(Command.Activate command) {
            active = Optional.of(command);
            return true;
        }

        @Override
        public Boolean replacePeople(Command.ReplacePeople command) {
            directory = command.directory();
            return true;
        }

        @Override
        public Boolean enrolKey(Command.EnrolKey command) {
            return false;
        }

        @Override
        public Boolean revokeKey(Command.RevokeKey command) {
            return false;
        }

        @Override
        public Boolean submit(Command.Submit command) {
            return false;
        }

        @Override
        public Boolean acknowledge(Command.Acknowledge command) {
            return false;
        }

        @Override
        public Boolean vote(Command.Vote command) {
            return false;
        }

        @Override
        public Boolean withdraw(Command.Withdraw command) {
            return false;
        }

        @Override
        public Boolean presentToken(Command.PresentToken command) {
            return false;
        }

        @Override
        public Boolean askReEnabling(Command.AskReEnabling command) {
            return false;
        }

        @Override
        public Boolean askExceptionalRelease(Command.AskExceptionalRelease command) {
            return false;
        }
    }

    /** Names commands in the journal. */
    private static final class Names implements Command.Cases<String> {

        @Override
        public String activate(Command.Activate command) {
            return "activate";
        }

        @Override
        public String replacePeople(Command.ReplacePeople command) {
            return "replace people";
        }

        @Override
        public String enrolKey(Command.EnrolKey command) {
            return "enrol key";
        }

        @Override
        public String revokeKey(Command.RevokeKey command) {
            return "revoke key";
        }

        @Override
        public String submit(Command.Submit command) {
            return "submit";
        }

        @Override
        public String acknowledge(Command.Acknowledge command) {
            return "acknowledge";
        }

        @Override
        public String vote(Command.Vote command) {
            return "vote";
        }

        @Override
        public String withdraw(Command.Withdraw command) {
            return "withdraw";
        }

        @Override
        public String presentToken(Command.PresentToken command) {
            return "present token";
        }

        @Override
        public String askReEnabling(Command.AskReEnabling command) {
            return "ask re-enabling";
        }

        @Override
        public String askExceptionalRelease(Command.AskExceptionalRelease command) {
            return "ask exceptional release";
        }
    }
}
