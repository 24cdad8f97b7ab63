package org.portcullis.example.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.approval.RetypedAmount;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.flow.AlertView;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.Instruction;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.flow.SubmissionView;
import org.portcullis.engine.flow.Warning;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Exact;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** The whole life of a basket that is held: from the policy to the proof. Prints what happens; the same every time, but for keys and hashes. */
final class HeldBasketDay {
    private static final Instant MORNING = Instant.parse("2026-12-01T09:00:00Z");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String REASON = "agreed with the client";

    private final Path folder;
    private final PrintWriter out;
    private final SetClock clock = new SetClock(MORNING);
    private final Staff people = new Staff();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final DeskKeys keys;
    private OrderDesk desk;

    private HeldBasketDay(Path folder, PrintWriter out) throws IOException, JournalFailure, EngineFailure {
        this.folder = folder;
        this.out = out;
        this.keys = new DeskKeys(Files.createDirectories(folder.resolve("keys")));
        this.desk = open();
    }

    /**
     * Lives through the day.
     *
     * @param folder an empty folder, in which the keys and the journal are made
     */
    static void play(Path folder, PrintWriter out) throws IOException, JournalFailure, EngineFailure {
        HeldBasketDay day = new HeldBasketDay(folder, out);
        try {
            day.play();
        } finally {
            day.desk.close();
        }
        day.verify();
        out.flush();
    }

    private void play() throws IOException, JournalFailure, EngineFailure {
        title("The policy is loaded, the people have their keys");
        desk.reload("operations");
        enrolFounder(Staff.HEAD, Staff.RISK);
        enrol(Staff.RISK, Staff.HEAD);
        enrol(Staff.TRADER, Staff.HEAD);
        RiskView riskView = new RiskView(folder.resolve("journal"));
        riskView.follow(desk.front());
        Submission basket = BasketOfThree.basket();

        title("A basket of USD 105 million");
        at("09:01:00");
        String id = submit(basket);
        acknowledge(id);
        at("09:03:00");
        vote(id, Staff.TRADER);
        vote(id, Staff.HEAD);
        at("09:04:05");
        poll();
        say(riskView.catchUp());

        title("The process ends and is started again");
        restart();
        riskView.follow(desk.front());
        at("09:05:00");
        Reply last = vote(id, Staff.RISK);
        JsonObject token = last.outcome() instanceof Outcome.Released released ? released.envelope() : JsonObject.EMPTY;

        title("At the gateway");
        at("09:05:10");
        Gateway gateway = new Gateway(desk.front());
        say("the gateway lets through lines " + gateway.admit(token, basket).text());
        say("the same token again lets through "
                + Words.count(gateway.admit(token, basket).size(), "line"));

        title("In the market");
        at("09:06:00");
        work();
        attend();
        letGo();
        finish(id);

        title("What is left");
        desk.front().orders(id).forEach(order -> say(Words.of(order)));
        say(riskView.catchUp());
        meters();
    }

    private OrderDesk open() throws IOException, JournalFailure, EngineFailure {
        return OrderDesk.open(folder.resolve("journal"), keys, people, clock, registry);
    }

    /** The first key of a journal is seen by a second person who cannot sign for it yet. */
    private void enrolFounder(String person, String second) throws IOException, EngineFailure {
        Command enrol = Command.EnrolKey.founding(Enrolment.sign(person, keys.of(person)), second);
        tell(
                people.name(person) + "'s founding key is enrolled, seen by " + people.name(second),
                desk.front().handle(enrol));
    }

    private void enrol(String person, String second) throws IOException, EngineFailure {
        JsonObject enrolment = Enrolment.sign(person, keys.of(person));
        JsonObject confirmation = KeyConfirmation.sign(enrolment, second, keys.of(second));
        tell(
                people.name(person) + "'s key is enrolled, confirmed and signed by " + people.name(second),
                desk.front().handle(new Command.EnrolKey(enrolment, second, confirmation)));
    }

    // excerpt: submit
    private String submit(Submission basket) throws EngineFailure {
        Reply reply =
                desk.front().handle(new Command.Submit(basket, BasketOfThree.market(clock.instant()), Stage.RELEASED));
        tell(people.name(basket.requester()) + " submits basket " + basket.basketId(), reply);
        return reply.outcome() instanceof Outcome.Waiting waiting
                ? waiting.submission().id()
                : "";
    }
    // end of excerpt

    // excerpt: acknowledge
    /** The trader reads each warning, the largest first, types its amount again and says why it is right. */
    private void acknowledge(String id) throws EngineFailure {
        SubmissionView view = view(id);
        List<Warning> warnings = view.outstanding();
        at("09:01:30");
        acknowledge(view, warnings.get(warnings.size() - 1));
        for (Warning warning : warnings) {
            acknowledge(view, warning);
        }
    }

    private void acknowledge(SubmissionView view, Warning warning) throws EngineFailure {
        String amount = warning.retyped().map(RetypedAmount::words).orElse("");
        Command acknowledge = new Command.Acknowledge(
                view.id(),
                Staff.TRADER,
                new Command.Selection.One(warning.control(), warning.item().line()),
                REASON,
                amount,
                view.shown().orElseThrow().textDigest());
        tell(
                people.name(Staff.TRADER) + " acknowledges " + warning.item().symbol() + ", " + amount,
                desk.front().handle(acknowledge));
    }
    // end of excerpt

    // excerpt: vote
    /** An approver signs, with a key that nobody else has, what stands in the hold: the basket, the decision, the text shown, the policy. */
    private Reply vote(String id, String person) throws IOException, EngineFailure {
        Hold hold = view(id).hold().map(HoldProgress::hold).orElseThrow();
        return vote(hold, person);
    }

    private Reply vote(Hold hold, String person) throws IOException, EngineFailure {
        SortedMap<String, String> typed = new TreeMap<>();
        hold.retyped().forEach(amount -> typed.put(amount.measure(), amount.words()));
        Statement statement = hold.statement(Statement.Action.APPROVE, person, REASON, typed);
        Reply reply = desk.front().handle(new Command.Vote(statement.sign(keys.of(person))));
        tell(people.name(person) + " signs", reply);
        return reply;
    }
    // end of excerpt

    // excerpt: poll
    /** Called by a timer, at the latest when the front's next deadline is due. */
    private void poll() throws EngineFailure {
        desk.front().poll(100).entries().forEach(entry -> say("a deadline: " + entry.type()));
    }
    // end of excerpt

    // excerpt: restart
    /** Everything that waits is in the journal; what is not there has not happened. */
    private void restart() throws IOException, JournalFailure, EngineFailure {
        desk.close();
        desk = open();
        desk.reload("operations");
        say("open again: " + Words.count(desk.front().open().submissions(), "submission") + ", next deadline at "
                + desk.front().next().orElseThrow());
        desk.front().standing().forEach(instruction -> say("still to do: " + Words.of(instruction)));
    }
    // end of excerpt

    // excerpt: work
    /** What algos ask and venues report; what the engine instructs is carried out at once. */
    private void work() throws EngineFailure {
        for (String order : List.of("O-1", "O-2", "O-3")) {
            report("send " + order + " to VWAP", new WorkEvent.Sent(order, "VWAP-" + order));
        }
        report("child order of 10,000 ACME", child("M-1", "O-1", 10_000));
        report("it is filled at 100", fill("O-1", "E-1", "C-M-1", 10_000, 100));
        at("09:07:00");
        report("ACME trades at 94", price("ACME", 94));
        report("child order of 10,000 ACME", child("M-2", "O-1", 10_000));
        report("child order of 5,000 BETA", child("M-3", "O-2", 5_000));
    }
    // end of excerpt

    // excerpt: attend
    /** Whoever is told says that it came through and takes it on; silence would have gone on to others, and ended in a cancel. */
    private void attend() throws EngineFailure {
        at("09:08:00");
        for (AlertView alert : desk.front().alerts()) {
            desk.front().handle(new Command.ConfirmDelivery(alert.id(), Staff.RISK, "risk screen", alert.revision()));
            desk.front().handle(new Command.Seen(alert.id(), Staff.RISK, alert.revision()));
            Command takesOn = new Command.AcknowledgeAlert(alert.id(), Staff.RISK, "calling the client");
            tell(
                    people.name(Staff.RISK) + " takes on alert " + alert.id(),
                    desk.front().handle(takesOn));
        }
    }
    // end of excerpt

    // excerpt: resume
    /** Risk lets go of what the control stopped. */
    private void letGo() throws IOException, EngineFailure {
        at("09:09:00");
        report("ACME trades at 99", price("ACME", 99));
        Reply asked = desk.front().handle(new Command.AskReEnabling("X-000001", Staff.TRADER, "the price is back"));
        tell(people.name(Staff.TRADER) + " asks to go on", asked);
        if (asked.outcome() instanceof Outcome.Petitioned petitioned) {
            vote(petitioned.petition().hold().hold(), Staff.RISK);
        }
        report("child order of 10,000 ACME", child("M-4", "O-1", 10_000));
        report("it is filled at 99", fill("O-1", "E-2", "C-M-4", 10_000, 99));
    }
    // end of excerpt

    // excerpt: cancel
    /** A cancel is never refused. */
    private void finish(String id) throws EngineFailure {
        at("09:20:00");
        Command cancel = new Command.Cancel(Target.WHOLE_BASKET, id, Staff.TRADER, "the client has called");
        Reply reply = desk.front().handle(cancel);
        tell(people.name(Staff.TRADER) + " cancels the rest", reply);
        for (Instruction instruction : reply.instructions()) {
            for (String order : ordersOf(instruction)) {
                report(order + " is gone", new WorkEvent.Ended(order, WorkEvent.Ended.How.CANCELLED));
            }
        }
    }
    // end of excerpt

    private static List<String> ordersOf(Instruction instruction) {
        return instruction instanceof Instruction.Cancel cancel ? cancel.orders() : List.of();
    }

    private void report(String what, WorkEvent event) throws EngineFailure {
        tell(what, desk.front().handle(new Command.Report(event)));
    }

    private static WorkEvent child(String message, String order, long shares) {
        return new WorkEvent.Message(
                message, WorkEvent.Message.Kind.NEW, order, "C-" + message, OptionalLong.of(shares * Exact.ONE));
    }

    private static WorkEvent fill(String order, String execution, String child, long shares, long dollars) {
        return new WorkEvent.Executed(order, execution, Optional.of(child), shares * Exact.ONE, dollars * Exact.ONE);
    }

    private static WorkEvent price(String symbol, long dollars) {
        return new WorkEvent.Market(
                symbol, OptionalLong.of(dollars * Exact.ONE), OptionalLong.empty(), Optional.empty());
    }

    private void meters() {
        for (String command : List.of("submit", "acknowledge", "vote", "present token", "report")) {
            long times = registry.find("portcullis.commands").tags("command", command).timers().stream()
                    .mapToLong(timer -> timer.count())
                    .sum();
            say("the meters have " + Words.count(times, "command") + " `" + command + "`");
        }
    }

    // excerpt: verify
    /** Anybody who has the journal and its key can do this, with the verifier alone. */
    private void verify() throws IOException {
        title("The proof");
        Path journal = folder.resolve("journal");
        String key = JournalDirectory.at(journal).verifierKey().orElse("");
        Verdict verdict = Verifier.trusting(key).verify(journal);
        say("the verifier says " + verdict.outcome());
    }
    // end of excerpt

    private SubmissionView view(String id) {
        return desk.front().view(id).orElseThrow();
    }

    private void at(String time) {
        clock.set(time);
    }

    private void title(String title) {
        out.println();
        out.println(title);
    }

    private void tell(String what, Reply reply) {
        say(what + " → " + Words.of(reply.outcome()));
        reply.instructions().forEach(instruction -> say("  instructed: " + Words.of(instruction)));
    }

    private void say(String what) {
        out.println("  " + TIME.format(clock.time()) + "  " + what);
    }
}
