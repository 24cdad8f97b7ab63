package org.portcullis.app.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.wiring.ScenarioDirectory;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.people.Person;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Side;
import org.portcullis.engine.submission.Submission;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.model.control.Role;
import org.portcullis.model.value.CurrencyCode;

class EmbeddingExampleTest {

    private static final Path ROOT = Path.of("..");
    private static final Instant AT = Instant.parse("2026-12-01T09:00:00Z");
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final String POLICY = """
            policy "One desk"
              language    1
              version     2026.12.1
              owner       "Head of Risk"
              review      every 90 days, last on 2026-11-01
              effective   from 2026-12-01
              time zone   Europe/London
              calendar    XLON-EQ
              currency    USD converted at ECB-EOD, stale after 1 days
              market data stale after 2 seconds
              missing data blocks.

            grant DESK-TRADERS
              cites    UK-RTS6 "15(5)"
              lets role "Trader" submit baskets, when released.

            hard limit DESK-WAVE
              cites    UK-RTS6 "15(1)(b)"
              applies  to baskets, when released
              block    the whole basket if basket.notional is more than USD 4 billion
              say      "{basket.notional} is above {limit}.".
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aSmallBasketIsReleased() throws Exception {
        assertInstanceOf(Outcome.Released.class, decide(1_000));
    }

    @Test
    void aBasketAboveTheLimitIsBlocked() throws Exception {
        Outcome.Blocked blocked = assertInstanceOf(Outcome.Blocked.class, decide(58_000_000));

        assertEquals(Effect.BLOCK, blocked.decision().basketEffect());
        assertEquals(
                "USD 5,800,000,000 is above USD 4 billion.",
                blocked.decision().findings().get(0).message());
    }

    @Test
    void theReadmeShowsThisExample() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/portcullis/app/readme/EmbeddingExample.java"));
        String example = source.substring(
                source.indexOf("// README begins\n") + "// README begins\n".length(),
                source.indexOf("    // README ends"));

        assertTrue(Files.readString(ROOT.resolve("README.md"))
                .contains("```java\n" + example.stripTrailing().stripIndent().strip() + "\n```"));
    }

    private Outcome decide(long shares) throws Exception {
        Submission basket = new Submission(
                "B-1",
                "p-trader",
                Optional.of("Delta 1"),
                Optional.of("London"),
                Optional.empty(),
                Optional.empty(),
                List.of(new OrderLine(1, "O-1", "ACME", Side.BUY, Given.whole(shares), new Given.Absent())));
        MarketSnapshot market = new MarketSnapshot(
                "test prices",
                Map.of(
                        "ACME",
                        new MarketSnapshot.Instrument(
                                "ACME", "XLON", USD, Given.parse("100.00"), AT, new Given.Absent(), AT, 20)),
                Map.of(USD, new MarketSnapshot.PinnedRate(USD, USD, Given.parse("1"), AT)));
        Person trader = new Person("p-trader", "A trader", new TreeSet<>(List.of(new Role("Trader"))), new TreeSet<>());
        int[] drawn = {0};
        return EmbeddingExample.decide(
                POLICY,
                basket,
                market,
                new ScenarioDirectory(List.of(trader)),
                folder.resolve("journal"),
                key("example.org/desk", 1),
                key("example.org/tokens", 2),
                () -> String.format(java.util.Locale.ROOT, "%032d", ++drawn[0]),
                AT);
    }

    private static Signer key(String name, int first) {
        byte[] seed = new byte[Ed25519Signer.SEED_BYTES];
        seed[0] = (byte) first;
        return Ed25519Signer.ofSeed(name, seed);
    }
}
