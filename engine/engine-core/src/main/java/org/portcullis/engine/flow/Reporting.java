package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.engine.fact.WorkingFacts;
import org.portcullis.engine.work.OrderPhase;
import org.portcullis.engine.work.Stop;
import org.portcullis.engine.work.WorkBook;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.engine.work.WorkingOrder;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/**
 * Answers what algos and venues ask about orders, and takes in what they report.
 *
 * <p>What is asked may be refused; what has happened is always recorded, and judged. A cancel is never refused.
 */
record Reporting(Context context) implements WorkEvent.Cases<Transition> {

    Transition report(Command.Report command) {
        return command.event().match(this);
    }

    @Override
    public Transition sent(WorkEvent.Sent event) {
        Optional<WorkingOrder> order = find(event.order());
        Optional<WorkRefusal> why = whyNot(order, OrderPhase.RELEASED);
        if (why.isPresent() || order.isEmpty()) {
            return refused(event, order, why.orElse(WorkRefusal.UNKNOWN_ORDER));
        }
        Optional<Command.Activate> active = context.active();
        if (active.isEmpty()) {
            return refused(event, order, WorkRefusal.NO_POLICY);
        }
        Optional<Stop> stop = context.state().work.stopsOf(order.get()).stream().findFirst();
        if (stop.isPresent()) {
            return refused(event, order, WorkRefusal.SUSPENDED, stop.get().message());
        }
        Judging judging = new Judging(context, active.get());
        KnownFacts strategy = text(KnownFacts.NONE, Measure.STRATEGY_ID, event.strategy());
        Judging.Judgement judgement = judging.judge(order.get(), Stage.SENT_TO_ALGO, Judging.OF_MARKET, strategy);
        Optional<Finding> against = judgement.atLeast(Effect.HOLD);
        judging.record(order.get(), judgement);
        if (against.isPresent()) {
            judging.notice(new Noticed(
                    order.get().submission(),
                    Optional.of(order.get().id()),
                    Optional.of("blocked"),
                    Stage.SENT_TO_ALGO,
                    against.get().message(),
                    judgement.facts(),
                    List.of()));
            return refused(event, order, WorkRefusal.BLOCKED, against.get().message(), judging.drafts());
        }
        return accepted(event, order, Optional.empty(), judging.drafts());
    }

    @Override
    public Transition message(WorkEvent.Message event) {
        Optional<WorkingOrder> order = find(event.order());
        if (context.state().work.hasMessage(event.id())) {
            return refused(event, order, WorkRefusal.DUPLICATE);
        }
        if (event.kind() == WorkEvent.Message.Kind.CANCEL) {
            return accepted(event, order, Optional.empty(), List.of());
        }
        Optional<WorkRefusal> why = whyNot(order, OrderPhase.WORKING);
        if (why.isPresent() || order.isEmpty()) {
            return refused(event, order, why.orElse(WorkRefusal.UNKNOWN_ORDER));
        }
        if (order.get().isCancelAsked()) {
            return refused(event, order, WorkRefusal.CANCELLING);
        }
        Optional<Command.Activate> active = context.active();
        if (active.isEmpty()) {
            return refused(event, order, WorkRefusal.NO_POLICY);
        }
        if (exceeds(order.get(), event)) {
            return refused(event, order, WorkRefusal.MORE_THAN_PARENT);
        }
        Optional<Stop> latched = context.state().work.stopsOf(order.get()).stream()
                .filter(stop -> stop.latched() || !stop.order().equals(event.order()))
                .findFirst();
        if (latched.isPresent()) {
            return refused(event, order, WorkRefusal.SUSPENDED, latched.get().message());
        }
        Judging judging = new Judging(context, active.get());
        KnownFacts facts = text(
                text(KnownFacts.NONE, Measure.MESSAGE_ID, event.id()),
                Measure.MESSAGE_KIND,
                event.kind().name());
        Judging.Judgement judgement = judging.judge(order.get(), Stage.WORKING, Judging.OF_MESSAGE, facts);
        judging.record(order.get(), judgement);
        return judgement
                .atLeast(InFlightEffect.SUSPEND)
                .map(finding -> refused(
                        event,
                        order,
                        finding.inFlight() == InFlightEffect.SUSPEND ? WorkRefusal.SUSPENDED : WorkRefusal.CANCELLING,
                        finding.message(),
                        judging.drafts()))
                .orElseGet(() -> accepted(event, order, Optional.empty(), judging.drafts()));
    }

    @Override
    public Transition executed(WorkEvent.Executed event) {
        Optional<WorkingOrder> order = find(event.order());
        if (order.isEmpty()) {
            return refused(event, order, WorkRefusal.UNKNOWN_ORDER);
        }
        if (order.get().fills().containsKey(event.execution())) {
            return refused(event, order, WorkRefusal.DUPLICATE);
        }
        Optional<Value.Money> notional = notional(order.get(), event.quantityMicros(), event.priceMicros());
        List<Draft> drafts = new ArrayList<>();
        context.active().ifPresent(active -> {
            Judging judging = new Judging(context, active);
            judging.execute(event.quantityMicros());
            KnownFacts facts = text(KnownFacts.NONE, Measure.EXECUTION_ID, event.execution())
                    .with(Measure.EXECUTION_QUANTITY, event.quantityMicros());
            KnownFacts valued = notional.map(money -> facts.with(Measure.EXECUTION_NOTIONAL, money.micros()))
                    .orElse(facts);
            KnownFacts priced = notional(order.get(), Exact.ONE, event.priceMicros())
                    .map(price -> valued.with(Measure.EXECUTION_PRICE, price.micros()))
                    .orElse(valued);
            for (Stage stage : new Stage[] {Stage.WORKING, Stage.EXECUTED}) {
                judging.record(order.get(), judging.judge(order.get(), stage, Judging.OF_EXECUTION, priced));
            }
            drafts.addAll(judging.drafts());
        });
        WorkingOrder filled = order.get();
        boolean whole = filled.quantityMicros().isPresent()
                && WorkingOrder.plus(filled.executedMicros(), event.quantityMicros())
                        >= filled.quantityMicros().getAsLong();
        if (whole) {
            drafts.addAll(swept(event.order()));
        }
        return accepted(event, order, notional, drafts);
    }

    @Override
    public Transition ended(WorkEvent.Ended event) {
        Optional<WorkingOrder> order = find(event.order());
        if (order.isEmpty()) {
            return refused(event, order, WorkRefusal.UNKNOWN_ORDER);
        }
        if (!order.get().phase().isOut()) {
            return refused(event, order, WorkRefusal.OVER);
        }
        return accepted(event, order, Optional.empty(), swept(event.order()));
    }

    @Override
    public Transition busted(WorkEvent.Busted event) {
        Optional<WorkingOrder> order = find(event.order());
        if (order.isEmpty()) {
            return refused(event, order, WorkRefusal.UNKNOWN_ORDER);
        }
        return order.get().fills().containsKey(event.execution())
                ? accepted(event, order, Optional.empty(), List.of())
                : refused(event, order, WorkRefusal.UNKNOWN_EXECUTION);
    }

    @Override
    public Transition amended(WorkEvent.Amended event) {
        Optional<WorkingOrder> found = find(event.order());
        if (found.isEmpty() || !found.get().phase().isOut()) {
            return refused(event, found, whyNot(found, OrderPhase.WORKING).orElse(WorkRefusal.UNKNOWN_ORDER));
        }
        WorkingOrder order = found.get();
        Optional<Command.Activate> active = context.active();
        if (active.isEmpty()) {
            return refused(event, found, WorkRefusal.NO_POLICY);
        }
        if (event.quantityMicros() < order.executedMicros()) {
            return refused(event, found, WorkRefusal.LESS_THAN_EXECUTED);
        }
        Optional<Value.Money> notional =
                notional(order, event.quantityMicros(), order.facts().localPriceMicros());
        Judging judging = new Judging(context, active.get());
        SubmissionFacts facts = amended(judging, order, event, notional);
        Optional<Finding> strictest = Stream.of(Stage.AMENDED, Stage.RELEASED)
                .map(stage -> judging.judge(facts, stage, Judging.OF_MARKET).atLeast(Effect.WARN))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Finding::effect));
        strictest
                .filter(finding -> finding.effect() == Effect.BLOCK)
                .ifPresent(finding -> judging.notice(new Noticed(
                        order.submission(),
                        Optional.of(order.id()),
                        Optional.of("blocked"),
                        Stage.AMENDED,
                        finding.message(),
                        facts,
                        List.of())));
        return strictest
                .map(finding -> refused(
                        event,
                        found,
                        finding.effect() == Effect.BLOCK ? WorkRefusal.BLOCKED : WorkRefusal.NEEDS_RELEASE,
                        finding.message(),
                        judging.drafts()))
                .orElseGet(() -> accepted(event, found, notional, List.of()));
    }

    @Override
    public Transition market(WorkEvent.Market event) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(context.general(new WorkEntry.Reported(event, "", Optional.empty())));
        context.active().ifPresent(active -> {
            Judging judging = new Judging(context, active);
            judging.quote(event);
            for (WorkingOrder order : context.state().work.outIn(event.symbol())) {
                if (order.phase() == OrderPhase.WORKING) {
                    judging.record(order, judging.judge(order, Stage.WORKING, Judging.OF_MARKET, KnownFacts.NONE));
                }
            }
            drafts.addAll(judging.drafts());
        });
        return new Transition(drafts, Outcome.Recorded::new);
    }

    /** An amended order as if it were new: the whole order and its basket with the other quantity. */
    private static SubmissionFacts amended(
            Judging judging, WorkingOrder order, WorkEvent.Amended event, Optional<Value.Money> notional) {
        KnownFacts otherwise = order.facts().with(Measure.ORDER_QUANTITY, event.quantityMicros());
        KnownFacts ofBasket = judging.ofBasket(order);
        if (notional.isPresent()) {
            long micros = notional.get().micros();
            otherwise = otherwise.with(Measure.ORDER_NOTIONAL, micros);
            ofBasket = WorkBook.amended(ofBasket, order, micros);
        }
        return judging.facts(order, otherwise, ofBasket, KnownFacts.NONE);
    }

    private List<Draft> swept(String order) {
        List<Draft> drafts = new ArrayList<>();
        for (Map.Entry<org.portcullis.model.control.ControlId, SwitchState> each :
                new TreeMap<>(context.state().switches).entrySet()) {
            SwitchState state = each.getValue();
            if (state.pulled().isPresent()
                    && state.outstanding().contains(order)
                    && state.outstanding().size() == 1) {
                long took = java.time.Duration.between(state.pulled().get(), context.at())
                        .toMillis();
                drafts.add(context.general(new SwitchEntry.Swept(each.getKey(), state.orders(), took)));
            }
        }
        return drafts;
    }

    /** Whether the child orders would have more out than the order has left. */
    private static boolean exceeds(WorkingOrder order, WorkEvent.Message event) {
        OptionalLong whole = order.quantityMicros();
        if (whole.isEmpty()) {
            return false;
        }
        long out = order.children().entrySet().stream()
                .filter(child -> !child.getKey().equals(event.child()))
                .mapToLong(Map.Entry::getValue)
                .reduce(0, WorkingOrder::plus);
        return WorkingOrder.plus(out, event.quantityMicros().orElse(0)) > whole.getAsLong() - order.executedMicros();
    }

    private static Optional<WorkRefusal> whyNot(Optional<WorkingOrder> order, OrderPhase wanted) {
        if (order.isEmpty()) {
            return Optional.of(WorkRefusal.UNKNOWN_ORDER);
        }
        OrderPhase phase = order.get().phase();
        if (phase == wanted) {
            return Optional.empty();
        }
        return Optional.of(
                switch (phase) {
                    case HELD -> WorkRefusal.NOT_RELEASED;
                    case RELEASED -> WorkRefusal.NOT_SENT;
                    case WORKING -> WorkRefusal.ALREADY_SENT;
                    case EXECUTED, REFUSED, ENDED -> WorkRefusal.OVER;
                });
    }

    /** The value of so many shares in the policy's currency; empty where that is not known. */
    private Optional<Value.Money> notional(WorkingOrder order, long quantityMicros, long priceMicros) {
        return context.active()
                .map(active -> active.assessor().pack().header().currency())
                .or(() -> context.state()
                        .known(order.submission())
                        .received
                        .notional()
                        .map(Value.Money::currency))
                .flatMap(currency -> WorkingFacts.notional(currency, order.facts(), quantityMicros, priceMicros));
    }

    private Optional<WorkingOrder> find(String order) {
        return context.state().work.find(order);
    }

    private static KnownFacts text(KnownFacts facts, Measure measure, String text) {
        TreeMap<Measure, String> texts = new TreeMap<>(facts.texts());
        texts.put(measure, text);
        return new KnownFacts(texts, facts.numbers(), facts.observed(), 0, 0);
    }

    private Draft reported(
            WorkEvent event, Optional<WorkingOrder> order, String refused, Optional<Value.Money> notional) {
        WorkEntry.Reported entry = new WorkEntry.Reported(event, refused, notional);
        return order.map(known -> context.about(known.submission(), entry)).orElseGet(() -> context.general(entry));
    }

    private Transition accepted(
            WorkEvent event, Optional<WorkingOrder> order, Optional<Value.Money> notional, List<Draft> more) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(reported(event, order, "", notional));
        drafts.addAll(more);
        return new Transition(drafts, Outcome.Recorded::new);
    }

    private Transition refused(WorkEvent event, Optional<WorkingOrder> order, WorkRefusal why) {
        return refused(event, order, why, why.sentence());
    }

    private Transition refused(WorkEvent event, Optional<WorkingOrder> order, WorkRefusal why, String sentence) {
        return refused(event, order, why, sentence, List.of());
    }

    private Transition refused(
            WorkEvent event, Optional<WorkingOrder> order, WorkRefusal why, String sentence, List<Draft> more) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(reported(event, order, why.code(), Optional.empty()));
        drafts.addAll(more);
        return new Transition(drafts, () -> new Outcome.Refused(why.code(), sentence));
    }
}
