package org.portcullis.app.eval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.engine.fact.StatedFacts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.Header;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** Turns what a file states into facts, for one policy at one time. */
public final class OrderQuestion {
    private final Header header;
    private final Instant at;
    private final Mistakes mistakes;
    private final ValueSpelling spelling;

    /** Asks under the policy of the header. */
    public OrderQuestion(Header header, Instant at, Mistakes mistakes) {
        this.header = header;
        this.at = at;
        this.mistakes = mistakes;
        this.spelling = new ValueSpelling(header.currency());
    }

    /**
     * The facts; where a mistake was found they are not all there and MUST NOT be used.
     *
     * @param requesterRoles the roles of who asks, beside those that the file states
     */
    public SubmissionFacts facts(OrderFile file, List<String> requesterRoles) {
        List<StatedFacts.Stated> shared = read(file, file.shared(), true);
        requesterRoles.forEach(role -> shared.add(new StatedFacts.Stated(
                Reference.to(Measure.REQUESTER_ROLE), new Value.Text(role), new Provenance("command line", at))));
        List<List<StatedFacts.Stated>> lines = new ArrayList<>();
        file.lines().forEach(line -> lines.add(read(file, line, false)));
        String basketId = shared.stream()
                .filter(stated -> stated.reference().measure() == Measure.BASKET_ID)
                .map(stated -> ValueText.readable(stated.value()))
                .findFirst()
                .orElse(file.shown());
        return new StatedFacts(header, at).of(new StatedFacts.Question(basketId, shared, lines));
    }

    private List<StatedFacts.Stated> read(OrderFile file, List<StatedText> texts, boolean ofTheWhole) {
        List<StatedFacts.Stated> stated = new ArrayList<>();
        Set<Reference> seen = new HashSet<>();
        for (StatedText text : texts) {
            read(text).ifPresent(given -> {
                Measure measure = given.fact().measure();
                if (isMisplaced(measure, text, ofTheWhole)) {
                    return;
                }
                if (measure == Measure.MARKET_ADV
                        && given.fact().overTradingDays().isEmpty()) {
                    mistakes.add(
                            text.nameAt(),
                            "`market.adv` does not say over how many trading days it is averaged",
                            "write for example `market.adv over 20 trading days`");
                }
                if (!seen.add(identity(given.fact())) && measure != Measure.REQUESTER_ROLE) {
                    mistakes.add(text.nameAt(), "`" + measure.path() + "` is stated twice", "keep one of them");
                }
                given.value()
                        .ifPresent(value -> stated.add(new StatedFacts.Stated(given.fact(), value, from(file, text))));
            });
        }
        return stated;
    }

    /** An average has one value whatever its window; what is computed over time is a fact of its own. */
    private static Reference identity(Reference fact) {
        return fact.derivation().isPresent() ? fact : Reference.to(fact.measure());
    }

    private Optional<PolicyTest.Given> read(StatedText text) {
        ValueSpelling.Reading reading = spelling.read(text.attribute(), text.value());
        reading.wrong()
                .ifPresent(wrong -> mistakes.add(
                        wrong.inName()
                                ? text.nameAt()
                                : text.valueAt()
                                        .plus(text.value()
                                                .codePointCount(
                                                        0,
                                                        Math.min(
                                                                wrong.offset(),
                                                                text.value().length()))),
                        (text.valueAt().column() == 0 ? text.attribute() + ": " : "") + wrong.message(),
                        wrong.cure()));
        return reading.given();
    }

    private boolean isMisplaced(Measure measure, StatedText text, boolean ofTheWhole) {
        if (!ofTheWhole && measure.level() != Measure.Level.ORDER) {
            mistakes.add(
                    text.nameAt(),
                    "`" + measure.path() + "` belongs to the basket, not to one of its orders",
                    "state it beside `lines`");
            return true;
        }
        return false;
    }

    private Provenance from(OrderFile file, StatedText text) {
        return new Provenance(
                text.source().orElse(file.shown()), text.observedAt().orElse(at));
    }
}
