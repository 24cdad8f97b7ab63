package org.portcullis.engine.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.portcullis.engine.alert.HandOver;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.control.Role;

/**
 * Lets several threads call one engine: one at a time, in the order in which they get the lock, each with the time read inside it.
 *
 * <p><b>Threads</b>: safe for use by many. While it is in use nobody else MUST call the engine. Callers wait while another's entries are made durable.
 *
 * <p><b>Time</b>: read from the time source once for each call. Where it is before the latest entry by no more than {@link FrontSettings#standStill()}, the
 * front's time stands still; further back, the engine refuses every command and records the refusal, and nothing fires, until the clock has caught up.
 *
 * <p><b>Durability</b>: when a call returns or a listener is told, the entries are as durable as the journal makes them.
 */
public final class EngineFront {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final ReentrantLock reloading = new ReentrantLock(true);
    private final OrderEngine engine;
    private final InstantSource time;
    private final FrontSettings settings;
    private final Audience audience;
    private boolean stopTold;

    /** Loads what {@link #reload} puts in force: reads, compiles, checks; it may take its time and throw what it likes. */
    @FunctionalInterface
    public interface Loading<X extends Exception> {
        /** Gives the command: {@link Command.Activate}, or {@link Command.ProposePack} where people have to sign. */
        Command load() throws X;
    }

    /** Puts a front with the default settings before the engine. */
    public EngineFront(OrderEngine engine, InstantSource time) {
        this(engine, time, FrontSettings.DEFAULT);
    }

    /** Puts a front before the engine; the time source MUST NOT go backwards, or commands are refused until it has caught up. */
    public EngineFront(OrderEngine engine, InstantSource time, FrontSettings settings) {
        this.engine = engine;
        this.time = time;
        this.settings = settings;
        this.audience = new Audience(settings);
    }

    /** Does what {@link OrderEngine#handle} does, now. */
    public Reply handle(Command command) throws EngineFailure {
        return handleAll(List.of(command)).get(0);
    }

    /** Does what {@link OrderEngine#handleAll} does, now: listeners hear of each command in its order, once all are durable. */
    public List<Reply> handleAll(List<Command> commands) throws EngineFailure {
        String name = commands.isEmpty() ? "nothing" : commands.get(0).words();
        lock.lock();
        try {
            long before = settings.stopwatch().getAsLong();
            Instant now = now();
            List<Reply> replies = engine.handleAll(commands, now);
            long each = (settings.stopwatch().getAsLong() - before) / Math.max(1, replies.size());
            for (int i = 0; i < replies.size(); i++) {
                String words = commands.get(i).words();
                replies.get(i).outcome().match(new Measuring(words, each, audience));
                tell(words, now, replies.get(i));
            }
            return replies;
        } catch (EngineFailure failure) {
            throw told(name, failure);
        } catch (RuntimeException fault) {
            throw told(name, fault);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Puts another pack in force without holding anybody up: it is loaded while others call the engine, and takes effect in one step between two of their
     * commands.
     *
     * <p>No command sees half a pack: each is judged under the one before or the one after, and what waits goes on under the terms that it began with. Where
     * loading throws, nothing has changed. Reloads follow each other in the order in which they are asked for, so that a slow one never undoes a later one.
     *
     * @throws X what the loading threw
     * @throws EngineFailure when it could not be recorded; the pack before stays in force
     */
    public <X extends Exception> Reply reload(Loading<X> loading) throws X, EngineFailure {
        reloading.lock();
        try {
            return handle(loading.load());
        } finally {
            reloading.unlock();
        }
    }

    /**
     * Does what {@link OrderEngine#poll} does, now. Nobody else calls it: when to poll is the caller's to decide, by {@link #next} and at least once a minute.
     *
     * @throws EngineFailure when one deadline could not be recorded; those before it have happened, and listeners were told
     */
    public PollReply poll(int max) throws EngineFailure {
        if (max < 1) {
            throw new IllegalArgumentException("a poll fires at least 1 deadline, not " + max);
        }
        lock.lock();
        try {
            Instant now = now();
            List<JournalEntry> entries = new ArrayList<>();
            List<Instruction> instructions = new ArrayList<>();
            PollReply reply = fireOne(now);
            entries.addAll(reply.entries());
            instructions.addAll(reply.instructions());
            for (int fired = 1; fired < max && !reply.entries().isEmpty(); fired++) {
                reply = fireOne(now);
                entries.addAll(reply.entries());
                instructions.addAll(reply.instructions());
            }
            return new PollReply(entries, instructions, reply.next());
        } catch (EngineFailure failure) {
            throw told(Happening.DEADLINE, failure);
        } catch (RuntimeException fault) {
            throw told(Happening.DEADLINE, fault);
        } finally {
            lock.unlock();
        }
    }

    /** When the next deadline fires; in the past where it is due already. Empty where nothing waits. */
    public Optional<Instant> next() {
        lock.lock();
        try {
            return engine.next().map(Deadline::fires);
        } finally {
            lock.unlock();
        }
    }

    /** Does what {@link OrderEngine#view} does. */
    public Optional<SubmissionView> view(String submission) {
        lock.lock();
        try {
            return engine.view(submission);
        } finally {
            lock.unlock();
        }
    }

    /** Does what {@link OrderEngine#petition} does. */
    public Optional<PetitionView> petition(String petition) {
        lock.lock();
        try {
            return engine.petition(petition);
        } finally {
            lock.unlock();
        }
    }

    /** Does what {@link OrderEngine#order} does. */
    public Optional<OrderView> order(String order) {
        lock.lock();
        try {
            return engine.order(order);
        } finally {
            lock.unlock();
        }
    }

    /** Does what {@link OrderEngine#orders} does. */
    public List<OrderView> orders(String submission) {
        lock.lock();
        try {
            return engine.orders(submission);
        } finally {
            lock.unlock();
        }
    }

    /** Does what {@link OrderEngine#standing} does. */
    public List<Instruction> standing() {
        lock.lock();
        try {
            return engine.standing();
        } finally {
            lock.unlock();
        }
    }

    /** Does what {@link OrderEngine#pulledSwitches} does. */
    public Set<String> pulledSwitches() {
        lock.lock();
        try {
            return engine.pulledSwitches();
        } finally {
            lock.unlock();
        }
    }

    /** Does what {@link OrderEngine#alerts} does. */
    public List<AlertView> alerts() {
        lock.lock();
        try {
            return engine.alerts();
        } finally {
            lock.unlock();
        }
    }

    /** Does what {@link OrderEngine#alert} does. */
    public Optional<AlertView> alert(String alert) {
        lock.lock();
        try {
            return engine.alert(alert);
        } finally {
            lock.unlock();
        }
    }

    /** Does what {@link OrderEngine#handOvers} does. */
    public List<HandOver> handOvers() {
        lock.lock();
        try {
            return engine.handOvers();
        } finally {
            lock.unlock();
        }
    }

    /** Does what {@link OrderEngine#responsible} does, now. */
    public List<String> responsible(Role role, String desk) {
        lock.lock();
        try {
            return engine.responsible(role, desk, now());
        } finally {
            lock.unlock();
        }
    }

    /** How much is open now. */
    public OpenWork open() {
        lock.lock();
        try {
            return engine.open();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the engine has stopped: its journal failed, and nothing goes until it is opened again. */
    public boolean isStopped() {
        lock.lock();
        try {
            return engine.isStopped();
        } finally {
            lock.unlock();
        }
    }

    /** Adds a listener, which is told of what happens from now on; failures of it are counted under the name. */
    public void listen(String name, EngineListener listener) {
        lock.lock();
        try {
            audience.add(name, listener);
        } finally {
            lock.unlock();
        }
    }

    /** Removes a listener; nothing where it is none. */
    public void forget(EngineListener listener) {
        lock.lock();
        try {
            audience.remove(listener);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins a subscription to what happens from now on.
     *
     * @param name what metrics know it by
     * @param capacity how many happenings wait for the consumer before it is sent to the journal; at least 1
     */
    public Subscription subscribe(String name, int capacity) {
        lock.lock();
        try {
            return audience.subscribe(name, capacity, engine.nextIndex());
        } finally {
            lock.unlock();
        }
    }

    private PollReply fireOne(Instant now) throws EngineFailure {
        Optional<Deadline> due = engine.next();
        PollReply reply = engine.poll(now, 1);
        if (due.isPresent() && !reply.entries().isEmpty()) {
            Deadline fired = due.get();
            audience.measure(metrics -> metrics.fired(fired.kind().word(), Duration.between(fired.fires(), now)));
            tell(Happening.DEADLINE, now, new Reply(new Outcome.Recorded(), reply.entries(), reply.instructions()));
        }
        return reply;
    }

    /** The time of a call: the source's, or the latest entry's where the source is only a little behind it. */
    private Instant now() {
        Instant read = time.instant();
        Instant latest = engine.latest();
        if (!read.isBefore(latest)) {
            return read;
        }
        Duration back = Duration.between(read, latest);
        audience.measure(metrics -> metrics.clockWentBack(back));
        return back.compareTo(settings.standStill()) <= 0 ? latest : read;
    }

    private void tell(String cause, Instant at, Reply reply) {
        if (!reply.entries().isEmpty()) {
            audience.tell(new Happening(cause, at, reply.outcome(), reply.entries(), reply.instructions()));
        }
    }

    private EngineFailure told(String cause, EngineFailure failure) {
        audience.measure(metrics -> metrics.failed(cause, failure.category()));
        tellOnceThatItStopped(failure);
        return failure;
    }

    /** A fault of the engine itself: it counts as stopped where the journal may know more than the state. */
    private RuntimeException told(String cause, RuntimeException fault) {
        if (engine.isStopped()) {
            audience.measure(metrics -> metrics.failed(cause, EngineFailure.Category.STOP));
            tellOnceThatItStopped(
                    new EngineFailure(EngineFailure.Category.STOP, "the engine has a fault: " + fault, fault));
        }
        return fault;
    }

    private void tellOnceThatItStopped(EngineFailure failure) {
        if (engine.isStopped() && !stopTold) {
            stopTold = true;
            audience.stopped(failure);
        }
    }
}
