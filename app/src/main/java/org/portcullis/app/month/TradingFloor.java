package org.portcullis.app.month;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.app.scenario.UsualOutcome;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.RetypedAmount;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.flow.AlertView;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EngineFront;
import org.portcullis.engine.flow.Instruction;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.flow.PetitionView;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.flow.SubmissionView;
import org.portcullis.engine.flow.Warning;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.JsonObject;
import org.portcullis.vault.Concealing;
import org.portcullis.vault.VaultFailure;

/**
 * The people and programs around the engine in simulated time: what they mean to do stands in an agenda, deadlines of the engine fire when they are due, and
 * what the engine instructs is done. Mutable; owned by one thread.
 */
final class TradingFloor {
    private static final int DEADLINES = 1_000;
    private static final int NEVER_ANSWERED = 40;

    private final Concealing concealing;
    private final MonthFirm firm;
    private final Random random;
    private final EngineFront front;
    private final TreeMap<Instant, ArrayDeque<Act>> agenda = new TreeMap<>();
    private final Set<String> answered = new HashSet<>();
    private final List<Quiet> quiet = new ArrayList<>();
    private final TreeMap<String, List<String>> stops = new TreeMap<>();
    private final TreeMap<String, Act> afterwards = new TreeMap<>();
    private Instant now;
    private int decisions;

    /** Something that somebody does at its time. */
    @FunctionalInterface
    interface Act {
        void play() throws EngineFailure;
    }

    /** A time in which nobody answers alerts. */
    private record Quiet(Instant from, Instant until) {}

    /** What became of a submission. */
    record Placed(String id, Submission submission, Outcome outcome) {}

    TradingFloor(OrderEngine engine, Concealing concealing, MonthFirm firm, Random random, Instant begin) {
        this.concealing = concealing;
        this.firm = firm;
        this.random = random;
        this.now = begin;
        InstantSource clock = () -> now;
        this.front = new EngineFront(engine, clock);
    }

    EngineFront front() {
        return front;
    }

    Instant now() {
        return now;
    }

    /** How many decisions were made. */
    int decisions() {
        return decisions;
    }

    /** Means to do something. */
    void at(Instant when, Act act) {
        agenda.computeIfAbsent(when, none -> new ArrayDeque<>()).add(act);
    }

    /** Means to do something in some seconds. */
    void in(long seconds, Act act) {
        at(now.plusSeconds(seconds), act);
    }

    /** Nobody answers alerts in this time. */
    void quiet(Instant from, Duration span) {
        quiet.add(new Quiet(from, from.plus(span)));
    }

    /** Does what stands in the agenda and fires deadlines, in the order of time, up to an instant. */
    void runUntil(Instant end) throws EngineFailure {
        for (; ; ) {
            Optional<Instant> act = Optional.ofNullable(agenda.firstEntry()).map(Map.Entry::getKey);
            Optional<Instant> deadline = front.next();
            boolean fires = deadline.isPresent()
                    && act.map(when -> !when.isBefore(deadline.get())).orElse(true);
            Instant next = fires ? deadline.get() : act.orElse(end.plusNanos(1));
            if (next.isAfter(end)) {
                now = end.isAfter(now) ? end : now;
                return;
            }
            now = next.isAfter(now) ? next : now;
            if (fires) {
                obey(front.poll(DEADLINES).instructions());
            } else {
                ArrayDeque<Act> due = agenda.firstEntry().getValue();
                due.remove().play();
                if (due.isEmpty()) {
                    agenda.pollFirstEntry();
                }
            }
        }
    }

    /** Has the engine do something now, with people and words concealed. */
    Reply handle(Command command) throws EngineFailure {
        try {
            Reply reply = concealing.handle(command, front::handleAll);
            obey(reply.instructions());
            return reply;
        } catch (VaultFailure failure) {
            throw new IllegalStateException("the vault of the month cannot be written", failure);
        }
    }

    /** Has the engine do several things now that name nobody by an id of the firm, with one append for all. */
    List<Reply> handleAll(List<Command> concealed) throws EngineFailure {
        List<Reply> replies = concealed.isEmpty() ? List.of() : front.handleAll(concealed);
        for (Reply reply : replies) {
            obey(reply.instructions());
        }
        return replies;
    }

    /** The pseudonym of a person. */
    String person(String id) {
        try {
            return concealing.person(id);
        } catch (VaultFailure failure) {
            throw new IllegalStateException("the vault of the month cannot be read", failure);
        }
    }

    /** A submission as the engine knows it. */
    Submission concealed(Submission submission) {
        try {
            return concealing.submission(submission);
        } catch (VaultFailure failure) {
            throw new IllegalStateException("the vault of the month cannot be read", failure);
        }
    }

    /** Submits a basket. */
    Placed submit(Submission submission, MarketSnapshot market) throws EngineFailure {
        Submission known = concealed(submission);
        return submit(List.of(new Command.Submit(known, market, Stage.RELEASED)))
                .get(0);
    }

    /** Submits baskets of which the people are concealed. */
    List<Placed> submit(List<Command.Submit> submits) throws EngineFailure {
        List<Reply> replies = handleAll(List.copyOf(submits));
        List<Placed> placed = new ArrayList<>();
        for (int index = 0; index < replies.size(); index++) {
            Outcome outcome = replies.get(index).outcome();
            String id = outcome.match(new IdOf());
            decisions += id.isEmpty() ? 0 : 1;
            placed.add(new Placed(id, submits.get(index).submission(), outcome));
        }
        return placed;
    }

    /** The command that shows the gateway a token; empty where none was issued. */
    static Optional<Command> presented(Submission submission, Outcome outcome) {
        return outcome.match(new TokenOf())
                .map(token -> new Command.PresentToken(token, SubmissionJson.digest(submission)));
    }

    /** Lets a person acknowledge, largest first, what waits on a submission, within so many seconds from now. */
    void acknowledgeAll(Placed placed, String person, String reason, long after, long each) {
        in(after, () -> {
            Optional<SubmissionView> view = front.view(placed.id());
            List<Warning> waiting = view.map(SubmissionView::outstanding).orElse(List.of());
            if (!waiting.isEmpty()) {
                Reply reply = acknowledge(placed, person, reason, typed(waiting.get(0)));
                present(placed, reply);
                if (waiting.size() > 1 && !isRefused(reply)) {
                    acknowledgeAll(placed, person, reason, each, each);
                }
            }
        });
    }

    /** Lets a person acknowledge the largest warning that waits. */
    Reply acknowledge(Placed placed, String person, String reason, String typed) throws EngineFailure {
        SubmissionView view = front.view(placed.id()).orElseThrow();
        Warning warning = view.outstanding().get(0);
        return handle(new Command.Acknowledge(
                placed.id(),
                person,
                new Command.Selection.One(warning.control(), warning.item().line()),
                reason,
                typed,
                view.shown().orElseThrow().textDigest()));
    }

    private static String typed(Warning warning) {
        return warning.retyped().map(RetypedAmount::words).orElse("");
    }

    /** Lets a person vote on a submission. */
    Reply vote(Placed placed, String person, Statement.Action action, String reason) throws EngineFailure {
        Reply reply = vote(hold(placed), person, firm.keyOf(person), action, reason);
        present(placed, reply);
        return reply;
    }

    /** Lets a person vote on a submission with some key. */
    Reply voteWith(Placed placed, String person, Signer key, String reason) throws EngineFailure {
        return vote(hold(placed), person, key, Statement.Action.APPROVE, reason);
    }

    /** Lets a person vote on what was asked for. */
    Reply vote(String petition, String person, Statement.Action action, String reason) throws EngineFailure {
        HoldProgress hold = front.petition(petition).map(PetitionView::hold).orElseThrow();
        return vote(hold.hold(), person, firm.keyOf(person), action, reason);
    }

    private Hold hold(Placed placed) {
        return front.view(placed.id())
                .flatMap(SubmissionView::hold)
                .map(HoldProgress::hold)
                .orElseThrow(() -> new IllegalStateException(placed.submission().basketId() + " is not held"));
    }

    private Reply vote(Hold hold, String person, Signer key, Statement.Action action, String reason)
            throws EngineFailure {
        String pseudonym = person(person);
        TreeMap<String, String> typed = new TreeMap<>();
        hold.retyped().forEach(amount -> typed.put(amount.measure(), amount.words()));
        Statement statement = hold.statement(action, pseudonym, words(pseudonym, reason), typed);
        return handle(new Command.Vote(statement.sign(key)));
    }

    private String words(String author, String text) {
        try {
            return concealing.words(author, text);
        } catch (VaultFailure failure) {
            throw new IllegalStateException("the vault of the month cannot be written", failure);
        }
    }

    /** Lets a person say how large a held basket should be, as whoever signs for it is asked first. */
    void estimate(Placed placed, String person, String amount) throws EngineFailure {
        handle(new Command.Estimate(hold(placed).id(), person, amount));
    }

    /** Shows the gateway the token of a release in two seconds. */
    void present(Placed placed, Reply reply) {
        present(placed.submission(), reply.outcome());
    }

    /** Shows the gateway the token of a release in two seconds, and goes on with what is done with the basket then. */
    void present(Submission submission, Outcome outcome) {
        presented(submission, outcome)
                .ifPresent(command -> in(2, () -> {
                    handle(command);
                    Act next = afterwards.remove(submission.basketId());
                    if (next != null) {
                        in(2, next);
                    }
                }));
    }

    /** Says what is done with a basket once it is through the gateway. */
    void afterwards(String basket, Act act) {
        afterwards.put(basket, act);
    }

    /** The id of what a reply asks people to sign for. */
    static String petition(Reply reply) {
        return reply.outcome().match(new PetitionOf());
    }

    /** Somebody asks people to let go of what a control stopped, or of a kill switch, and they sign, a minute after each other. */
    void letGo(String stopped, String person, String reason, List<String> signers) throws EngineFailure {
        String petition = petition(handle(new Command.AskReEnabling(stopped, person, reason)));
        long seconds = 60;
        for (String signer : signers) {
            in(seconds, () -> vote(petition, signer, Statement.Action.APPROVE, "seen with the desk; it may go on"));
            seconds += 60;
        }
    }

    /** The ids of the stops that hold an order until people let it go on, the latest last. */
    List<String> stopsOf(String order) {
        return stops.entrySet().stream()
                .filter(each -> each.getValue().contains(order))
                .map(Map.Entry::getKey)
                .toList();
    }

    static boolean isRefused(Reply reply) {
        return reply.outcome().match(new UsualOutcome<>(false) {
            @Override
            public Boolean refused(Outcome.Refused outcome) {
                return true;
            }
        });
    }

    private void obey(List<Instruction> instructions) {
        instructions.forEach(instruction -> instruction.match(new Obeying()));
    }

    private boolean isQuiet() {
        return quiet.stream().anyMatch(each -> !now.isBefore(each.from()) && now.isBefore(each.until()));
    }

    /** Does what the engine instructs. */
    private final class Obeying implements Instruction.Cases<Boolean> {

        @Override
        public Boolean suspend(Instruction.Suspend instruction) {
            if (instruction.stop().latched()) {
                stops.put(instruction.stop().id(), instruction.orders());
            }
            return instruction.stop().latched();
        }

        @Override
        public Boolean resume(Instruction.Resume instruction) {
            return stops.remove(instruction.stop()) != null;
        }

        /** Venues confirm within seconds. */
        @Override
        public Boolean cancel(Instruction.Cancel instruction) {
            int number = 0;
            for (String order : instruction.orders()) {
                in(1 + number++ % 3, () -> {
                    if (front.order(order)
                            .filter(known -> known.phase().isOut())
                            .isPresent()) {
                        handle(new Command.Report(new WorkEvent.Ended(order, WorkEvent.Ended.How.CANCELLED)));
                    }
                });
            }
            return true;
        }

        /** The screens of those who answer for the role show it; the first of them looks, and takes it on. */
        @Override
        public Boolean tell(Instruction.Tell instruction) {
            if (instruction.revision() == 0 || instruction.people().isEmpty()) {
                return false;
            }
            boolean isLost = random.nextInt(NEVER_ANSWERED) == 0;
            for (String person : instruction.people()) {
                if (!isLost) {
                    in(
                            2,
                            () -> handle(new Command.ConfirmDelivery(
                                    instruction.alert(), person, "screen", instruction.revision())));
                }
            }
            String first = instruction.people().get(0);
            if (!isLost && !isQuiet()) {
                in(8 + random.nextInt(40), () -> see(instruction, first));
            }
            return true;
        }

        private void see(Instruction.Tell instruction, String person) throws EngineFailure {
            handle(new Command.Seen(instruction.alert(), person, instruction.revision()));
            boolean isOpen = front.alert(instruction.alert())
                    .flatMap(AlertView::acknowledged)
                    .isEmpty();
            if (isOpen && answered.add(instruction.alert())) {
                in(
                        20 + random.nextInt(80),
                        () -> handle(new Command.AcknowledgeAlert(
                                instruction.alert(),
                                person,
                                "looked at it with the trader and noted it in the desk's log")));
            }
        }
    }

    /** The id of a submission; empty where it was refused. */
    private static final class IdOf extends UsualOutcome<String> {
        IdOf() {
            super("");
        }

        @Override
        public String blocked(Outcome.Blocked outcome) {
            return outcome.submission().id();
        }

        @Override
        public String waiting(Outcome.Waiting outcome) {
            return outcome.submission().id();
        }

        @Override
        public String released(Outcome.Released outcome) {
            return outcome.submission().id();
        }
    }

    /** The token of a release. */
    private static final class TokenOf extends UsualOutcome<Optional<JsonObject>> {
        TokenOf() {
            super(Optional.empty());
        }

        @Override
        public Optional<JsonObject> released(Outcome.Released outcome) {
            return Optional.of(outcome.envelope());
        }
    }

    /** The id of a petition. */
    private static final class PetitionOf extends UsualOutcome<String> {
        PetitionOf() {
            super("");
        }

        @Override
        public String petitioned(Outcome.Petitioned outcome) {
            return outcome.petition().id();
        }

        @Override
        public String refused(Outcome.Refused outcome) {
            throw new IllegalStateException("nothing is asked for: " + outcome.sentence());
        }
    }
}
