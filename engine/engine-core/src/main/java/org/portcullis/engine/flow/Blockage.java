package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.entry.RecordedLine.RecordedFinding;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ExceptionalRelease;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.value.Value;

/**
 * What stands between one line, or one basket, and its release.
 *
 * @param blocked the lines that are blocked or held, with the basket itself as line 0
 * @param asked the line, or 0 for the basket
 */
record Blockage(PolicyPack pack, Collection<BlockedLine> blocked, Set<ControlId> holds, int asked) {

    /** One control that blocks, and how it lets one trade past. */
    record Way(ControlId control, ExceptionalRelease release) {}

    /** The findings that block exactly what is asked for, and nothing wider. */
    List<RecordedFinding> blockers() {
        return (asked == 0 ? ofBasket(Effect.BLOCK) : ofLines(Effect.BLOCK, line -> line == asked)).toList();
    }

    /** Whether the basket is blocked where only a line is asked for. */
    boolean isBlockedWider() {
        return asked != 0 && ofBasket(Effect.BLOCK).findAny().isPresent();
    }

    /** The ways past every control that blocks; empty where one of them has none for what is asked. */
    Optional<List<Way>> ways() {
        List<Way> ways = new ArrayList<>();
        for (RecordedFinding finding : blockers()) {
            Optional<Way> way = finding.control()
                    .filter(control -> finding.reason() != ReasonCode.MISSING_DATA)
                    .flatMap(control -> pack.find(control)
                            .flatMap(Obligation::exceptional)
                            .filter(release -> release.ofBasket() == (asked == 0))
                            .map(release -> new Way(control, release)));
            if (way.isEmpty()) {
                return Optional.empty();
            }
            if (!ways.contains(way.get())) {
                ways.add(way.get());
            }
        }
        return Optional.of(ways);
    }

    /** Whether something holds it that states no terms, so that nobody can let it go. */
    boolean isStuck() {
        return held(line -> line == asked).anyMatch(finding -> !hasTerms(finding));
    }

    /** The approvals that hold it besides. */
    List<Approving> approvals() {
        LineSet lines = lines();
        return held(lines::contains)
                .flatMap(finding -> finding.control().stream())
                .distinct()
                .filter(holds::contains)
                .flatMap(control -> pack.find(control).flatMap(Obligation::holdTerms).stream()
                        .map(terms -> new Approving(control, terms)))
                .toList();
    }

    /** A control that holds, with its terms. */
    record Approving(ControlId control, HoldTerms terms) {}

    /** The lines that go: the one that is asked for, or those of the basket that nothing stops by itself. */
    LineSet lines() {
        return LineSet.of(blocked.stream()
                .filter(line -> line.line() != 0)
                .filter(line -> asked == 0 ? !isStoppedAlone(line) : line.line() == asked)
                .map(BlockedLine::line)
                .toList());
    }

    /** The symbol of the line that is asked for; empty where it is the basket. */
    String symbol() {
        return blocked.stream()
                .filter(line -> line.line() != 0 && line.line() == asked)
                .map(BlockedLine::symbol)
                .findFirst()
                .orElse("");
    }

    /** The money that goes; empty where one of the lines has no known amount. */
    Optional<Value.Money> notional() {
        LineSet lines = lines();
        List<Optional<Value.Money>> amounts = blocked.stream()
                .filter(line -> lines.contains(line.line()))
                .map(BlockedLine::notional)
                .toList();
        return Release.total(amounts);
    }

    private boolean isStoppedAlone(BlockedLine line) {
        return line.findings().stream()
                .filter(finding -> !line.isWide(finding))
                .anyMatch(finding -> finding.effect() == Effect.BLOCK || !hasTerms(finding));
    }

    private boolean hasTerms(RecordedFinding finding) {
        return finding.control().filter(holds::contains).isPresent();
    }

    /** What holds the basket, and what holds some of its lines by themselves. */
    private Stream<RecordedFinding> held(IntPredicate some) {
        return Stream.concat(ofBasket(Effect.HOLD), ofLines(Effect.HOLD, some));
    }

    private Stream<RecordedFinding> ofBasket(Effect effect) {
        return blocked.stream()
                .flatMap(line ->
                        line.findings().stream().filter(finding -> finding.effect() == effect && line.isWide(finding)));
    }

    private Stream<RecordedFinding> ofLines(Effect effect, IntPredicate some) {
        return blocked.stream()
                .filter(line -> some.test(line.line()))
                .flatMap(line -> line.findings().stream()
                        .filter(finding -> finding.effect() == effect && !line.isWide(finding)));
    }
}
