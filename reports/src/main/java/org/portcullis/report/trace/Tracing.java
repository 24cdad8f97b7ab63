package org.portcullis.report.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.decision.ControlTally;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.DecisionReading;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.PackActivated;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.engine.entry.RecordedDecision;
import org.portcullis.engine.entry.RecordedGroup;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.mapping.coverage.ControlTrace;
import org.portcullis.mapping.coverage.ControlTrace.Acted;
import org.portcullis.mapping.coverage.ControlTrace.Entries;
import org.portcullis.model.control.ControlId;
import org.portcullis.report.reading.Listener;
import org.portcullis.report.reading.Reading;

/** Listens to every entry of a journal. Mutable; for one reading. */
final class Tracing extends Listener<Boolean> {
    private final Instant from;
    private final Instant to;
    private final long wanted;
    private final Map<String, PackActivated> packs = new LinkedHashMap<>();
    private final Map<String, Map<String, Draft>> drafts = new LinkedHashMap<>();
    private final Map<String, Long> received = new LinkedHashMap<>();
    private final Map<String, Fired> submissions = new LinkedHashMap<>();
    private final Map<String, List<String>> held = new LinkedHashMap<>();
    private final Map<String, String> alerts = new LinkedHashMap<>();
    private final People about = new People();
    private String active = "";
    private long index;
    private Instant at = Instant.EPOCH;
    private long decisions;
    private String wantedSubmission = "";
    private Optional<RecordedDecision> wantedDecision = Optional.empty();

    Tracing(Instant from, Instant to, long wanted) {
        super(false);
        this.from = from;
        this.to = to;
        this.wanted = wanted;
    }

    JournalTrace read(EntrySource journal) throws JournalFailure {
        if (wanted >= 0) {
            wantedSubmission = submissionOf(journal, wanted);
        }
        DecisionReading open = new DecisionReading();
        new Reading(journal, Long.MAX_VALUE)
                .forEach((entry, body) -> body.ifPresent(known -> {
                    index = entry.index();
                    at = entry.at();
                    known.match(this);
                    open.add(entry, known).ifPresent(this::decided);
                }));
        List<ControlTrace> found = new ArrayList<>();
        drafts.forEach((pack, controls) -> controls.forEach((id, draft) -> found.add(trace(pack, id, draft))));
        return new JournalTrace(found, wantedDecision.map(this::decision), decisions);
    }

    /** Gives the submission that an entry is about; empty where it is about none. */
    private static String submissionOf(EntrySource journal, long wanted) throws JournalFailure {
        String[] found = {""};
        journal.forEach(entry -> {
            if (entry.index() == wanted) {
                found[0] = entry.body().findText("submission").orElseGet(entry::correlation);
            }
        });
        return found[0];
    }

    private boolean inPeriod() {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private ControlTrace trace(String pack, String id, Draft draft) {
        Optional<PackActivated> activated = Optional.ofNullable(packs.get(pack));
        return new ControlTrace(
                activated.map(PackActivated::name).orElse(""),
                activated.map(PackActivated::version).orElse(""),
                pack,
                id,
                draft.evaluated,
                draft.fired,
                draft.effects,
                draft.people.all());
    }

    private DecisionTrace decision(RecordedDecision decision) {
        SortedMap<String, String> fired = new TreeMap<>();
        effects(decision).forEach((id, effect) -> fired.put(id, effect));
        Optional<PackActivated> pack = Optional.ofNullable(packs.get(decision.policy()));
        return new DecisionTrace(
                decision.index(),
                decision.received().submission(),
                decision.received().basket(),
                decision.at(),
                pack.map(each -> each.name() + ", " + each.version()).orElse("a policy that was never put in force"),
                decision.policy(),
                decision.made().outcome().word(),
                decision.tallies().stream()
                        .filter(tally -> tally.evaluated() > 0)
                        .map(tally -> tally.control().text())
                        .toList(),
                fired,
                about.all());
    }

    private Draft draft(String pack, String control) {
        return drafts.computeIfAbsent(pack, none -> new LinkedHashMap<>())
                .computeIfAbsent(control, none -> new Draft());
    }

    /** Takes a decision once it is whole. */
    private void decided(RecordedDecision decision) {
        String submission = decision.received().submission();
        String pack = decision.policy();
        Map<String, String> effects = effects(decision);
        boolean counts = inPeriod();
        decisions += counts ? 1 : 0;
        if (submission.equals(wantedSubmission)) {
            wantedDecision = Optional.of(decision);
            about.add(decision.received().requester(), "requested", received.getOrDefault(submission, index));
        }
        for (ControlTally tally : decision.tallies()) {
            if (counts && tally.evaluated() > 0) {
                Draft draft = draft(pack, tally.control().text());
                draft.evaluated = draft.evaluated.and(index);
            }
        }
        if (counts) {
            effects.forEach((id, effect) -> {
                Draft draft = draft(pack, id);
                draft.fired = draft.fired.and(index);
                draft.came(effect, index);
                draft.people.add(
                        decision.received().requester(), "requested", received.getOrDefault(submission, index));
            });
        }
        received.remove(submission);
        if (!effects.isEmpty()) {
            submissions.put(
                    submission,
                    new Fired(
                            pack,
                            List.copyOf(effects.keySet()),
                            decision.made().holds().stream()
                                    .map(ControlId::text)
                                    .toList()));
        }
    }

    /** Gives for each control that fired the word of its strongest effect. */
    private static Map<String, String> effects(RecordedDecision decision) {
        Map<String, String> words = new LinkedHashMap<>();
        Map<String, RecordedGroup> strongest = new LinkedHashMap<>();
        for (RecordedGroup group : decision.groups()) {
            group.control().ifPresent(id -> strongest.merge(id.text(), group, Tracing::stronger));
        }
        for (ControlTally tally : decision.tallies()) {
            String id = tally.control().text();
            RecordedGroup group = strongest.get(id);
            if (group != null) {
                words.put(id, word(group));
            } else if (tally.breached() + tally.unknown() > 0) {
                words.put(id, "superseded");
            }
        }
        strongest.forEach((id, group) -> words.putIfAbsent(id, word(group)));
        return words;
    }

    private static RecordedGroup stronger(RecordedGroup one, RecordedGroup other) {
        int byEffect = one.effect().compareTo(other.effect());
        return byEffect > 0 || (byEffect == 0 && one.inFlight().compareTo(other.inFlight()) >= 0) ? one : other;
    }

    private static String word(RecordedGroup group) {
        return group.inFlight() == InFlightEffect.CONTINUE
                ? group.effect().word()
                : group.inFlight().word();
    }

    /** Notes what a person did about controls of a pack. */
    private void act(String pack, List<String> ids, String person, String did, String submission) {
        if (person.isEmpty()) {
            return;
        }
        if (inPeriod()) {
            ids.forEach(id -> draft(pack, id).people.add(person, did, index));
        }
        if (!submission.isEmpty() && submission.equals(wantedSubmission)) {
            about.add(person, did, index);
        }
    }

    private String pack(String submission) {
        Fired fired = submissions.get(submission);
        return fired == null ? active : fired.pack();
    }

    private static List<String> texts(List<ControlId> controls) {
        return controls.stream().map(ControlId::text).toList();
    }

    @Override
    public Boolean packActivated(PackActivated body) {
        active = body.fingerprint().value();
        packs.putIfAbsent(active, body);
        return true;
    }

    @Override
    public Boolean received(SubmissionEntry.Received body) {
        received.put(body.submission(), index);
        return true;
    }

    @Override
    public Boolean acknowledged(WarningEntry.Acknowledged body) {
        act(pack(body.submission()), texts(body.controls()), body.person(), "acknowledged", body.submission());
        return true;
    }

    @Override
    public Boolean ended(SubmissionEntry.Ended body) {
        Fired fired = submissions.get(body.submission());
        if (fired != null && body.why() == SubmissionEntry.Ended.Why.WITHDRAWN) {
            act(fired.pack(), fired.controls(), body.by(), "withdrew", body.submission());
        }
        return true;
    }

    @Override
    public Boolean asked(PetitionEntry.Asked body) {
        held.put(body.petition(), texts(body.controls()));
        act(
                pack(body.submission()),
                texts(body.controls()),
                body.person(),
                "asked for " + body.purpose().kind().word().replace('-', ' '),
                body.submission());
        return true;
    }

    @Override
    public Boolean begun(HoldEntry.Begun body) {
        Fired fired = submissions.get(body.submission());
        held.computeIfAbsent(body.hold().id(), none -> fired == null ? List.of() : fired.holds());
        return true;
    }

    @Override
    public Boolean voteAccepted(HoldEntry.VoteAccepted body) {
        act(
                pack(body.submission()),
                held.getOrDefault(body.hold(), List.of()),
                body.approver(),
                did(body.action()),
                body.submission());
        return true;
    }

    private static String did(Statement.Action action) {
        return switch (action) {
            case APPROVE -> "approved";
            case VERIFY -> "verified";
            case AUTHORISE -> "authorised";
            case REJECT -> "rejected";
        };
    }

    @Override
    public Boolean released(HoldEntry.Released body) {
        Set<String> seated = new LinkedHashSet<>();
        body.seats().forEach(seat -> {
            act(
                    pack(body.submission()),
                    List.of(seat.control().text()),
                    seat.person(),
                    "released",
                    seated.add(seat.person()) ? body.submission() : "");
        });
        return true;
    }

    @Override
    public Boolean stopped(WorkEntry.Stopped body) {
        if (inPeriod()) {
            draft(active, body.stop().control().text())
                    .came(body.stop().action().word(), index);
        }
        return true;
    }

    @Override
    public Boolean pulled(SwitchEntry.Pulled body) {
        if (inPeriod()) {
            draft(active, body.control().text()).came("pulled", index);
        }
        act(active, List.of(body.control().text()), body.person(), "pulled", "");
        return true;
    }

    @Override
    public Boolean cleared(SwitchEntry.Cleared body) {
        act(active, List.of(body.control().text()), body.by(), "let go", "");
        return true;
    }

    @Override
    public Boolean raised(AlertEntry.Raised body) {
        alerts.put(body.opening().id(), body.opening().group().control().text());
        if (inPeriod()) {
            draft(active, body.opening().group().control().text()).came("alert", index);
        }
        return true;
    }

    @Override
    public Boolean acknowledged(AlertEntry.Acknowledged body) {
        String control = alerts.get(body.alert());
        act(active, control == null ? List.of() : List.of(control), body.person(), "acknowledged an alert", "");
        return true;
    }

    /** Collects what is said of one control. Mutable. */
    private static final class Draft {
        private Entries evaluated = Entries.NONE;
        private Entries fired = Entries.NONE;
        private final SortedMap<String, Entries> effects = new TreeMap<>();
        private final People people = new People();

        void came(String effect, long entry) {
            effects.merge(effect, Entries.NONE.and(entry), (before, more) -> before.and(entry));
        }
    }

    /** Collects who did what. Mutable. */
    private static final class People {
        private final Map<Key, Entries> acts = new LinkedHashMap<>();

        private record Key(String person, String did) {}

        void add(String person, String did, long entry) {
            acts.merge(new Key(person, did), Entries.NONE.and(entry), (before, more) -> before.and(entry));
        }

        List<Acted> all() {
            return acts.entrySet().stream()
                    .map(act -> new Acted(act.getKey().person(), act.getKey().did(), act.getValue()))
                    .toList();
        }
    }

    /** What is remembered of a submission on which something fired. */
    private record Fired(String pack, List<String> controls, List<String> holds) {}
}
