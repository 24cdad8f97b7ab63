package org.portcullis.killtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EngineFront;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.flow.SubmissionView;
import org.portcullis.engine.flow.Warning;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.JsonObject;

/** Does what people, gateways and algos do, in an order that chance gives: submits, acknowledges, votes, withdraws, presents tokens once and again. */
final class Worker {
    private final EngineFront front;
    private final SimulatedClock clock;
    private final Acknowledged acknowledged;
    private final Random random;
    private final String name;
    private final List<String> open = new ArrayList<>();
    private final Map<String, JsonObject> envelopes = new TreeMap<>();
    private final Floor floor;
    private int baskets;

    Worker(EngineFront front, SimulatedClock clock, Acknowledged acknowledged, Random random, String name) {
        this.front = front;
        this.clock = clock;
        this.acknowledged = acknowledged;
        this.random = random;
        this.name = name;
        this.floor = new Floor(front, acknowledged, random, name);
    }

    /** Goes on with a submission that an earlier process left. */
    void adopt(String submission, Optional<JsonObject> envelope) {
        open.add(submission);
        envelope.ifPresent(token -> envelopes.put(submission, token));
    }

    /** Does one thing. */
    void step() throws EngineFailure {
        int what = random.nextInt(100);
        if (open.size() < 2 || what < 10) {
            submit(name + "-" + baskets++);
        } else if (what < 12) {
            acknowledge(front.handle(new Command.ReplacePeople(new Desk())));
        } else if (what < 13) {
            acknowledge(front.reload(Desk::activates));
        } else if (what < 17) {
            floor.prices();
        } else if (what < 19) {
            floor.attend();
        } else if (random.nextInt(150) == 0) {
            floor.pull();
        } else if (!front.pulledSwitches().isEmpty() && what < 40) {
            floor.letGo(Desk.KILL.text());
        } else {
            // Mostly with one of the latest, so that some come to their end before the process does.
            int back = random.nextInt(3) == 0 ? open.size() : Math.min(open.size(), 3);
            goOn(open.get(open.size() - 1 - random.nextInt(back)));
        }
    }

    private void submit(String basket) throws EngineFailure {
        Command submit = new Command.Submit(
                Desk.basket(basket, amount(), amount()), Desk.market(clock.latest()), Stage.RELEASED);
        Reply reply = front.handle(submit);
        acknowledge(reply);
        reply.entries().stream()
                .filter(entry -> entry.type().equals("submission.received"))
                .forEach(entry -> open.add(entry.body().text("submission")));
    }

    /** A third warns alone, a third is held. */
    private long amount() {
        return 40_000L + random.nextInt(60_000);
    }

    private void goOn(String submission) throws EngineFailure {
        Optional<SubmissionView> view = front.view(submission);
        if (view.isEmpty()) {
            open.remove(submission);
            return;
        }
        switch (view.get().phase()) {
            case WAITING -> bringForward(view.get());
            case RELEASED -> present(view.get());
            case GONE -> {
                if (random.nextInt(12) == 0) {
                    present(view.get());
                } else if (!floor.work(submission)) {
                    open.remove(submission);
                }
            }
            default -> open.remove(submission);
        }
    }

    private void bringForward(SubmissionView view) throws EngineFailure {
        int what = random.nextInt(100);
        // What a process that died has left half written never goes on; its submitter takes it back.
        boolean cutOff = view.shown().isEmpty() && !view.outstanding().isEmpty();
        if (cutOff || what < 3) {
            acknowledge(front.handle(new Command.Withdraw(view.id(), Desk.MAKER)));
        } else if (what < 6) {
            submit(view.basket());
        } else if (!view.outstanding().isEmpty() && what < 60) {
            Warning first = view.outstanding().get(0);
            acknowledge(front.handle(new Command.Acknowledge(
                    view.id(),
                    Desk.MAKER,
                    new Command.Selection.One(first.control(), first.item().line()),
                    "seen and intended",
                    "",
                    view.shown().orElseThrow().textDigest())));
        } else if (view.hold().isPresent()) {
            vote(view.hold().get());
        }
    }

    private void vote(HoldProgress progress) throws EngineFailure {
        Hold hold = progress.hold();
        List<String> people = List.of(Desk.HEAD, Desk.RISK, Desk.HEAD, Desk.SECOND_RISK, Desk.MAKER);
        String person = people.get(random.nextInt(people.size()));
        Statement.Action action = random.nextInt(20) == 0 ? Statement.Action.REJECT : Statement.Action.APPROVE;
        Statement statement = hold.statement(action, person, "seen and matched", new TreeMap<>());
        acknowledge(front.handle(new Command.Vote(statement.sign(Desk.keyOf(person)))));
    }

    private void present(SubmissionView view) throws EngineFailure {
        JsonObject envelope = envelopes.getOrDefault(view.id(), JsonObject.EMPTY);
        Reply reply = front.handle(new Command.PresentToken(envelope, view.submissionDigest()));
        acknowledge(reply);
    }

    private void acknowledge(Reply reply) {
        acknowledged.entries(reply.entries());
        reply.entries().stream()
                .filter(entry -> entry.type().equals("token.issued"))
                .forEach(entry -> envelopes.put(
                        entry.body().text("submission"), entry.body().object("envelope")));
    }
}
