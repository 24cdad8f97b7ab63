package org.portcullis.killtest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.Delivery;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EngineFront;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.flow.PollReply;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.flow.StateCheck;
import org.portcullis.engine.flow.Subscription;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.people.Person;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.JournalLimits;
import org.portcullis.model.json.JsonObject;

/**
 * The process that is killed: an engine over a journal on disk, under load from several threads.
 *
 * <p>Arguments: the journal's folder, the time at which it begins, a seed, and after how many rounds it ends by itself. It writes to the standard output what
 * the parent may rely on.
 */
final class EngineAtWork {
    private static final int WORKERS = 3;
    private static final int ROUND = 10;

    private final Acknowledged acknowledged = new Acknowledged();
    private final Path folder;
    private final Random random;
    private final SimulatedClock clock;
    private final String run;
    private final int rounds;

    private EngineAtWork(Path folder, Instant begin, long seed, int rounds) {
        this.folder = folder;
        this.random = new Random(seed);
        this.clock = new SimulatedClock(begin, new Random(seed + 1));
        this.run = Long.toString(seed, Character.MAX_RADIX);
        this.rounds = rounds;
    }

    /** Runs until it is killed, or for so many rounds. */
    public static void main(String[] arguments) throws Exception {
        new EngineAtWork(
                        Path.of(arguments[0]),
                        Instant.parse(arguments[1]),
                        Long.parseLong(arguments[2]),
                        Integer.parseInt(arguments[3]))
                .work();
    }

    static JournalLimits limits() {
        return new JournalLimits(JournalLimits.MIN_SEGMENT_BYTES, 64, 50, JournalLimits.DEFAULT.publishedWithin());
    }

    private void work() throws Exception {
        acknowledged.reached("began");
        boolean first = !Files.isDirectory(folder);
        try (FileJournal journal = FileJournal.open(folder, Desk.JOURNAL_KEY, clock.latest(), limits())) {
            JournalDirectory entries = JournalDirectory.at(folder);
            AtomicLong nonces = new AtomicLong();
            EnginePorts ports = new EnginePorts(
                    journal,
                    Desk.TOKEN_KEY,
                    new BothProviders(),
                    () -> "nonce-" + run + "-" + nonces.incrementAndGet());
            Desk people = new Desk();
            OrderEngine engine = OrderEngine.open(entries, people, ports, Desk.TERMS);
            EngineFront front = new EngineFront(engine, clock);
            acknowledged.reached("opened");
            checkStateOnce(front, engine, entries, ports);
            consume(front.subscribe("consumer", 8));
            if (first) {
                enrol(front, people);
            }
            activate(front);
            List<Thread> threads = new ArrayList<>();
            for (Worker worker : workers(front, entries.entries())) {
                threads.add(started(() -> {
                    for (int round = 0; round < rounds * ROUND; round++) {
                        worker.step();
                    }
                }));
            }
            threads.add(started(() -> {
                for (int round = 0; round < rounds * ROUND; round++) {
                    poll(front);
                }
            }));
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private void enrol(EngineFront front, Desk people) throws EngineFailure {
        for (Person person : people.people()) {
            acknowledged.entries(front.handle(enrols(person.id())).entries());
        }
    }

    /** The maker has the founding key, and confirms the others. */
    static Command enrols(String person) {
        JsonObject enrolment = Enrolment.sign(person, Desk.keyOf(person));
        return person.equals(Desk.MAKER)
                ? Command.EnrolKey.founding(enrolment, Desk.HEAD)
                : new Command.EnrolKey(
                        enrolment, Desk.MAKER, KeyConfirmation.sign(enrolment, Desk.MAKER, Desk.keyOf(Desk.MAKER)));
    }

    /** Where the clock is still behind what an earlier process wrote, the command is refused until it has caught up. */
    private void activate(EngineFront front) throws EngineFailure {
        Reply reply = front.reload(Desk::activates);
        acknowledged.entries(reply.entries());
        while (reply.outcome() instanceof Outcome.Refused) {
            reply = front.reload(Desk::activates);
            acknowledged.entries(reply.entries());
        }
    }

    private List<Worker> workers(EngineFront front, List<JournalEntry> left) {
        List<Worker> workers = new ArrayList<>();
        for (int index = 0; index < WORKERS; index++) {
            workers.add(
                    new Worker(front, clock, acknowledged, new Random(random.nextLong()), "B-" + run + "-" + index));
        }
        Map<String, JsonObject> envelopes = new TreeMap<>();
        left.stream()
                .filter(entry -> entry.type().equals("token.issued"))
                .forEach(entry -> envelopes.put(
                        entry.body().text("submission"), entry.body().object("envelope")));
        left.stream()
                .filter(entry -> entry.type().equals("submission.received"))
                .map(entry -> entry.body().text("submission"))
                .forEach(submission -> workers.get(random.nextInt(WORKERS))
                        .adopt(submission, Optional.ofNullable(envelopes.get(submission))));
        return workers;
    }

    private void poll(EngineFront front) throws EngineFailure {
        Instant before = clock.latest();
        int max = 3;
        PollReply reply = front.poll(max);
        acknowledged.entries(reply.entries());
        if (reply.next().filter(next -> !next.isAfter(before)).isEmpty()) {
            acknowledged.polled(before);
        }
    }

    /** At one happening that chance chooses, the state must be the fold of the journal; asked where nobody else calls the engine. */
    private void checkStateOnce(EngineFront front, OrderEngine engine, JournalDirectory entries, EnginePorts ports) {
        AtomicLong until = new AtomicLong(random.nextInt(20));
        front.listen("state", happening -> {
            if (until.getAndDecrement() == 0) {
                try {
                    if (StateCheck.isFoldOf(engine, entries, new Desk(), ports)) {
                        acknowledged.stateChecked();
                    } else {
                        acknowledged.fault("the state is not what the journal says after " + happening);
                    }
                } catch (EngineFailure unreadable) {
                    acknowledged.fault("the journal cannot be read: " + unreadable.getMessage());
                }
            }
        });
    }

    /** Sees that nothing is missing between what is delivered. */
    private void consume(Subscription subscription) {
        long[] expected = {subscription.fromIndex()};
        Thread consumer = started(() -> {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = subscription.take().match(new Delivery.Cases<>() {
                    @Override
                    public Boolean happened(Delivery.Happened delivery) {
                        require(delivery.happening().firstIndex());
                        expected[0] = delivery.happening().nextIndex();
                        return true;
                    }

                    @Override
                    public Boolean lagged(Delivery.Lagged delivery) {
                        require(delivery.fromIndex());
                        expected[0] = delivery.untilIndex();
                        return true;
                    }

                    @Override
                    public Boolean ended(Delivery.Ended delivery) {
                        return false;
                    }

                    private void require(long index) {
                        if (index != expected[0]) {
                            acknowledged.fault("entry " + index + " was delivered after " + expected[0]);
                        }
                    }
                });
            }
        });
        consumer.setName("consumer");
    }

    /** Something that may fail. */
    private interface Work {
        void run() throws Exception;
    }

    private Thread started(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception | Error failure) {
                acknowledged.fault(String.valueOf(failure));
                throw new IllegalStateException(failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
