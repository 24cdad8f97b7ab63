package org.portcullis.engine.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Rollout;
import org.portcullis.model.control.Stage;

/**
 * Knows of each control of a pack, by its index, what an assessment asks of it again and again; made when the pack is loaded, so that an assessment costs
 * what it meets and not what the pack has.
 *
 * <p>Immutable but for what each thread counts with; safe for use by many threads.
 */
final class ControlTable {
    private static final Tier[] TIERS = Tier.values();

    /** No clock of a zone is further from that of another. */
    private static final Duration ANY_OFFSET = Duration.ofDays(2);

    private final PolicyPack pack;
    private final boolean[] grant;
    private final boolean[] enforced;
    private final boolean[] ofLines;
    private final int[] rank;
    private final ControlTally[] satisfiedOnce;
    private final Map<ControlId, Control> byId = new HashMap<>();
    private final int[][] asked = new int[Stage.values().length][Tier.values().length];
    private final Instant surelyFrom;
    private final Instant surelyUntil;
    private final ThreadLocal<Tallies> tallies;

    private ControlTable(PolicyPack pack) {
        List<Control> controls = pack.controls();
        int size = controls.size();
        this.pack = pack;
        this.grant = new boolean[size];
        this.enforced = new boolean[size];
        this.ofLines = new boolean[size];
        this.rank = new int[size];
        this.satisfiedOnce = new ControlTally[size];
        for (int i = 0; i < size; i++) {
            Control control = controls.get(i);
            Tier tier = Obligation.tierOf(control);
            grant[i] = ControlKind.of(control) == ControlKind.GRANT;
            enforced[i] = control.heading().rollout() == Rollout.ENFORCE;
            ofLines[i] = tier.isOfLines();
            satisfiedOnce[i] = new ControlTally(control.id(), 0, 1, 0, 0);
            byId.putIfAbsent(control.id(), control);
            for (Stage stage : Stage.values()) {
                if (control.appliesAt(stage)) {
                    asked[index(stage)][index(tier)]++;
                }
            }
        }
        int[] sorted = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> controls.get(i).id()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < size; i++) {
            rank[sorted[i]] = i;
        }
        surelyFrom = pack.header()
                .effectiveFrom()
                .atStartOfDay(pack.header().zone())
                .toInstant()
                .plus(ANY_OFFSET);
        surelyUntil = pack.header()
                .effectiveUntil()
                .map(day -> day.atStartOfDay(pack.header().zone()).toInstant().minus(ANY_OFFSET))
                .orElse(Instant.MAX);
        tallies = ThreadLocal.withInitial(() -> new Tallies(size));
    }

    static ControlTable of(PolicyPack pack) {
        return new ControlTable(pack);
    }

    PolicyPack pack() {
        return pack;
    }

    /** Whether the policy is in force on the day of the instant, in its own zone. */
    boolean isInForce(Instant at) {
        // Only near the days on which that changes does the calendar have to be asked.
        return (at.isAfter(surelyFrom) && at.isBefore(surelyUntil))
                || pack.header().inForceOn(at.atZone(pack.header().zone()).toLocalDate());
    }

    boolean isGrant(int control) {
        return grant[control];
    }

    boolean isEnforced(int control) {
        return enforced[control];
    }

    /** Whether the stage has any control of the tier. */
    boolean has(Stage stage, Tier tier) {
        return asked[index(stage)][index(tier)] > 0;
    }

    /** How many controls the stage has in the tiers. */
    int asked(Stage stage, Set<Tier> tiers) {
        int all = 0;
        int[] ofStage = asked[index(stage)];
        for (Tier tier : TIERS) {
            all += tiers.contains(tier) ? ofStage[index(tier)] : 0;
        }
        return all;
    }

    /** Finds a control by its id. */
    Optional<Control> find(ControlId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Counts of this thread that nobody uses, all zero; whoever takes them MUST release them. */
    Tallies tallies() {
        Tallies own = tallies.get();
        Tallies free = own.isFree() ? own : new Tallies(grant.length);
        free.take();
        return free;
    }

    /** The counts of the controls that applied or may have, sorted by id; each was asked once per line or once for the basket. */
    List<ControlTally> counted(Tallies counts, int lines) {
        int[] touched = counts.sortedBy(rank);
        List<ControlTally> all = new ArrayList<>(touched.length);
        for (int control : touched) {
            int times = ofLines[control] ? lines : 1;
            all.add(
                    times == 1 && counts.isSatisfiedOnce(control)
                            ? satisfiedOnce[control]
                            : counts.of(control, pack.controls().get(control).id(), times));
        }
        return all;
    }

    // Ordinals index arrays within one run and are never written anywhere.
    @SuppressWarnings("EnumOrdinal")
    private static int index(Stage stage) {
        return stage.ordinal();
    }

    @SuppressWarnings("EnumOrdinal")
    private static int index(Tier tier) {
        return tier.ordinal();
    }
}
