package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.entry.RecordedLine;
import org.portcullis.model.value.Value;

/**
 * A line on which findings block or hold, as the decision recorded it; the basket as a whole is line 0.
 *
 * @param findings those that count and block or hold
 */
record BlockedLine(
        int line,
        String symbol,
        Optional<Value.Money> notional,
        Effect effect,
        List<RecordedLine.RecordedFinding> findings) {
    BlockedLine {
        findings = List.copyOf(findings);
    }

    /** What is kept of a line; nothing where nothing blocks or holds it. */
    static Optional<BlockedLine> of(RecordedLine recorded) {
        List<RecordedLine.RecordedFinding> findings = recorded.findings().stream()
                .filter(finding -> finding.counts() && finding.effect().compareTo(Effect.HOLD) >= 0)
                .toList();
        boolean kept = recorded.effect() == Effect.BLOCK || !findings.isEmpty();
        return kept
                ? Optional.of(new BlockedLine(
                        recorded.line(), recorded.symbol(), recorded.notional(), recorded.effect(), findings))
                : Optional.empty();
    }

    /** The line with what another piece of its record says. */
    BlockedLine with(BlockedLine piece) {
        List<RecordedLine.RecordedFinding> more = new ArrayList<>(findings);
        more.addAll(piece.findings());
        return new BlockedLine(line, symbol, notional, effect, more);
    }

    /** Whether a finding concerns the basket with all its lines. */
    boolean isWide(RecordedLine.RecordedFinding finding) {
        return line == 0 || finding.wholeBasket();
    }
}
