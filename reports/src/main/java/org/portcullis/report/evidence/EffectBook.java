package org.portcullis.report.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.decision.ControlTally;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.RecordedDecision;
import org.portcullis.engine.entry.RecordedLine;
import org.portcullis.engine.entry.RecordedLine.RecordedFinding;
import org.portcullis.engine.entry.StatedLimit;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.control.ControlId;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.Listener;

/**
 * Counts what each control of each pack did in the period: how often it was evaluated, hit and overridden, and which values it judged.
 *
 * <p>Mutable while the journal is read, then only read; one thread. Memory grows with packs, controls, and submissions that wait.
 */
final class EffectBook extends Listener<Boolean> {

    private final EvidenceRequest request;
    private final Map<String, Map<String, Effect>> effects = new HashMap<>();
    private final Map<String, TreeMap<String, Long>> unread = new HashMap<>();
    private final Map<String, Map<String, Long>> held = new HashMap<>();
    private final Map<String, Waiting> holds = new HashMap<>();
    private long hits;
    private long findings;
    private long acknowledgements;
    private long wholeAcknowledgements;
    private Instant at = Instant.EPOCH;
    private String policy = "";
    private long index;

    EffectBook(EvidenceRequest request) {
        super(false);
        this.request = request;
    }

    /** Is what one control did. Mutable while the journal is read. */
    static final class Effect {
        private long evaluated;
        private long hits;
        private long unknown;
        private long inFlight;
        private long acknowledged;
        private long released;
        private long exceptional;
        private Optional<Long> first = Optional.empty();
        private Optional<Long> last = Optional.empty();
        private final Distribution seconds = new Distribution();
        private final Map<StatedLimit, Observed> observed = new HashMap<>();

        long evaluated() {
            return evaluated;
        }

        /** Gives how often the decisions say that it was breached or that its answer was unknown. */
        long hits() {
            return hits;
        }

        /** Gives how many of the hits are unknown answers. */
        long unknown() {
            return unknown;
        }

        /** Gives how often it objected to an order that was working. */
        long inFlight() {
            return inFlight;
        }

        /** Gives how many of its warnings were acknowledged. */
        long acknowledged() {
            return acknowledged;
        }

        /** Gives how many of its hits went on because their hold was released. */
        long released() {
            return released;
        }

        /** Gives how many exceptional releases it was overridden by. */
        long exceptional() {
            return exceptional;
        }

        long overrides() {
            return acknowledged + released + exceptional;
        }

        /** Gives the entry of the first hit. */
        Optional<Long> first() {
            return first;
        }

        /** Gives the entry of the last hit. */
        Optional<Long> last() {
            return last;
        }

        /** Gives how long people took. */
        Distribution seconds() {
            return seconds;
        }

        /** Gives the values that were judged by a limit of the control. */
        Observed observed(StatedLimit limit) {
            return observed.getOrDefault(limit, new Observed(limit, true));
        }

        private void hit(long entry) {
            first = first.isEmpty() ? Optional.of(entry) : first;
            last = Optional.of(entry);
        }
    }

    private record Waiting(String submission, String policy, Purpose.Kind kind, Instant since, Set<String> controls) {}

    /** Takes one entry. */
    void add(JournalEntry entry, EntryBody body) {
        at = entry.at();
        policy = entry.packFingerprint();
        index = entry.index();
        body.match(this);
    }

    /** Takes one decision. */
    void decision(RecordedDecision decision) {
        if (!request.covers(decision.at())) {
            return;
        }
        for (ControlTally tally : decision.tallies()) {
            Effect effect = effect(decision.policy(), tally.control().text());
            int more = tally.breached() + tally.unknown();
            effect.evaluated += tally.evaluated();
            effect.hits += more;
            effect.unknown += tally.unknown();
            hits += more;
            if (more > 0) {
                effect.hit(decision.index());
            }
            effect.observed.values().forEach(each -> each.population(decision, tally));
        }
        found(decision.policy(), decision.basket().findings());
        decision.lines().forEach(line -> found(decision.policy(), line.findings()));
        if (!decision.made().holds().isEmpty()) {
            held.put(decision.received().submission(), heldHits(decision));
        }
    }

    private static Map<String, Long> heldHits(RecordedDecision decision) {
        Map<String, Long> counted = new HashMap<>();
        List<ControlId> holding = decision.made().holds();
        decision.tallies().stream()
                .filter(tally -> holding.contains(tally.control()))
                .forEach(tally -> counted.put(tally.control().text(), (long) tally.breached() + tally.unknown()));
        return counted;
    }

    private void found(String by, List<RecordedFinding> all) {
        for (RecordedFinding finding : all) {
            if (finding.control().isPresent() && finding.reason() != ReasonCode.EARLY_WARNING) {
                findings++;
                effect(by, finding.control().get().text()).observed.values().forEach(each -> each.hit(finding));
            }
        }
    }

    /** Gives what a control of a pack did. */
    Effect effect(String fingerprint, String control) {
        return effects.computeIfAbsent(fingerprint, none -> new HashMap<>())
                .computeIfAbsent(control, none -> new Effect());
    }

    /** Gives how many hits the decisions state, whatever their control. */
    long hits() {
        return hits;
    }

    /** Gives how many findings name the control that hit. */
    long findings() {
        return findings;
    }

    /** Gives how many acts of acknowledging there were. */
    long acknowledgements() {
        return acknowledgements;
    }

    /** Gives how many of these cleared as many warnings as were raised and they state. */
    long wholeAcknowledgements() {
        return wholeAcknowledgements;
    }

    @Override
    public Boolean packControl(PackControl body) {
        Effect effect = effect(body.fingerprint().value(), body.id());
        boolean alone = body.limits().size() == 1;
        body.limits().forEach(limit -> effect.observed.putIfAbsent(limit, new Observed(limit, alone)));
        return true;
    }

    @Override
    public Boolean judged(WorkEntry.Judged body) {
        if (!request.covers(at)) {
            return false;
        }
        for (RecordedFinding finding : body.findings()) {
            if (finding.control().isPresent() && finding.reason() != ReasonCode.EARLY_WARNING) {
                Effect effect = effect(policy, finding.control().get().text());
                effect.inFlight++;
                effect.hit(index);
                effect.observed.values().forEach(each -> each.hit(finding));
            }
        }
        return true;
    }

    @Override
    public Boolean raised(WarningEntry.Raised body) {
        unread.computeIfAbsent(body.submission(), none -> new TreeMap<>())
                .merge(body.control().text(), (long) body.items().size(), Long::sum);
        return true;
    }

    @Override
    public Boolean acknowledged(WarningEntry.Acknowledged body) {
        TreeMap<String, Long> waiting = unread.getOrDefault(body.submission(), new TreeMap<>());
        long cleared = 0;
        for (ControlId control : body.controls()) {
            long open = waiting.getOrDefault(control.text(), 0L);
            long now = body.line().isPresent() ? Math.min(1, open) : open;
            waiting.put(control.text(), open - now);
            cleared += now;
            if (request.covers(at)) {
                Effect effect = effect(policy, control.text());
                effect.acknowledged += now;
                effect.seconds.add(body.secondsSinceShown());
            }
        }
        if (request.covers(at)) {
            acknowledgements++;
            wholeAcknowledgements += cleared == body.warnings() ? 1 : 0;
        }
        return true;
    }

    @Override
    public Boolean begun(HoldEntry.Begun body) {
        holds.put(
                body.hold().id(),
                new Waiting(body.submission(), policy, body.hold().purpose().kind(), at, new TreeSet<>()));
        return true;
    }

    @Override
    public Boolean frozen(HoldEntry.Frozen body) {
        Waiting waiting = holds.get(body.hold());
        return waiting != null && waiting.controls().add(body.quorum().control().text());
    }

    @Override
    public Boolean released(HoldEntry.Released body) {
        Waiting waiting = holds.remove(body.hold());
        if (waiting == null) {
            return false;
        }
        boolean hold = waiting.kind() == Purpose.Kind.RELEASE;
        Map<String, Long> heldHits =
                hold ? Optional.ofNullable(held.remove(waiting.submission())).orElse(Map.of()) : Map.of();
        if (!request.covers(at) || (!hold && waiting.kind() != Purpose.Kind.EXCEPTIONAL_RELEASE)) {
            return false;
        }
        for (String control : waiting.controls()) {
            Effect effect = effect(waiting.policy(), control);
            effect.released += hold ? heldHits.getOrDefault(control, 1L) : 0;
            effect.exceptional += hold ? 0 : 1;
            effect.seconds.add(Duration.between(waiting.since(), at).toSeconds());
        }
        return true;
    }

    @Override
    public Boolean rejected(HoldEntry.Rejected body) {
        return over(body.hold(), body.submission());
    }

    @Override
    public Boolean expired(HoldEntry.Expired body) {
        return over(body.hold(), body.submission());
    }

    @Override
    public Boolean ended(SubmissionEntry.Ended body) {
        unread.remove(body.submission());
        return held.remove(body.submission()) != null;
    }

    private boolean over(String hold, String submission) {
        Waiting waiting = holds.remove(hold);
        if (waiting != null && waiting.kind() == Purpose.Kind.RELEASE) {
            unread.remove(submission);
            held.remove(submission);
        }
        return waiting != null;
    }

    /** Is which values a limit was held against. Mutable while the journal is read. */
    static final class Observed {
        private static final String ORDER_NOTIONAL = "order.notional";
        private static final String BASKET_NOTIONAL = "basket.notional";
        private static final String BASKET_ITEMS = "basket.items";
        private static final long ONE = 1_000_000L;

        private final StatedLimit limit;
        private final boolean alone;
        private final boolean recorded;
        private final Distribution all = new Distribution();
        private final Distribution ofHits = new Distribution();
        private boolean whole = true;

        Observed(StatedLimit limit, boolean alone) {
            this.limit = limit;
            this.alone = alone;
            this.recorded =
                    Set.of(ORDER_NOTIONAL, BASKET_NOTIONAL, BASKET_ITEMS).contains(limit.measure())
                            && !limit.unit().startsWith("%");
        }

        /** Tells whether the journal holds every value that was judged, passes included. */
        boolean isOfAll() {
            return recorded && whole && all.values() > 0;
        }

        /** Gives the values: all that were judged where the journal holds them, else those of the hits. */
        Distribution values() {
            return isOfAll() ? all : ofHits;
        }

        private void population(RecordedDecision decision, ControlTally tally) {
            int known = tally.satisfied() + tally.breached();
            if (!recorded || tally.evaluated() == 0 || !whole) {
                return;
            }
            if (limit.measure().equals(ORDER_NOTIONAL)) {
                List<Long> values = decision.lines().stream()
                        .map(RecordedLine::notional)
                        .flatMap(Optional::stream)
                        .map(money -> money.micros())
                        .toList();
                // Where the control did not apply to every order, nobody knows to which of them it did.
                whole = tally.notApplicable() == 0 && values.size() == known;
                values.forEach(all::add);
            } else {
                OptionalLong value = limit.measure().equals(BASKET_ITEMS)
                        ? OptionalLong.of(decision.received().lines() * ONE)
                        : decision.basket().notional().stream()
                                .mapToLong(money -> money.micros())
                                .findFirst();
                whole = tally.evaluated() == 1 && known == (value.isPresent() ? 1 : 0);
                value.ifPresent(all::add);
            }
        }

        private void hit(RecordedFinding finding) {
            // A finding states of which share it speaks only by its control, so that of several nobody knows which it
            // was.
            if (alone || !limit.unit().startsWith(LimitValue.SHARE)) {
                LimitValue.observed(limit, finding).ifPresent(ofHits::add);
            }
        }
    }
}
