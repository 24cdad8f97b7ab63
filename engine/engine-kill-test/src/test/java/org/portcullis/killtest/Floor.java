package org.portcullis.killtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.flow.AlertView;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EngineFront;
import org.portcullis.engine.flow.Instruction;
import org.portcullis.engine.flow.OrderView;
import org.portcullis.engine.flow.PetitionView;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.work.OrderPhase;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.Target;
import org.portcullis.model.value.Exact;

/** Does what algos, venues and the desk do with orders that were let through: sends, slices, fills, moves prices, cancels, pulls the switch and lets go. */
final class Floor {
    private final EngineFront front;
    private final Acknowledged acknowledged;
    private final Random random;
    private final String name;
    private final List<String> petitions = new ArrayList<>();
    private int ids;

    Floor(EngineFront front, Acknowledged acknowledged, Random random, String name) {
        this.front = front;
        this.acknowledged = acknowledged;
        this.random = random;
        this.name = name;
    }

    /** Works one order of a submission; whether any is left. */
    boolean work(String submission) throws EngineFailure {
        List<OrderView> left = front.orders(submission).stream()
                .filter(order -> !order.isOver())
                .toList();
        if (left.isEmpty()) {
            return false;
        }
        OrderView order = left.get(random.nextInt(left.size()));
        if (order.phase() == OrderPhase.RELEASED) {
            report(new WorkEvent.Sent(order.id(), "VWAP-" + random.nextInt(5)));
        } else if (order.isSuspended() && random.nextInt(3) > 0) {
            letGo(order.stops().get(0).id());
        } else if (order.cancelAsked() || random.nextInt(12) == 0) {
            report(new WorkEvent.Ended(order.id(), WorkEvent.Ended.How.CANCELLED));
        } else {
            inTheMarket(order.id(), submission);
        }
        return true;
    }

    /** A price moves: mostly a little, sometimes so much that a control suspends. */
    void prices() throws EngineFailure {
        long cents = random.nextInt(4) == 0 ? 90 : 99 + random.nextInt(3);
        String symbol = random.nextBoolean() ? "AAA" : "BBB";
        report(new WorkEvent.Market(
                symbol, OptionalLong.of(cents * Exact.ONE / 100), OptionalLong.empty(), Optional.empty()));
    }

    /** Somebody takes an alert on, or confirms that it came through. */
    void attend() throws EngineFailure {
        List<AlertView> alerts = front.alerts();
        if (!alerts.isEmpty()) {
            String alert = alerts.get(random.nextInt(alerts.size())).id();
            acknowledge(front.handle(
                    random.nextBoolean()
                            ? new Command.AcknowledgeAlert(alert, Desk.HEAD, "seen to")
                            : new Command.ConfirmDelivery(alert, Desk.HEAD, "screen", 1)));
        }
    }

    /** Somebody stops the desk. */
    void pull() throws EngineFailure {
        String person = random.nextInt(4) == 0 ? Desk.HEAD : Desk.MAKER;
        acknowledge(front.handle(new Command.PullSwitch(Desk.KILL, person, "something is wrong")));
    }

    /** People are asked to let go, or sign where they are asked already. */
    void letGo(String stopped) throws EngineFailure {
        if (petitions.isEmpty() || random.nextInt(4) == 0) {
            Reply reply = front.handle(new Command.AskReEnabling(stopped, Desk.MAKER, "it is calm again"));
            acknowledge(reply);
            reply.entries().stream()
                    .filter(entry -> entry.type().equals("petition.asked"))
                    .forEach(entry -> petitions.add(entry.body().text("petition")));
            return;
        }
        String petition = petitions.get(petitions.size() - 1);
        Optional<Hold> hold = front.petition(petition)
                .map(PetitionView::hold)
                .filter(progress -> progress.end() == HoldProgress.End.OPEN)
                .map(HoldProgress::hold);
        if (hold.isEmpty()) {
            petitions.remove(petition);
            return;
        }
        String person = random.nextBoolean() ? Desk.RISK : Desk.SECOND_RISK;
        Statement statement = hold.get().statement(Statement.Action.APPROVE, person, "seen and calm", new TreeMap<>());
        acknowledge(front.handle(new Command.Vote(statement.sign(Desk.keyOf(person)))));
    }

    private void inTheMarket(String order, String submission) throws EngineFailure {
        switch (random.nextInt(12)) {
            case 0 -> acknowledge(front.handle(new Command.Cancel(Target.ORDER, order, Desk.MAKER, "not now")));
            case 1 ->
                acknowledge(
                        front.handle(new Command.Cancel(Target.WHOLE_BASKET, submission, Desk.MAKER, "not at all")));
            case 2, 3, 4 -> {
                String execution = name + "-E" + ids++;
                report(fill(order, execution));
                if (random.nextInt(3) == 0) {
                    report(fill(order, execution));
                }
            }
            default -> several(order);
        }
    }

    /** A burst of messages at one time, made durable together; now and then one comes twice. */
    private void several(String order) throws EngineFailure {
        List<Command> burst = new ArrayList<>();
        int size = 1 + random.nextInt(4);
        for (int message = 0; message < size; message++) {
            int number = random.nextInt(10) == 0 ? Math.max(0, ids - 1) : ids++;
            burst.add(new Command.Report(new WorkEvent.Message(
                    name + "-M" + number,
                    WorkEvent.Message.Kind.NEW,
                    order,
                    name + "-C" + number,
                    OptionalLong.of(10L * Exact.ONE))));
        }
        for (Reply reply : front.handleAll(burst)) {
            acknowledge(reply);
        }
    }

    private static WorkEvent fill(String order, String execution) {
        return new WorkEvent.Executed(order, execution, Optional.empty(), 100L * Exact.ONE, Exact.ONE);
    }

    private void report(WorkEvent event) throws EngineFailure {
        Reply reply = front.handle(new Command.Report(event));
        acknowledge(reply);
        for (Instruction instruction : reply.instructions()) {
            if (instruction instanceof Instruction.Cancel cancel && random.nextBoolean()) {
                for (String order : cancel.orders()) {
                    acknowledge(front.handle(
                            new Command.Report(new WorkEvent.Ended(order, WorkEvent.Ended.How.CANCELLED))));
                }
            }
        }
    }

    private void acknowledge(Reply reply) {
        acknowledged.entries(reply.entries());
    }
}
