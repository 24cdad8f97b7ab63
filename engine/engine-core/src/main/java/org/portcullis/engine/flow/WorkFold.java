package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.portcullis.engine.decision.Impact;
import org.portcullis.engine.entry.RecordedLine;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.engine.window.WindowEvent;
import org.portcullis.engine.work.BasketWork;
import org.portcullis.engine.work.EnteredOrder;
import org.portcullis.engine.work.OrderPhase;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.engine.work.WorkingOrder;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

/** Folds what happens to orders into the book of orders, and into the past from which windows are filled. */
record WorkFold(EngineState state, Instant at) implements WorkEntry.WorkCases<WorkFold> {

    @Override
    public WorkFold basketEntered(WorkEntry.BasketEntered entry) {
        state.submission(entry.submission())
                .ifPresent(submission -> state.work.enter(new BasketWork(
                        submission.id(),
                        submission.received.basket(),
                        submission.received.requester(),
                        submission.policy,
                        entry.facts(),
                        List.of())));
        return this;
    }

    @Override
    public WorkFold ordersEntered(WorkEntry.OrdersEntered entry) {
        state.work.basket(entry.submission()).ifPresent(basket -> {
            for (EnteredOrder order : entry.orders()) {
                boolean isOut = state.work
                        .find(order.order())
                        .filter(known -> known.phase().isOut())
                        .isPresent();
                // A refused order must not take the place of one with its id that is out.
                String id = order.refused() && isOut ? order.order() + "@" + entry.submission() : order.order();
                happened(
                        order.refused() ? WindowEvent.What.REJECTED : WindowEvent.What.HELD,
                        id,
                        order.facts().over(basket.facts()));
            }
        });
        state.work.enter(entry.submission(), entry.orders());
        return this;
    }

    @Override
    public WorkFold reported(WorkEntry.Reported entry) {
        entry.event().match(new ReportFold(entry));
        return this;
    }

    @Override
    public WorkFold judged(WorkEntry.Judged entry) {
        TreeMap<ControlId, String> now = new TreeMap<>();
        for (RecordedLine.RecordedFinding finding : entry.findings()) {
            ControlId id = finding.control()
                    .orElseGet(() -> new ControlId(finding.reason().code()));
            now.put(id, new Impact(finding.effect(), finding.inFlight()).word());
        }
        state.work.object(entry.order(), now, entry.cleared());
        return this;
    }

    @Override
    public WorkFold stopped(WorkEntry.Stopped entry) {
        state.work.stop(entry.stop());
        return this;
    }

    @Override
    public WorkFold resumed(WorkEntry.Resumed entry) {
        state.work.resume(entry.stop());
        return this;
    }

    @Override
    public WorkFold cancelAsked(WorkEntry.CancelAsked entry) {
        state.work.askCancel(entry.orders());
        state.switches.entrySet().stream()
                .filter(each -> each.getKey().text().equals(entry.by())
                        && each.getValue().pulled().isPresent())
                .forEach(each -> each.setValue(each.getValue().cancels(entry.orders())));
        return this;
    }

    /** Says that a submission's orders were let through by the gateway, or were not. */
    void released(String submission, IntPredicate lines) {
        for (WorkingOrder order : state.work.of(submission)) {
            if (order.phase() == OrderPhase.HELD) {
                happened(
                        lines.test(order.line()) ? WindowEvent.What.OPENED : WindowEvent.What.CANCELLED,
                        order.id(),
                        order.facts());
            }
        }
        state.work.release(submission, lines);
    }

    /** Says that the gateway let lines through that had been refused. */
    void releasedExceptionally(String submission, IntPredicate lines) {
        for (WorkingOrder order : state.work.of(submission)) {
            if (order.phase() == OrderPhase.REFUSED && lines.test(order.line())) {
                happened(WindowEvent.What.OPENED, order.id(), order.facts());
            }
        }
        state.work.releaseExceptionally(submission, lines);
    }

    /** Says that a submission ended, so that what it held gives back. */
    void givenBack(String submission) {
        for (WorkingOrder order : state.work.of(submission)) {
            if (order.phase() == OrderPhase.HELD) {
                happened(WindowEvent.What.CANCELLED, order.id(), order.facts());
            }
        }
        state.work.giveBack(submission);
    }

    private void happened(WindowEvent.What what, String order, KnownFacts facts) {
        Map<Measure, Long> amounts = new EnumMap<>(Measure.class);
        for (Measure measure : new Measure[] {Measure.ORDER_QUANTITY, Measure.ORDER_NOTIONAL}) {
            facts.number(measure).ifPresent(micros -> amounts.put(measure, micros));
        }
        state.past.happened(new WindowEvent(state.latest, what, Optional.of(order), facts.texts(), amounts));
    }

    /** Folds each kind of report. */
    private final class ReportFold implements WorkEvent.Cases<Boolean> {
        private final WorkEntry.Reported entry;
        private final boolean goes;

        ReportFold(WorkEntry.Reported entry) {
            this.entry = entry;
            this.goes = entry.refused().isEmpty();
        }

        @Override
        public Boolean sent(WorkEvent.Sent event) {
            if (goes) {
                state.work.send(event);
            } else if (entry.refused().equals(WorkRefusal.BLOCKED.code())) {
                find(event.order()).ifPresent(order -> happened(WindowEvent.What.REJECTED, order.id(), order.facts()));
                state.work.refuse(event.order());
            }
            return goes;
        }

        @Override
        public Boolean message(WorkEvent.Message event) {
            if (!goes) {
                state.work.remember(event.id());
                return false;
            }
            state.work.send(event);
            Map<Measure, String> texts = texts(find(event.order()));
            texts.put(Measure.ORDER_ID, event.order());
            texts.put(Measure.MESSAGE_ID, event.id());
            texts.put(Measure.MESSAGE_KIND, event.kind().name());
            state.past.happened(new WindowEvent(
                    state.latest, WindowEvent.What.MESSAGE, Optional.of(event.order()), texts, Map.of()));
            return true;
        }

        @Override
        public Boolean executed(WorkEvent.Executed event) {
            if (goes) {
                Map<Measure, String> texts = texts(find(event.order()));
                texts.put(Measure.ORDER_ID, event.order());
                texts.put(Measure.EXECUTION_ID, event.execution());
                Map<Measure, Long> amounts = new EnumMap<>(Measure.class);
                amounts.put(Measure.EXECUTION_QUANTITY, event.quantityMicros());
                entry.notional().ifPresent(money -> amounts.put(Measure.EXECUTION_NOTIONAL, money.micros()));
                state.past.happened(new WindowEvent(
                        state.latest, WindowEvent.What.EXECUTED, Optional.of(event.order()), texts, amounts));
                state.work.fill(event, notional());
                find(event.order())
                        .filter(order -> order.phase() == OrderPhase.EXECUTED)
                        .ifPresent(order -> ended(order.id()));
            }
            return goes;
        }

        @Override
        public Boolean ended(WorkEvent.Ended event) {
            if (goes) {
                WindowEvent.What what = switch (event.how()) {
                    case CANCELLED -> WindowEvent.What.CANCELLED;
                    case EXPIRED -> WindowEvent.What.EXPIRED;
                    case REJECTED -> WindowEvent.What.REJECTED;
                };
                find(event.order()).ifPresent(order -> happened(what, order.id(), order.facts()));
                state.work.end(event);
                ended(event.order());
            }
            return goes;
        }

        @Override
        public Boolean busted(WorkEvent.Busted event) {
            if (goes) {
                state.past.happened(new WindowEvent(
                        state.latest,
                        WindowEvent.What.BUSTED,
                        Optional.of(event.order()),
                        Map.of(Measure.EXECUTION_ID, event.execution()),
                        Map.of()));
                state.work.bust(event);
            }
            return goes;
        }

        @Override
        public Boolean amended(WorkEvent.Amended event) {
            if (goes) {
                state.work.amend(event, notional());
                find(event.order()).ifPresent(order -> happened(WindowEvent.What.AMENDED, order.id(), order.facts()));
            }
            return goes;
        }

        @Override
        public Boolean market(WorkEvent.Market event) {
            state.work.quote(event, at);
            return goes;
        }

        private OptionalLong notional() {
            return entry.notional().isPresent()
                    ? OptionalLong.of(entry.notional().map(Value.Money::micros).orElse(0L))
                    : OptionalLong.empty();
        }

        private Optional<WorkingOrder> find(String order) {
            return state.work.find(order);
        }

        private void ended(String order) {
            state.switches.replaceAll((control, pulled) -> pulled.ended(order));
        }

        private static Map<Measure, String> texts(Optional<WorkingOrder> order) {
            Map<Measure, String> texts = new EnumMap<>(Measure.class);
            order.ifPresent(known -> {
                texts.putAll(known.facts().texts());
                known.strategy().ifPresent(strategy -> texts.put(Measure.STRATEGY_ID, strategy));
            });
            return texts;
        }
    }
}
