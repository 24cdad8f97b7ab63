package org.portcullis.app.scenario.flight;

import java.util.Map;
import java.util.Random;

/**
 * How prices fell and came back: straight down to the published fall of each market, and halfway up again. A reconstruction: the depths are published, the
 * shape is not.
 */
final class PricePath {
    private static final int WHOLE = 10_000;
    private static final int CONTINENT = 400;
    private static final int NORDIC_TROUGH = 480;
    private static final int TROUGH = 360;
    private static final int AT_THE_BOTTOM = 30;
    private static final int NOISE = 5;

    /** The published falls, in hundredths of a percent, by market identifier code. */
    private static final Map<String, Integer> DEPTHS = Map.of("XSTO", 800, "XHEL", 700, "XCSE", 650);

    private final int begin;
    private final int end;
    private final Random random;

    PricePath(int begin, int end, Random random) {
        this.begin = begin;
        this.end = end;
        this.random = random;
    }

    /** The fall in a market at a second, in hundredths of a percent of what the price was. */
    private int fall(String mic, int second) {
        int depth = DEPTHS.getOrDefault(mic, CONTINENT);
        int trough = DEPTHS.containsKey(mic) ? NORDIC_TROUGH : TROUGH;
        if (second <= begin) {
            return 0;
        }
        if (second <= trough) {
            return depth * (second - begin) / (trough - begin);
        }
        int upAgain = trough + AT_THE_BOTTOM;
        int back = Math.max(0, Math.min(second, end) - upAgain);
        return depth - depth / 2 * back / (end - upAgain);
    }

    /** The price at a second in millionths, with a little noise that never goes below the published fall. */
    long price(String mic, long priceMicros, int second) {
        int depth = DEPTHS.getOrDefault(mic, CONTINENT);
        int noise = second <= begin ? 0 : random.nextInt(2 * NOISE + 1) - NOISE;
        int fall = Math.max(0, Math.min(depth, fall(mic, second) + noise));
        return priceMicros / WHOLE * (WHOLE - fall) + priceMicros % WHOLE * (WHOLE - fall) / WHOLE;
    }
}
