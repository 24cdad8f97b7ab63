package org.portcullis.report.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class CrcTest {

    private static final long SEED = 20220502;

    @Test
    void partsGiveTheChecksumOfTheWhole() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            byte[] whole = new byte[random.nextInt(5_000)];
            random.nextBytes(whole);
            int cut = random.nextInt(whole.length + 1);
            byte[] second = Arrays.copyOfRange(whole, cut, whole.length);
            assertEquals(
                    sum(whole),
                    Crc.joined(sum(Arrays.copyOf(whole, cut)), sum(second), second.length),
                    "seed " + SEED + ", case " + i);
        }
    }

    private static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
