package org.portcullis.engine.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.Header;

/**
 * Turns a submission into facts, with source and age for what is known and cause and cure for what is not.
 *
 * <p>The result depends on nothing but the arguments. No input makes it fail: whatever is missing, too old, unreadable or too large becomes an unknown
 * fact. Amounts are converted at the snapshot's pinned rates and rounded once, up.
 *
 * @param header the policy's currency and the ages that it allows
 * @param snapshot the market data that the decision is taken on
 * @param at when the decision is taken
 */
public record FactExtractor(Header header, MarketSnapshot snapshot, Instant at) {

    /** Extracts the facts of the basket and of each line; {@code requesterRoles} are the names of the roles held now. */
    public SubmissionFacts facts(Submission submission, Set<String> requesterRoles) {
        Provenance given = new Provenance("submission", at);
        LineFacts reading = new LineFacts(header, snapshot, at, given);
        Facts common = reading.common(submission, requesterRoles);
        BasketFacts basket = new BasketFacts(submission.basketId(), common, given);
        List<Facts.Builder> builders = new ArrayList<>(submission.lines().size());
        for (OrderLine line : submission.lines()) {
            Facts.Builder facts = common.toBuilder(line.number());
            reading.read(line, facts);
            builders.add(facts);
            basket.add(line.symbol(), facts.peek());
        }
        Gaps gaps = new Gaps(submission.basketId());
        Facts whole = basket.facts(reading.intended(submission, gaps), reading.median(submission, gaps));
        Facts[] lines = new Facts[builders.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = BasketFacts.repeat(whole, builders.get(i));
        }
        return new SubmissionFacts(submission.basketId(), whole, List.of(lines));
    }
}
