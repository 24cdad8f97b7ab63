package org.portcullis.benchmark.alone;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.portcullis.benchmark.contest.PolicyText;
import org.portcullis.benchmark.contest.TradeOrders;
import org.portcullis.benchmark.decision.TradingDay;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EngineFront;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.Journal;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;

/** An engine with its front, as an order management system embeds it, in simulated time; safe for use by many threads. */
final class OrderRoom {
    /** The time at which the engine begins. */
    static final Instant BEGIN = TradeOrders.AT;

    private static final String OWNER = "p-owner";
    private static final long STEP_NANOS = 20_000;

    private final EngineFront front;
    private final AtomicLong time = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();
    private final List<TradingDay.Ticket> tickets;

    private OrderRoom(OrderEngine engine, List<TradingDay.Ticket> tickets) {
        InstantSource clock = () -> BEGIN.plusNanos(time.addAndGet(STEP_NANOS));
        this.front = new EngineFront(engine, clock);
        this.tickets = tickets;
    }

    /** Opens an engine without a past over a journal, and puts the pack in force; all orders are clean and of the first desk. */
    static OrderRoom open(Journal journal, EntrySource past, PolicyPack pack) throws EngineFailure {
        AtomicLong nonces = new AtomicLong();
        EnginePorts ports = new EnginePorts(
                journal,
                signer("example.org/benchmark/tokens"),
                new BothProviders(),
                () -> String.format(Locale.ROOT, "%032x", nonces.incrementAndGet()));
        OrderEngine engine = OrderEngine.open(past, new Staff(), ports, EngineTerms.DEFAULT);
        OrderRoom room = new OrderRoom(
                engine,
                TradeOrders.clean(TradeOrders.ROTATION, 1).stream()
                        .map(TradingDay::single)
                        .toList());
        room.activate(pack);
        return room;
    }

    /** A key that is no secret. */
    static Ed25519Signer signer(String name) {
        return Ed25519Signer.ofSeed(name, new byte[Ed25519Signer.SEED_BYTES]);
    }

    /** The policy under which the orders are released: twenty controls, a grant, and limits over time. */
    static PolicyPack policy() {
        return PolicyText.compile(PolicyText.windowed(20));
    }

    EngineFront front() {
        return front;
    }

    /** Loads a pack's network and puts it in force, while others go on. */
    void activate(PolicyPack pack) throws EngineFailure {
        Outcome outcome = front.reload(() -> new Command.Activate(
                        Assessor.over(DroolsEvaluator.factory(), pack), "benchmark.policy", OWNER, List.of()))
                .outcome();
        if (!(outcome instanceof Outcome.Recorded)) {
            throw new IllegalStateException("the policy is not in force: " + outcome);
        }
    }

    /** The next order as a command. */
    Command next() {
        long number = numbers.incrementAndGet();
        TradingDay.Ticket ticket = TradingDay.renamed(tickets.get((int) (number % tickets.size())), "O-" + number);
        return new Command.Submit(ticket.submission(), ticket.market(), Stage.ENTERED);
    }

    /** Submits the next order and requires that it is released. */
    void submit() throws EngineFailure {
        require(front.handle(next()).outcome());
    }

    static void require(Outcome outcome) {
        if (!(outcome instanceof Outcome.Released)) {
            throw new IllegalStateException("a clean order is not released: " + outcome);
        }
    }

    /** One trader, and whoever puts policies in force. */
    private static final class Staff implements Directory {
        private final List<Person> people =
                List.of(person(OWNER, "Owner", "Head of Risk"), person(TradingDay.TRADER, "Trader", "Trader"));

        @Override
        public Optional<Person> find(String personId) {
            return people.stream()
                    .filter(person -> person.id().equals(personId))
                    .findFirst();
        }

        @Override
        public List<Person> people() {
            return people;
        }

        private static Person person(String id, String name, String role) {
            return new Person(id, name, new TreeSet<>(List.of(new Role(role))), new TreeSet<>());
        }
    }
}
