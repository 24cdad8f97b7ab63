package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the reader of timestamps to tokens that OpenSSL made, and to what hostile hands make of them. */
class TimestampTest {

    private static final Rejection.Place PLACE = Rejection.Place.of("timestamp.tsr");
    private static final long SEED = 3161;
    private static final int CHANGES = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"rsa-sha256", "rsa-sha512", "ec-sha384", "ec-sha256-v1"})
    void aTokenOfOpenSslHolds(String name) throws Exception {
        Instant at = Timestamp.of(file(name + ".tsr"), file("stamped"), authority("ca.pem"), PLACE);
        assertTrue(at.isAfter(Instant.parse("2020-01-01T00:00:00Z")), at::toString);
    }

    @Test
    void theAuthoritysOwnCertificateIsEnough() throws Exception {
        Timestamp.of(file("rsa-sha256.tsr"), file("stamped"), authority("rsa.pem"), PLACE);
    }

    @Test
    void aTokenOfAnotherAuthorityIsNotTrusted() {
        Rejection rejection = rejected("ec-sha384", "stamped", "rsa.pem");
        assertEquals(Outcome.UNTRUSTED_KEY, rejection.outcome());
    }

    @Test
    void aTokenOverOtherBytesDoesNotHold() {
        Rejection rejection = rejected("ec-sha384", "ca.pem", "ca.pem");
        assertEquals(Outcome.TAMPERED, rejection.outcome());
        assertEquals("the timestamp does not hold: it is over other bytes", rejection.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "imprint-sha512, it is not a token of a timestamp authority with SHA-256",
        "no-certificate, its signature is not by a certificate that it names and brings along"
    })
    void whatTheFormatDoesNotHaveDoesNotHold(String name, String reason) {
        assertEquals(
                "the timestamp does not hold: " + reason,
                rejected(name, "stamped", "ca.pem").getMessage());
    }

    @Test
    void whatIsNoCertificateIsNoAuthority() {
        assertThrows(IllegalArgumentException.class, () -> TimeAuthority.read("no certificate"));
        assertThrows(IllegalArgumentException.class, () -> TimeAuthority.read(""));
    }

    @Test
    void aCutAtAnyOffsetDoesNotHold() throws Exception {
        byte[] token = file("ec-sha384.tsr");
        for (int length = 0; length < token.length; length++) {
            byte[] cut = Arrays.copyOf(token, length);
            assertThrows(Rejection.class, () -> Timestamp.of(cut, file("stamped"), authority("ca.pem"), PLACE));
        }
    }

    /** What the authority did not sign may change, as the text beside the status; the time that is read may not. */
    @Test
    void noFlippedBitGivesAnotherTime() throws Exception {
        byte[] token = file("ec-sha384.tsr");
        byte[] stamped = file("stamped");
        TimeAuthority authority = authority("ca.pem");
        Instant at = Timestamp.of(token, stamped, authority, PLACE);
        int held = 0;
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            try {
                assertEquals(at, Timestamp.of(changed, stamped, authority, PLACE), "bit " + bit);
                held++;
            } catch (Rejection expected) {
                assertTrue(expected.outcome() != Outcome.VALID);
            }
        }
        assertTrue(held < 200, held + " flipped bits change nothing");
    }

    @Test
    void noGarbageThrowsAnythingElse() throws Exception {
        Random random = new Random(SEED);
        byte[] token = file("rsa-sha256.tsr");
        byte[] stamped = file("stamped");
        TimeAuthority authority = authority("ca.pem");
        for (int i = 0; i < CHANGES; i++) {
            byte[] changed = token.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                int from = random.nextInt(changed.length);
                int length = Math.min(changed.length - from, 1 + random.nextInt(6));
                for (int at = from; at < from + length; at++) {
                    changed[at] = (byte) random.nextInt(256);
                }
            }
            try {
                Timestamp.of(changed, stamped, authority, PLACE);
            } catch (Rejection expected) {
                assertTrue(expected.outcome() != Outcome.VALID, "seed " + SEED);
            }
        }
    }

    private static Rejection rejected(String token, String stamped, String authority) {
        return assertThrows(
                Rejection.class, () -> Timestamp.of(file(token + ".tsr"), file(stamped), authority(authority), PLACE));
    }

    private static TimeAuthority authority(String name) throws IOException {
        return TimeAuthority.read(Files.readString(Resources.at("/timestamps/" + name)));
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Resources.at("/timestamps/" + name));
    }
}
