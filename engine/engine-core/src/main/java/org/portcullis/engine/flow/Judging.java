package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.decision.Assessment;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.entry.RecordedLine;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.evaluate.Kinds;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.engine.fact.WorkingFacts;
import org.portcullis.engine.work.Stop;
import org.portcullis.engine.work.WorkBook;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.engine.work.WorkingOrder;
import org.portcullis.model.Header;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ReEnabling;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Target;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Value;

/** Asks the controls about one order on its way or working, and writes down what they change. */
final class Judging {
    /** Who is asked when nothing but the market moved. */
    static final Set<Tier> OF_MARKET =
            Collections.unmodifiableSet(EnumSet.of(Tier.ORDERS, Tier.STRATEGIES, Tier.BASKET));

    /** Who is asked about a message. */
    static final Set<Tier> OF_MESSAGE =
            Collections.unmodifiableSet(EnumSet.of(Tier.ORDERS, Tier.STRATEGIES, Tier.BASKET, Tier.MESSAGES));

    /** Who is asked about an execution. */
    static final Set<Tier> OF_EXECUTION =
            Collections.unmodifiableSet(EnumSet.of(Tier.ORDERS, Tier.STRATEGIES, Tier.BASKET, Tier.EXECUTIONS));

    private final Context context;
    private final Command.Activate active;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Noticed> noticed = new ArrayList<>();
    private final List<Stop> begun = new ArrayList<>();
    private Optional<WorkEvent.Market> quoted = Optional.empty();
    private long executing;

    Judging(Context context, Command.Activate active) {
        this.context = context;
        this.active = active;
    }

    /**
     * What the controls of a stage say.
     *
     * @param facts what they were asked on
     * @param inForce whether the policy is in force that day
     */
    record Judgement(Stage stage, Set<Tier> tiers, SubmissionFacts facts, Assessment assessment, boolean inForce) {

        /**
         * The findings that count. What was granted at the release stays so at a later stage: that no grant and no control stands there is no reason against
         * it, as long as the policy is in force.
         */
        List<Finding> findings() {
            return assessment.findings().stream()
                    .filter(Finding::counts)
                    .filter(finding -> stage == Stage.RELEASED || !inForce || !saysNothing(finding.reason()))
                    .toList();
        }

        /** The first finding that does at least so much to what is working. */
        Optional<Finding> atLeast(InFlightEffect effect) {
            return findings().stream()
                    .filter(finding -> finding.inFlight().compareTo(effect) >= 0)
                    .findFirst();
        }

        /** The strictest finding that does at least so much to what comes in. */
        Optional<Finding> atLeast(Effect effect) {
            return findings().stream()
                    .filter(finding -> finding.effect().compareTo(effect) >= 0)
                    .max(Comparator.comparing(Finding::effect));
        }

        private static boolean saysNothing(ReasonCode reason) {
            return reason == ReasonCode.NOT_GRANTED || reason == ReasonCode.NO_POLICY;
        }
    }

    /** From now on, judges with the market as it is about to be. */
    void quote(WorkEvent.Market event) {
        quoted = Optional.of(event);
    }

    /** From now on, judges with so many millionths of a share executed more. */
    void execute(long quantityMicros) {
        executing = quantityMicros;
    }

    /** Asks about an order, with what is known of the event. */
    Judgement judge(WorkingOrder order, Stage stage, Set<Tier> tiers, KnownFacts event) {
        return judge(facts(order, event), stage, tiers);
    }

    /** Asks about facts. */
    Judgement judge(SubmissionFacts facts, Stage stage, Set<Tier> tiers) {
        Header header = active.assessor().pack().header();
        boolean inForce = header.inForceOn(context.at().atZone(header.zone()).toLocalDate());
        return new Judgement(stage, tiers, facts, active.assessor().assess(facts, stage, tiers), inForce);
    }

    /** The facts of an order now, windows included. */
    SubmissionFacts facts(WorkingOrder order, KnownFacts event) {
        return facts(order, order.facts(), ofBasket(order), event);
    }

    /** What is known of an order's basket. */
    KnownFacts ofBasket(WorkingOrder order) {
        return context.state()
                .work
                .basket(order.submission())
                .orElseThrow(() -> new IllegalStateException("order `" + order.id() + "` has no basket"))
                .facts();
    }

    /** The facts of an order now if it and its basket were otherwise. */
    SubmissionFacts facts(WorkingOrder order, KnownFacts otherwise, KnownFacts ofBasket, KnownFacts event) {
        SubmissionState submission = context.state().known(order.submission());
        PolicyPack pack = active.assessor().pack();
        SubmissionFacts facts = new WorkingFacts(pack.header(), context.at())
                .of(
                        submission.received.basket(),
                        ofBasket,
                        order.line(),
                        otherwise,
                        new WorkingFacts.Live(
                                quoteOf(order),
                                order.origin(),
                                WorkingOrder.plus(order.executedMicros(), executing),
                                order.strategy(),
                                event),
                        context.rolesOf(submission.received.requester()),
                        context.state().pulled(),
                        context.state().past.references());
        return context.state().past.book().map(book -> book.facts(facts)).orElse(facts);
    }

    private Optional<WorkingFacts.Quote> quoteOf(WorkingOrder order) {
        WorkBook work = context.state().work;
        return quoted.map(event -> work.quoteAfter(event, context.at())).or(() -> work.quote(order));
    }

    /** Writes down what a judgement in flight changes: findings that are new or gone, stops that begin and end, and what desks are told. */
    void record(WorkingOrder order, Judgement judgement) {
        SortedMap<ControlId, Finding> now = new TreeMap<>();
        judgement.findings().forEach(finding -> now.putIfAbsent(named(finding), finding));
        List<Finding> fresh = now.values().stream()
                .filter(finding ->
                        !finding.impact().word().equals(order.standing().get(named(finding))))
                .toList();
        TreeSet<ControlId> cleared = new TreeSet<>(order.standing().keySet());
        cleared.removeIf(id -> now.containsKey(id) || !wasAsked(id, judgement));
        if (!fresh.isEmpty() || !cleared.isEmpty()) {
            add(
                    order,
                    new WorkEntry.Judged(
                            order.id(),
                            order.submission(),
                            judgement.stage(),
                            judgement.assessment().asked(),
                            fresh.stream().map(RecordedLine.RecordedFinding::of).toList(),
                            cleared));
        }
        resume(order, cleared);
        int before = begun.size();
        now.values().forEach(finding -> stop(order, finding));
        boolean stopped = begun.size() > before;
        List<Finding> telling =
                fresh.stream().filter(finding -> !finding.tells().isEmpty()).toList();
        if (stopped || !telling.isEmpty()) {
            noticed.add(new Noticed(
                    order.submission(),
                    Optional.of(order.id()),
                    stopped ? Optional.of("suspended") : Optional.empty(),
                    judgement.stage(),
                    stopped
                            ? begun.get(before).control() + ": "
                                    + begun.get(before).message()
                            : "",
                    judgement.facts(),
                    telling));
        }
    }

    /** Notices what was decided before the release. */
    void notice(Noticed what) {
        noticed.add(what);
    }

    /** Everything that was written down, and the alerts that it raises. */
    List<Draft> drafts() {
        List<Draft> all = new ArrayList<>(drafts);
        all.addAll(new Alerting(context, begun.size()).drafts(noticed));
        return all;
    }

    private void resume(WorkingOrder order, SortedSet<ControlId> cleared) {
        for (Stop stop : context.state().work.stops().values()) {
            if (!stop.latched() && stop.order().equals(order.id()) && cleared.contains(stop.control())) {
                add(order, new WorkEntry.Resumed(stop.id(), "satisfied", ""));
            }
        }
    }

    /** Stops what the finding stops and was not stopped by it. */
    private void stop(WorkingOrder order, Finding finding) {
        switch (finding.inFlight()) {
            case CONTINUE -> {}
            case SUSPEND -> begin(order, finding, Action.SUSPEND);
            case CANCEL -> begin(order, finding, Action.CANCEL);
            // The switch itself is what stands; it only has to reach orders that came after its pull.
            case KILL -> cancel(order, named(finding), finding.message(), List.of(order));
        }
    }

    private void begin(WorkingOrder order, Finding finding, Action action) {
        Optional<Control> control = finding.control().flatMap(this::control);
        Target target =
                control.flatMap(Judging::targetOf).orElse(finding.wholeBasket() ? Target.WHOLE_BASKET : Target.ORDER);
        String key = WorkBook.key(target, order);
        WorkBook work = context.state().work;
        boolean stands = begun.stream().anyMatch(stop -> stop.isOf(named(finding), target, key));
        if (stands || work.stop(named(finding), target, key).isPresent()) {
            return;
        }
        List<WorkingOrder> orders = work.out(target, key);
        boolean latched =
                action == Action.CANCEL || control.flatMap(Judging::reEnabling).isPresent();
        OptionalLong open = WorkBook.open(orders);
        Stop stop = new Stop(
                work.stopAfter(begun.size()),
                named(finding),
                action,
                target,
                key,
                latched,
                order.id(),
                orders.size(),
                open.isPresent() ? Optional.of(new Value.Money(open.getAsLong(), currency())) : Optional.empty(),
                finding.message());
        begun.add(stop);
        add(order, new WorkEntry.Stopped(stop));
        if (action == Action.CANCEL) {
            cancel(order, stop.control(), finding.message(), orders);
        }
    }

    private void cancel(WorkingOrder about, ControlId by, String reason, List<WorkingOrder> orders) {
        List<String> open = orders.stream()
                .filter(order -> !order.isCancelAsked())
                .map(WorkingOrder::id)
                .toList();
        if (!open.isEmpty()) {
            WorkEntry.CancelAsked.deal(by.text(), reason, open).forEach(entry -> add(about, entry));
        }
    }

    private void add(WorkingOrder order, org.portcullis.engine.entry.EntryBody body) {
        drafts.add(context.about(order.submission(), body));
    }

    private CurrencyCode currency() {
        return active.assessor().pack().header().currency();
    }

    private Optional<Control> control(ControlId id) {
        return active.assessor().pack().controls().stream()
                .filter(control -> control.id().equals(id))
                .findFirst();
    }

    /** Whether what stands was asked again: its control was, or it is none of the policy in force, or the reason of no control. */
    private boolean wasAsked(ControlId id, Judgement judgement) {
        return control(id)
                .map(control -> control.appliesAt(judgement.stage())
                        && judgement.tiers().contains(Obligation.tierOf(control)))
                .orElse(true);
    }

    /** What stands for a finding: its control, or the reason that no control gives, which no control may be called. */
    static ControlId named(Finding finding) {
        return finding.control().orElseGet(() -> new ControlId(finding.reason().code()));
    }

    private static Optional<Target> targetOf(Control control) {
        return control.match(new Kinds<>(Optional.<Target>empty()) {
            @Override
            public Optional<Target> windowLimit(Control.WindowLimit limit) {
                return Optional.of(limit.target());
            }

            @Override
            public Optional<Target> inFlight(Control.InFlight inFlight) {
                return Optional.of(inFlight.target());
            }
        });
    }

    /** Who lets go on what the control stopped, where it says so. */
    static Optional<ReEnabling> reEnabling(Control control) {
        return control.match(new Kinds<>(Optional.<ReEnabling>empty()) {
            @Override
            public Optional<ReEnabling> windowLimit(Control.WindowLimit limit) {
                return limit.reEnabling();
            }

            @Override
            public Optional<ReEnabling> inFlight(Control.InFlight inFlight) {
                return inFlight.reEnabling();
            }

            @Override
            public Optional<ReEnabling> escalation(Control.Escalation escalation) {
                return AlertActs.reEnabling(escalation);
            }

            @Override
            public Optional<ReEnabling> killSwitch(Control.KillSwitch kill) {
                return Optional.of(kill.reEnabling());
            }
        });
    }
}
