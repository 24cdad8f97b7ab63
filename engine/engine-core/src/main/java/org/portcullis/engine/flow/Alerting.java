package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.AlertStep;
import org.portcullis.engine.alert.Group;
import org.portcullis.engine.alert.HandOver;
import org.portcullis.engine.alert.Occurrence;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.evaluate.ConditionReading;
import org.portcullis.engine.evaluate.Kinds;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.evaluate.Truth;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Rollout;
import org.portcullis.model.measure.Measure;

/**
 * Raises alerts of what was noticed, within the same event; lives for one command.
 *
 * <p>Nothing is left out: what has occurred is an alert, or one more occurrence of the alert of its control and group that nobody has acknowledged yet.
 */
final class Alerting {
    /** What a lapsed hand-over is told under, since no control says it. */
    static final ControlId HAND_OVER = new ControlId("HAND-OVER");

    private static final String NOTHING = "none";

    private final Context context;
    private final AlertSteps steps;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Group, Pending> raised = new LinkedHashMap<>();

    /** Begins after so many stops that the command begins otherwise. */
    Alerting(Context context, int stopsBegun) {
        this.context = context;
        this.steps = new AlertSteps(context, stopsBegun);
    }

    /** The entries of everything that was noticed. */
    List<Draft> drafts(List<Noticed> noticed) {
        if (noticed.isEmpty()) {
            return List.of();
        }
        List<Control.Escalation> escalations = context.active()
                .map(active -> escalations(active.assessor().pack()))
                .orElse(List.of());
        for (Noticed each : noticed) {
            each.telling().forEach(finding -> found(each, finding));
            if (!escalations.isEmpty()) {
                escalate(each, escalations);
            }
        }
        return told();
    }

    /** The entries of a hand-over that nobody accepted in time: who answers for the duty is told, and who would be told next. */
    List<Draft> lapsed(HandOver handOver) {
        Role role = handOver.duty().role();
        Set<Role> roles = new LinkedHashSet<>(Set.of(role));
        context.active()
                .map(active -> escalations(active.assessor().pack()))
                .orElse(List.of())
                .forEach(escalation -> roles.addAll(after(escalation.stages(), role)));
        occur(
                new Alert.Opening(
                        nextId(),
                        new Group(HAND_OVER, handOver.id()),
                        handOver.duty().desk(),
                        "hand-over",
                        Optional.empty(),
                        Occurrence.NONE,
                        "nobody accepted " + handOver.duty().words() + " from `" + handOver.from()
                                + "`: it was offered to "
                                + handOver.taker() + " until " + handOver.until() + ", and `" + handOver.from()
                                + "` goes on answering for it",
                        false,
                        List.of(AlertStep.telling(List.copyOf(roles)))),
                Occurrence.NONE);
        return told();
    }

    private List<Draft> told() {
        raised.values().forEach(alert -> drafts.addAll(steps.take(alert, 0)));
        return drafts;
    }

    /** What a monitor or an early warning says. */
    private void found(Noticed noticed, Finding finding) {
        Facts facts = factsOf(noticed.facts(), finding.line());
        Occurrence occurrence = new Occurrence(
                noticed.submission(), noticed.order().orElseGet(() -> finding.line() == 0 ? "" : orderOf(facts)));
        Optional<Control> control = context.active()
                .flatMap(active -> finding.control().flatMap(active.assessor().pack()::find));
        String event = finding.reason() == ReasonCode.EARLY_WARNING ? "early warning" : "noted";
        occur(
                new Alert.Opening(
                        nextId(),
                        new Group(Judging.named(finding), key(control.flatMap(Alerting::groupedBy), facts, occurrence)),
                        deskOf(facts),
                        event,
                        Optional.of(noticed.stage()),
                        occurrence,
                        finding.message(),
                        false,
                        List.of(AlertStep.telling(finding.tells()))),
                occurrence);
    }

    private void escalate(Noticed noticed, List<Control.Escalation> escalations) {
        Facts facts = factsOf(noticed.facts(), noticed.order().isPresent() ? 1 : 0);
        Occurrence occurrence =
                new Occurrence(noticed.submission(), noticed.order().orElse(""));
        Map<ControlId, Finding> said = asked(noticed, facts).stream()
                .collect(Collectors.toMap(Judging::named, finding -> finding, (first, second) -> first));
        // What cannot be evaluated tells of itself, as an alert that acts on nothing.
        boolean failed = said.keySet().stream()
                .anyMatch(id -> escalations.stream()
                        .noneMatch(escalation -> escalation.id().equals(id)));
        for (Control.Escalation escalation : escalations) {
            Finding finding = said.get(escalation.id());
            boolean known = finding != null && finding.reason() == ReasonCode.LIMIT_BREACHED;
            boolean unknown = (finding != null || failed) && mayConcern(escalation, noticed, facts);
            if (known || unknown) {
                occur(opening(noticed, escalation, facts, occurrence, known), occurrence);
            }
        }
    }

    private Alert.Opening opening(
            Noticed noticed, Control.Escalation escalation, Facts facts, Occurrence occurrence, boolean known) {
        return new Alert.Opening(
                nextId(),
                new Group(escalation.id(), key(escalation.groupedBy(), facts, occurrence)),
                deskOf(facts),
                noticed.event().orElse("noted"),
                Optional.of(noticed.stage()),
                occurrence,
                message(noticed),
                known && escalation.heading().rollout() == Rollout.ENFORCE,
                escalation.stages().stream()
                        .map(stage -> new AlertStep(
                                stage.after().map(span -> span.micros()).orElse(0L), stage.tell(), stage.actions()))
                        .toList());
    }

    /** Whether what raises the escalation may have happened, although it is not known where it stands: another event did not. */
    private boolean mayConcern(Control.Escalation escalation, Noticed noticed, Facts facts) {
        return context.active()
                .map(active -> active.assessor().pack().header().currency())
                .map(currency -> new ConditionReading(asAlert(noticed, facts), currency))
                .filter(reading -> reading.truth(escalation.when()) == Truth.FALSE)
                .isEmpty();
    }

    private Facts asAlert(Noticed noticed, Facts facts) {
        Provenance engine = new Provenance("engine", context.at());
        return facts.toBuilder()
                .text(Measure.ALERT_EVENT, noticed.event().orElse(NOTHING), engine)
                .number(Measure.ALERT_UNACKNOWLEDGED, 0, engine)
                .build();
    }

    /** What the escalations of the policy in force say to what was noticed. */
    private List<Finding> asked(Noticed noticed, Facts facts) {
        SubmissionFacts subject = new SubmissionFacts(noticed.facts().basketId(), asAlert(noticed, facts), List.of());
        return context
                .active()
                .map(active -> active.assessor()
                        .assess(subject, noticed.stage(), Set.of(Tier.ALERT))
                        .findings())
                .orElse(List.of())
                .stream()
                .filter(Finding::counts)
                .toList();
    }

    private void occur(Alert.Opening opening, Occurrence occurrence) {
        Pending fresh = raised.get(opening.group());
        Optional<Alert> open = context.state().alerts.open(opening.group());
        if (fresh != null) {
            fresh.occur(occurrence);
            add(occurrence, new AlertEntry.Joined(fresh.opening().id(), occurrence, opening.message()));
        } else if (open.isPresent()) {
            add(occurrence, new AlertEntry.Joined(open.get().id(), occurrence, opening.message()));
            drafts.addAll(steps.joined(open.get(), occurrence));
        } else {
            AlertEntry.Raised entry = new AlertEntry.Raised(opening);
            raised.put(opening.group(), Pending.raised(entry.opening(), context.at()));
            add(occurrence, entry);
        }
    }

    private void add(Occurrence about, AlertEntry entry) {
        drafts.add(AlertSteps.draft(context, about, entry));
    }

    private String nextId() {
        return context.state().alerts.alertAfter(raised.size());
    }

    private static String message(Noticed noticed) {
        String what = noticed.order()
                .map(order -> "order " + order)
                .orElseGet(() -> "basket " + noticed.facts().basketId());
        String happened = noticed.event().map(event -> what + " is " + event).orElse(what);
        return noticed.because().isEmpty() ? happened : happened + ": " + noticed.because();
    }

    /** The value of the attribute by which the control groups; where it groups by none, or that is not known, the order, else the submission. */
    private static String key(Optional<Reference> groupedBy, Facts facts, Occurrence occurrence) {
        return groupedBy
                .flatMap(by -> Optional.ofNullable(facts.text(by.measure())))
                .orElseGet(() -> occurrence.order().isEmpty() ? occurrence.submission() : occurrence.order());
    }

    /** The facts of a line, of the first for an order on its way, or of the basket for 0. */
    private static Facts factsOf(SubmissionFacts facts, int line) {
        return line == 0
                ? facts.basket()
                : facts.lines().stream()
                        .filter(each -> each.line() == line || facts.lines().size() == 1)
                        .findFirst()
                        .orElse(facts.basket());
    }

    private static String orderOf(Facts facts) {
        return Optional.ofNullable(facts.text(Measure.ORDER_ID)).orElse("");
    }

    private static String deskOf(Facts facts) {
        return Optional.ofNullable(facts.text(Measure.ORDER_DESK)).orElse("");
    }

    /** The roles that are told once silence goes on after a role was told. */
    private static List<Role> after(List<EscalationStage> stages, Role role) {
        for (int stage = 0; stage < stages.size(); stage++) {
            if (stages.get(stage).tell().contains(role)) {
                return stages.subList(stage + 1, stages.size()).stream()
                        .map(EscalationStage::tell)
                        .filter(tell -> !tell.isEmpty())
                        .findFirst()
                        .orElse(List.of());
            }
        }
        return List.of();
    }

    private static Optional<Reference> groupedBy(Control control) {
        return control.match(new Kinds<>(Optional.<Reference>empty()) {
            @Override
            public Optional<Reference> monitor(Control.Monitor monitor) {
                return monitor.groupedBy();
            }
        });
    }

    private static List<Control.Escalation> escalations(PolicyPack pack) {
        return pack.controls().stream()
                .map(control -> control.match(new Kinds<>(Optional.<Control.Escalation>empty()) {
                    @Override
                    public Optional<Control.Escalation> escalation(Control.Escalation escalation) {
                        return Optional.of(escalation);
                    }
                }))
                .flatMap(Optional::stream)
                .toList();
    }
}
