package org.portcullis.engine.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.model.value.Value;

class OwnEstimateTest {
    private static final long SEED = 20220502;

    @Test
    void theQuotientIsThatOfLongDivision() {
        Random random = new Random(SEED);
        for (int round = 0; round < 10_000; round++) {
            long dividend = random.nextLong() >>> (1 + random.nextInt(60));
            long divisor = 1 + (random.nextLong() >>> (1 + random.nextInt(60))) / 2;
            BigInteger wanted = BigInteger.valueOf(dividend)
                    .multiply(BigInteger.valueOf(1_000_000))
                    .divide(BigInteger.valueOf(divisor));
            Optional<Long> expected =
                    wanted.bitLength() < Long.SIZE ? Optional.of(wanted.longValueExact()) : Optional.empty();
            assertEquals(expected, OwnEstimate.quotient(dividend, divisor), "seed " + SEED + ", round " + round);
        }
    }

    @Test
    void anAmountThatIsNotKnownHasNoRatio() {
        OwnEstimate unknown = new OwnEstimate("facts", new RetypedAmount("basket.notional", Optional.empty()));
        assertEquals(Optional.empty(), unknown.ratio(1));
    }

    @Test
    void theRatioIsCutToMillionths() {
        OwnEstimate three = new OwnEstimate("facts", new RetypedAmount("basket.notional", Optional.of(Sample.usd(3))));
        assertEquals(Optional.of(new Value.Ratio(333_333)), three.ratio(1_000_000));
    }
}
