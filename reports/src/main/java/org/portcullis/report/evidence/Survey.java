package org.portcullis.report.evidence;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.engine.approval.EnrolledKey;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.engine.attestation.AttestationHistory;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.DecisionReading;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.entry.PackActivated;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.RecordedDecision;
import org.portcullis.engine.entry.RecordedLine;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.TokenEntry;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.engine.journal.EntryFormat;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.engine.reconciliation.Reconciliation;
import org.portcullis.model.json.Digest;
import org.portcullis.model.value.Value;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.obligation.Judgement;
import org.portcullis.report.obligation.Obligations;
import org.portcullis.report.reading.Listener;
import org.portcullis.report.reading.Reading;
import org.portcullis.report.reading.TextBook;

/**
 * Is what one reading of the whole journal shows: whether it is complete, which packs were in force, what became of each submission, and
 * how many entries of each type lie in the period.
 *
 * <p>Mutable while it reads, then only read; one thread.
 */
final class Survey {

    private final EvidenceRequest request;
    private final MerkleRoot root = new MerkleRoot();
    private final Map<String, Pack> packs = new LinkedHashMap<>();
    private final Fates fates = new Fates();
    private final TextBook baskets = new TextBook();
    private final Map<String, Long> inPeriod = new TreeMap<>();
    private final Map<String, EnrolledKey> keys = new LinkedHashMap<>();
    private final PolicyTotals totals = new PolicyTotals();
    private final VolumeCounts volume = new VolumeCounts();
    private long entries;
    private long expected;
    private long gaps;
    private long brokenLinks;
    private Digest previous = EntryFormat.NO_ENTRY;
    private long decisions;
    private long wholeDecisions;
    private long withoutPack;
    private final Map<String, Long> unknownPolicies = new TreeMap<>();
    private long statedBlocks;
    private long statedLines;
    private BigDecimal statedNotional = BigDecimal.ZERO;
    private BigDecimal lineNotional = BigDecimal.ZERO;
    private BigDecimal blockNotional = BigDecimal.ZERO;
    private BigDecimal releasedNotional = BigDecimal.ZERO;
    private long cleared;
    private long shownTexts;
    private long sameTexts;
    private long votes;
    private long validVotes;
    private final SignatureVerdicts signatures;
    private final Obligations obligations;
    private List<Judgement> judgements = List.of();
    private final Books books;
    private final AttestationHistory attestations;
    private final Reconciliation.Gathering reconciling;

    private Survey(EvidenceRequest request, SignatureCheck check) {
        this.request = request;
        this.signatures = new SignatureVerdicts(keys, check);
        this.obligations = new Obligations(request, signatures::holds);
        this.books = Books.open(request);
        this.attestations = new AttestationHistory(check);
        this.reconciling = new Reconciliation.Gathering(request::covers);
    }

    /** Reads the journal. */
    static Survey of(Reading reading, EvidenceRequest request, SignatureCheck check) throws JournalFailure {
        Survey survey = new Survey(request, check);
        DecisionReading open = new DecisionReading();
        reading.forEach((entry, body) -> {
            survey.link(entry);
            survey.attestations.see(entry);
            body.ifPresent(known -> {
                Noting noting = survey.new Noting(entry);
                known.unfolded().forEach(each -> each.match(noting));
                survey.books.add(entry, known);
                survey.reconciling.add(entry, known);
                open.add(entry, known).ifPresent(survey::decision);
            });
            survey.obligations.see(entry, body);
        });
        survey.books.chain().close(survey.root);
        survey.judgements = Reservations.unlessEmpty(survey.obligations.judgements(), survey.entriesInPeriod());
        return survey;
    }

    private void link(JournalEntry entry) {
        boolean gap = entry.index() != expected;
        boolean broken = !entry.previous().equals(previous);
        gaps += gap ? 1 : 0;
        brokenLinks += broken ? 1 : 0;
        expected = entry.index() + 1;
        books.chain().add(entry, gap, broken, root);
        previous = entry.leafHash();
        root.add(entry.leafHash());
        entries++;
        if (request.covers(entry.at())) {
            inPeriod.merge(entry.type(), 1L, Long::sum);
        }
    }

    private void decision(RecordedDecision decision) {
        obligations.decision(decision);
        books.decision(decision);
        if (!request.covers(decision.at())) {
            return;
        }
        decisions++;
        wholeDecisions += decision.isWhole() ? 1 : 0;
        statedBlocks += decision.made().counts().block();
        statedLines += decision.received().lines();
        statedNotional = statedNotional.add(known(decision.received().notional()));
        totals.add(decision);
        volume.add(decision.at(), decision.received().lines());
        Pack pack = packs.get(decision.policy());
        if (pack == null) {
            withoutPack++;
            unknownPolicies.merge(decision.policy(), 1L, Long::sum);
        } else {
            pack.add(decision.tallies(), decision.index());
        }
    }

    /** Gives the number of entries that were read. */
    long entries() {
        return entries;
    }

    /** Gives the number of places at which an index is missing or repeated. */
    long gaps() {
        return gaps;
    }

    /** Gives the number of entries that do not carry the hash of the one before. */
    long brokenLinks() {
        return brokenLinks;
    }

    /** Gives the root over all entries that were read. */
    Digest root() {
        return root.value();
    }

    /** Tells whether the entries are exactly those that the checkpoint speaks of. */
    boolean isComplete() {
        return gaps == 0
                && brokenLinks == 0
                && entries == request.journal().size()
                && root().equals(request.journal().root());
    }

    /** Tells whether anything is missing between the first entry and the checkpoint, with the figures. */
    Tested gapFree() {
        return new Tested(
                isComplete(),
                "entries 0 to " + (entries - 1) + ": " + gaps + " gaps, " + brokenLinks + " broken links, root "
                        + (root().equals(request.journal().root()) ? "equal to" : "other than")
                        + " the checkpoint's; checkpoint size "
                        + request.journal().size());
    }

    /** Gives what the journal shows of each obligation. */
    List<Judgement> judgements() {
        return judgements;
    }

    /**
     * Gives the packs that were activated or decided in the period, in the order of their activation; where the period has neither, those that
     * were in force in it.
     */
    List<Pack> packs() {
        List<Pack> ofPeriod = packs.values().stream()
                .filter(pack -> pack.decisions() > 0 || request.covers(pack.at()))
                .toList();
        return ofPeriod.isEmpty() ? inForce() : ofPeriod;
    }

    /** Gives the packs that were in force at some time of the period, in the order of their activation. */
    List<Pack> inForce() {
        return books.policies().inForce(request).stream()
                .map(each -> each.pack().fingerprint().value())
                .distinct()
                .flatMap(fingerprint -> pack(fingerprint).stream())
                .toList();
    }

    Optional<Pack> pack(String fingerprint) {
        return Optional.ofNullable(packs.get(fingerprint));
    }

    /** Gives what became of a submission. */
    Fate fate(String submission) {
        return fates.of(submission);
    }

    /** Gives the id of a submission's basket; empty where no such submission was received. */
    String basket(String submission) {
        return baskets.find(submission).orElse("");
    }

    /** Gives the id of a submission's basket, or the submission itself where it was not received. */
    String named(String submission) {
        return baskets.find(submission).orElse(submission);
    }

    /** Gives the number of entries in the period that have one of the types. */
    long inPeriod(Collection<String> types) {
        return types.stream().mapToLong(type -> inPeriod.getOrDefault(type, 0L)).sum();
    }

    /** Gives what checks signatures against the keys of this journal. */
    SignatureVerdicts signatures() {
        return signatures;
    }

    /** Gives what else one reading of the journal shows. */
    Books books() {
        return books;
    }

    /** Gives what people attested to in the journal. */
    AttestationHistory attestations() {
        return attestations;
    }

    /** Gives what of the period was noticed, raised, delivered and seen. */
    Reconciliation reconciliation() {
        return reconciling.result();
    }

    /** Gives the busiest stretches of the period. */
    VolumeCounts volume() {
        return volume;
    }

    PolicyTotals totals() {
        return totals;
    }

    long decisions() {
        return decisions;
    }

    /** Gives the number of decisions whose parts have the digest that the decision names. */
    long wholeDecisions() {
        return wholeDecisions;
    }

    /** Gives the number of decisions by packs that were never activated in the journal. */
    long withoutPack() {
        return withoutPack;
    }

    /** Gives the fingerprints of packs that were never activated in the journal and decided in the period, each with the number of its decisions. */
    Map<String, Long> unknownPolicies() {
        return unknownPolicies;
    }

    /** Gives the number of entries of the period, of any type. */
    long entriesInPeriod() {
        return inPeriod.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Gives the number of blocking findings that the decisions state. */
    long statedBlocks() {
        return statedBlocks;
    }

    /** Gives the number of orders that were received with the decided submissions. */
    long statedLines() {
        return statedLines;
    }

    /** Gives the notional that the decided submissions had when they were received. */
    BigDecimal statedNotional() {
        return statedNotional;
    }

    /** Gives the notional of all orders in the entries decision.lines. */
    BigDecimal lineNotional() {
        return lineNotional;
    }

    /** Gives the notional of all blocking findings in the entries decision.lines. */
    BigDecimal blockNotional() {
        return blockNotional;
    }

    /** Gives the notional of all tokens. */
    BigDecimal releasedNotional() {
        return releasedNotional;
    }

    /** Gives the number of warnings that were acknowledged. */
    long cleared() {
        return cleared;
    }

    /** Gives the number of texts about warnings that were handed out. */
    long shownTexts() {
        return shownTexts;
    }

    /** Gives the number of these whose digest is the one that the entry states. */
    long sameTexts() {
        return sameTexts;
    }

    /** Gives the number of accepted votes. */
    long votes() {
        return votes;
    }

    /** Gives the number of accepted votes whose signature holds. */
    long validVotes() {
        return validVotes;
    }

    private static BigDecimal known(Optional<Value.Money> money) {
        return money.map(amount -> BigDecimal.valueOf(amount.micros(), 6)).orElse(BigDecimal.ZERO);
    }

    /** Notes what one entry says. */
    private final class Noting extends Listener<Boolean> {
        private final JournalEntry entry;

        Noting(JournalEntry entry) {
            super(false);
            this.entry = entry;
        }

        @Override
        public Boolean received(SubmissionEntry.Received body) {
            baskets.put(body.submission(), body.basket());
            return true;
        }

        @Override
        public Boolean packActivated(PackActivated body) {
            return packs.putIfAbsent(body.fingerprint().value(), new Pack(body, entry.index(), entry.at())) == null;
        }

        @Override
        public Boolean packControl(PackControl body) {
            Pack pack = packs.get(body.fingerprint().value());
            if (pack != null) {
                pack.add(body, entry.index());
            }
            return true;
        }

        @Override
        public Boolean enrolled(KeyEntry.Enrolled body) {
            return add(EnrolledKey.of(body.keyId(), body.person(), body.publicKey()));
        }

        @Override
        public Boolean rotated(KeyEntry.Rotated body) {
            Rotation rotation = body.rotation();
            return add(EnrolledKey.of(rotation.keyId(), rotation.person(), rotation.publicKey()));
        }

        private boolean add(EnrolledKey key) {
            return keys.put(key.keyId(), key) == null;
        }

        @Override
        public Boolean lines(DecisionEntry.Lines body) {
            if (!request.covers(entry.at())) {
                return false;
            }
            for (RecordedLine line : body.lines()) {
                BigDecimal notional = known(line.notional());
                long blocks = line.findings().stream()
                        .filter(finding -> finding.counts() && finding.effect() == Effect.BLOCK)
                        .count();
                blockNotional = blockNotional.add(notional.multiply(BigDecimal.valueOf(blocks)));
                lineNotional = line.line() == 0 ? lineNotional : lineNotional.add(notional);
            }
            return true;
        }

        @Override
        public Boolean shown(WarningEntry.Shown body) {
            if (!request.covers(entry.at())) {
                return false;
            }
            shownTexts++;
            boolean same =
                    Digest.of(body.text().getBytes(StandardCharsets.UTF_8)).equals(body.textDigest());
            sameTexts += same ? 1 : 0;
            return true;
        }

        @Override
        public Boolean acknowledged(WarningEntry.Acknowledged body) {
            cleared += request.covers(entry.at()) ? body.warnings() : 0;
            return true;
        }

        @Override
        public Boolean voteAccepted(HoldEntry.VoteAccepted body) {
            if (request.covers(entry.at())) {
                votes++;
                validVotes += signatures.holds(body) ? 1 : 0;
            }
            return true;
        }

        @Override
        public Boolean made(DecisionEntry.Made body) {
            Fate.State state = switch (body.outcome()) {
                case BLOCKED -> Fate.State.BLOCKED;
                case WAITING -> Fate.State.OPEN;
                case RELEASED -> Fate.State.RELEASED;
            };
            fates.put(
                    body.submission(),
                    Fate.without(state, entry.index()),
                    request.covers(entry.at()) ? entry.packFingerprint() : "");
            return true;
        }

        @Override
        public Boolean ended(SubmissionEntry.Ended body) {
            return then(body.submission(), Fate.State.of(body.why()));
        }

        @Override
        public Boolean rejected(HoldEntry.Rejected body) {
            return then(body.submission(), Fate.State.REJECTED);
        }

        @Override
        public Boolean expired(HoldEntry.Expired body) {
            return then(body.submission(), Fate.State.EXPIRED);
        }

        @Override
        public Boolean issued(TokenEntry.Issued body) {
            if (request.covers(entry.at())) {
                releasedNotional = releasedNotional.add(known(body.notional()));
            }
            Fate fate =
                    new Fate(Fate.State.RELEASED, entry.index(), body.token().lines(), body.notional());
            fates.then(body.token().submission(), before -> fate).ifPresent(known -> totals.released(known, fate));
            return true;
        }

        @Override
        public Boolean burned(TokenEntry.Burned body) {
            return then(body.submission(), Fate.State.USED);
        }

        private boolean then(String submission, Fate.State state) {
            fates.then(submission, fate -> fate.then(state, entry.index()));
            return true;
        }
    }
}
