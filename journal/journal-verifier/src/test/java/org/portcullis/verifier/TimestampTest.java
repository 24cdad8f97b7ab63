package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** The status of the response is nobody's to sign: 0 and 1 both say that the token was granted. */
    @Test
    void everyBitCountsButTheOneThatSaysHowItWasGranted() throws Exception {
        byte[] token = file("ec-sha384.tsr");
        byte[] stamped = file("stamped");
        TimeAuthority authority = authority("ca.pem");
        Timestamp.of(token, stamped, authority, PLACE);
        List<Integer> held = new ArrayList<>();
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            try {
                Timestamp.of(changed, stamped, authority, PLACE);
                held.add(bit);
            } catch (Rejection expected) {
                assertTrue(expected.outcome() != Outcome.VALID);
            }
        }
        int status = 8;
        assertEquals(List.of(status * 8), held);
    }

    /** A token may bring certificates that the path to a trusted one does not need; those are not looked at. */
    @Test
    void everyBitCountsButThoseOfCertificatesThatAreNotNeeded() throws Exception {
        byte[] token = file("rsa-sha256.tsr");
        byte[] stamped = file("stamped");
        TimeAuthority authority = authority("rsa.pem");
        Instant at = Timestamp.of(token, stamped, authority, PLACE);
        byte[] root = certificate("ca.pem");
        int from = indexOf(token, root);
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            boolean unsigned = bit == 8 * 8 || (bit / 8 >= from && bit / 8 < from + root.length);
            try {
                assertEquals(at, Timestamp.of(changed, stamped, authority, PLACE), "bit " + bit);
                assertTrue(unsigned, "bit " + bit);
            } catch (Rejection expected) {
                assertTrue(expected.outcome() != Outcome.VALID);
            }
        }
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

    private static byte[] certificate(String name) throws Exception {
        return TimeAuthority.read(Files.readString(Resources.at("/timestamps/" + name)))
                .certificates()
                .get(0)
                .getEncoded();
    }

    private static int indexOf(byte[] whole, byte[] part) {
        for (int at = 0; at <= whole.length - part.length; at++) {
            if (Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("the token does not bring the certificate");
    }

    private static TimeAuthority authority(String name) throws IOException {
        return TimeAuthority.read(Files.readString(Resources.at("/timestamps/" + name)));
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Resources.at("/timestamps/" + name));
    }
}
