package org.portcullis.journal.anchor;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anchors journals with timestamp authorities, good and bad. */
class TimestampTest {

    @TempDir
    private Path folder;

    private final DemonstrationAuthority authority = Stage.authority(Stage.NOON);

    @Test
    void aTokenThatHoldsIsKept() throws Exception {
        Path journal = new Stage(folder).journal("journal", 1);
        Anchored anchored = stamped(authority, authority.pem());
        byte[] root = Files.readAllBytes(journal.resolve("anchors/0000000000000002/root"));
        assertAll(
                () -> assertEquals(Optional.of(Stage.NOON), anchored.timestamped()),
                () -> assertEquals(
                        Stage.NOON, TimestampCheck.trusting(authority.pem()).holds(root, Files.readAllBytes(token()))));
    }

    @Test
    void anAuthorityIsAskedOverHttp() throws Exception {
        new Stage(folder).journal("journal", 1);
        try (DemonstrationAuthority.Serving serving =
                authority.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Anchored anchored = stamped(new HttpTimestampAuthority(serving.address()), authority.pem());
            assertEquals(Optional.of(Stage.NOON), anchored.timestamped());
        }
    }

    @Test
    void aTokenThatIsThereIsCheckedAndNotAskedForAgain() throws Exception {
        new Stage(folder).journal("journal", 1);
        stamped(authority, authority.pem());
        Anchored again = stamped(
                query -> {
                    throw new IOException("asked again");
                },
                authority.pem());
        assertEquals(Optional.of(Stage.NOON), again.timestamped());
    }

    @Test
    void anAuthorityThatDoesNotAnswerIsReported() throws Exception {
        new Stage(folder).journal("journal", 1);
        Anchored anchored = stamped(
                query -> {
                    throw new IOException("connection refused");
                },
                authority.pem());
        assertEquals(
                "timestamp: the authority did not answer: java.io.IOException: connection refused",
                anchored.failures().get(0));
    }

    @Test
    void aTokenOverOtherBytesIsRefused() throws Exception {
        assertRefused("different message imprint", query -> {
            TimeStampRequest asked = request(query);
            return authority.answer(TimestampCheck.query("other".getBytes(StandardCharsets.UTF_8), asked.getNonce()));
        });
    }

    @Test
    void aTokenWithAnotherNonceIsRefused() throws Exception {
        byte[] root = "root".getBytes(StandardCharsets.UTF_8);
        byte[] query = TimestampCheck.query(root, BigInteger.ONE);
        byte[] answer = authority.answer(TimestampCheck.query(root, BigInteger.TWO));
        RefusedTimestamp refused = assertThrows(
                RefusedTimestamp.class,
                () -> TimestampCheck.trusting(authority.pem()).accept(query, answer));
        assertTrue(refused.reason().contains("nonce"), refused::reason);
    }

    @Test
    void anAnswerThatIsNotGrantedIsRefused() throws Exception {
        assertRefused("the authority did not grant it: status 2, too busy", query -> {
            try {
                return new TimeStampResponseGenerator(null, TSPAlgorithms.ALLOWED)
                        .generateFailResponse(PKIStatus.REJECTION, PKIFailureInfo.systemFailure, "too busy")
                        .getEncoded();
            } catch (TSPException impossible) {
                throw new IOException(impossible);
            }
        });
    }

    @Test
    void anAuthorityThatIsNotTrustedIsRefused() throws Exception {
        assertRefused("the authority is not one that is trusted here", Stage.authority(Stage.NOON));
    }

    @Test
    void aTokenOfATimeAtWhichTheCertificateWasNotValidIsRefused() throws Exception {
        DemonstrationAuthority expired = DemonstrationAuthority.of(
                Stage.pair(),
                Stage.pair(),
                () -> Stage.NOON,
                Stage.NOON.minus(Duration.ofDays(2)),
                Stage.NOON.minus(Duration.ofDays(1)));
        assertRefused("certificate", expired, expired.pem());
    }

    @Test
    void aCertificateThatIsNotForTimestampingIsRefused() throws Exception {
        ServerCertificate wrong = ServerCertificate.of(Stage.pair(), Stage.NOON);
        assertRefused("ExtendedKeyUsage", wrong, wrong.pem());
    }

    @Test
    void aTokenOfAnotherTimeIsRefused() throws Exception {
        DemonstrationAuthority late = Stage.authority(Stage.NOON.plusSeconds(601));
        assertRefused("the authority is off: ", late, late.pem());
    }

    @Test
    void bytesThatAreNoAnswerAreRefused() throws Exception {
        assertRefused("the answer of the authority does not hold: ", query -> new byte[] {0x30, 0x03, 1, 2, 3});
        assertRefused("the answer of the authority does not hold: ", query -> new byte[0]);
    }

    @Test
    void aFlippedBitInAnyByteOfATokenIsRefusedOrChangesNothingThatCounts() throws Exception {
        byte[] root = "root".getBytes(StandardCharsets.UTF_8);
        byte[] answer = authority.answer(TimestampCheck.query(root, BigInteger.ONE));
        TimestampCheck check = TimestampCheck.trusting(authority.pem());
        for (int bit = 0; bit < answer.length * 8; bit += 9) {
            byte[] altered = answer.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                // The status text, the certificates' order and the like are not signed.
                assertEquals(Stage.NOON, check.holds(root, altered), "bit " + bit);
            } catch (RefusedTimestamp refused) {
                assertFalse(refused.reason().isEmpty());
            }
        }
    }

    private void assertRefused(String reason, TimestampAuthority bad) throws Exception {
        assertRefused(reason, bad, authority.pem());
    }

    private void assertRefused(String reason, TimestampAuthority bad, String trust) throws Exception {
        new Stage(folder).journal("journal", 1);
        Anchored anchored = stamped(bad, trust);
        assertAll(
                () -> assertEquals(Optional.empty(), anchored.timestamped()),
                () -> assertTrue(
                        anchored.failures().get(0).contains(reason),
                        () -> anchored.failures().get(0)),
                () -> assertFalse(Files.exists(token())));
    }

    private Anchored stamped(TimestampAuthority asked, String trust) throws Exception {
        Stage stage = new Stage(folder);
        return Anchoring.of(stage.path("journal"), stage.key(), WitnessPolicy.none())
                .stampedBy(asked, TimestampCheck.trusting(trust), Stage.NONCES)
                .anchor(Stage.NOON);
    }

    private Path token() {
        return folder.resolve("journal/anchors/0000000000000002/timestamp.tsr");
    }

    private static TimeStampRequest request(byte[] query) throws IOException {
        return new TimeStampRequest(query);
    }
}
