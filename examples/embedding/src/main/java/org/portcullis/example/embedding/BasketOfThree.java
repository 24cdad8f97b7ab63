package org.portcullis.example.embedding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Side;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.value.CurrencyCode;

/** A basket worth USD 105 million, and its market. */
final class BasketOfThree {
    static final CurrencyCode USD = new CurrencyCode("USD");

    private BasketOfThree() {}

    // excerpt: basket
    static Submission basket() {
        return new Submission(
                "B-1",
                Staff.TRADER,
                Optional.of("Program Trading"),
                Optional.of("London"),
                Optional.of("DSA"),
                Optional.empty(),
                List.of(
                        new OrderLine(1, "O-1", "ACME", Side.SELL, Given.whole(400_000), new Given.Absent()),
                        new OrderLine(2, "O-2", "BETA", Side.SELL, Given.whole(1_000_000), new Given.Absent()),
                        new OrderLine(3, "O-3", "CARO", Side.SELL, Given.whole(500_000), new Given.Absent())));
    }
    // end of excerpt

    static MarketSnapshot market(Instant at) {
        Map<String, MarketSnapshot.Instrument> instruments = new TreeMap<>();
        Map.of("ACME", 100L, "BETA", 50L, "CARO", 30L)
                .forEach((symbol, dollars) -> instruments.put(
                        symbol,
                        new MarketSnapshot.Instrument(
                                symbol,
                                "XLON",
                                USD,
                                Given.whole(dollars),
                                at,
                                Given.whole(20_000_000),
                                at.minus(Duration.ofHours(16)),
                                20)));
        return new MarketSnapshot("example prices", instruments, Map.of());
    }
}
