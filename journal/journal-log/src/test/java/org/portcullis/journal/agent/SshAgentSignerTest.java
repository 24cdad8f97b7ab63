package org.portcullis.journal.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.SigningFailure;
import org.portcullis.journal.Ed25519Signer;

/** What an agent says is not believed. */
class SshAgentSignerTest {
    private static final Ed25519Signer ALICE = Ed25519Signer.ofSeed("k-alice", new byte[32]);
    private static final byte[] MESSAGE = {1, 2, 3};
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private Path socket;
    private @Nullable ScriptedAgent agent;

    @BeforeEach
    void name() {
        socket = directory.resolve("agent");
    }

    @AfterEach
    void stop() throws IOException {
        if (agent != null) {
            agent.close();
        }
    }

    @Test
    void itSignsWithTheKeyOfTheName() throws IOException {
        answers(SshAgentSignerTest::honest);
        SshAgentSigner signer = signer();
        assertEquals("k-alice", signer.keyId());
        assertArrayEquals(ALICE.publicKey(), signer.publicKey());
        assertArrayEquals(ALICE.sign(MESSAGE), signer.sign(MESSAGE));
    }

    @Test
    void keysOfOtherKindsAreLeftOut() throws IOException {
        answers(SshAgentSignerTest::honest);
        assertEquals(1, SshAgent.at(socket, LONG).keys().size());
    }

    @Test
    void aNameThatItDoesNotHaveIsOneLine() throws IOException {
        answers(SshAgentSignerTest::honest);
        IOException failure =
                assertThrows(IOException.class, () -> SshAgentSigner.named(SshAgent.at(socket, LONG), "k-bob"));
        assertEquals("the SSH agent has no Ed25519 key with the comment `k-bob`", failure.getMessage());
    }

    @Test
    void twoKeysOfOneNameAreOneLine() throws IOException {
        byte[] other = Ed25519Signer.ofSeed("k-alice", Arrays.copyOf(new byte[] {9}, 32))
                .publicKey();
        byte[] two = ScriptedAgent.framed(
                12, number(2), identity("ssh-ed25519", ALICE.publicKey()), identity("ssh-ed25519", other));
        answers(request -> two);
        assertFails("the SSH agent has 2 different Ed25519 keys with the comment `k-alice`");
    }

    @Test
    void noAgentIsOneLine() {
        IOException failure = assertThrows(IOException.class, this::signer);
        assertEquals(
                0, String.valueOf(failure.getMessage()).indexOf("the SSH agent at `" + socket + "` cannot be used: "));
    }

    @Test
    void aSilentAgentIsCutOff() throws IOException {
        answers(request -> ScriptedAgent.SILENCE);
        IOException failure = assertThrows(
                IOException.class,
                () -> SshAgent.at(socket, Duration.ofMillis(50)).keys());
        assertEquals(unusable("it did not answer within 50 ms"), failure.getMessage());
    }

    @Test
    void anAgentThatFallsSilentWhenItIsToSignIsCutOff() throws IOException {
        UnaryOperator<byte[]> script = request -> request[0] == 11 ? honest(request) : ScriptedAgent.SILENCE;
        answers(script);
        SshAgentSigner signer = SshAgentSigner.named(SshAgent.at(socket, Duration.ofMillis(500)), "k-alice");
        assertThrows(SigningFailure.class, () -> signer.sign(MESSAGE));
    }

    @Test
    void aRefusalIsAFailure() throws IOException {
        assertSignFails(ScriptedAgent.framed(5), "it refuses");
    }

    @Test
    void anotherAlgorithmIsRefused() throws IOException {
        assertSignFails(signature("ssh-rsa", ALICE.sign(MESSAGE)), "it signed with another algorithm than ssh-ed25519");
    }

    @Test
    void aSignatureOfAnotherLengthIsRefused() throws IOException {
        assertSignFails(signature("ssh-ed25519", new byte[65]), "its answer has 65 bytes where 64 must be");
    }

    @Test
    void aSignatureByAnotherKeyIsRefused() throws IOException {
        byte[] others =
                Ed25519Signer.ofSeed("x", Arrays.copyOf(new byte[] {9}, 32)).sign(MESSAGE);
        SigningFailure failure = signFailure(signature("ssh-ed25519", others));
        assertEquals("the SSH agent gave a signature that does not hold for key `k-alice`", failure.getMessage());
    }

    @Test
    void aSignatureOverSomethingElseIsRefused() throws IOException {
        SigningFailure failure = signFailure(signature("ssh-ed25519", ALICE.sign(new byte[] {1, 2})));
        assertEquals("the SSH agent gave a signature that does not hold for key `k-alice`", failure.getMessage());
    }

    @Test
    void anAnswerOfAnotherKindIsRefused() throws IOException {
        assertSignFails(ScriptedAgent.framed(12, number(0)), "it answers something else");
    }

    @Test
    void anAnswerThatGoesOnIsRefused() throws IOException {
        byte[] more = ScriptedAgent.framed(
                14, SshWire.strings(SshWire.strings(SshWire.ascii("ssh-ed25519"), ALICE.sign(MESSAGE))), new byte[] {0
                });
        assertSignFails(more, "its answer goes on where it should end");
    }

    @Test
    void anEndlessAnswerIsNotRead() throws IOException {
        assertSignFails(number(-1), "its answer has 4294967295 bytes and 262144 are the most");
        assertSignFails(number(0), "its answer has 0 bytes and 262144 are the most");
    }

    @Test
    void endlessKeysAreNotRead() throws IOException {
        answers(request -> ScriptedAgent.framed(12, number(1_001)));
        assertFails(unusable("it says that it has 1001 keys, and 1000 are the most"));
    }

    @Test
    void anAnswerThatIsCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = honest(new byte[] {11});
        int[] length = {1};
        answers(request -> Arrays.copyOf(whole, length[0]));
        for (length[0] = 1; length[0] < whole.length; length[0]++) {
            assertThrows(IOException.class, this::signer, "cut after " + length[0]);
        }
    }

    @Test
    void whateverAnAgentSaysOnlyTheRightSignatureIsGiven() throws IOException {
        long seed = 20220502;
        System.out.println("hostile agents: seed " + seed);
        Random random = new Random(seed);
        UnaryOperator<byte[]> script = request -> {
            byte[] answer = honest(request);
            if (request[0] != 11) {
                int at = random.nextInt(answer.length);
                answer[at] ^= (byte) (1 << random.nextInt(8));
                return random.nextInt(4) == 0 ? Arrays.copyOf(answer, at + 1) : answer;
            }
            return answer;
        };
        answers(script);
        SshAgentSigner signer = signer();
        for (int round = 0; round < 500; round++) {
            assertThrows(SigningFailure.class, () -> signer.sign(MESSAGE));
        }
    }

    private void answers(UnaryOperator<byte[]> script) throws IOException {
        stop();
        Files.deleteIfExists(socket);
        agent = ScriptedAgent.on(socket, script);
    }

    private SshAgentSigner signer() throws IOException {
        return SshAgentSigner.named(SshAgent.at(socket, LONG), "k-alice");
    }

    private void assertFails(String message) {
        IOException failure = assertThrows(IOException.class, this::signer);
        assertEquals(message, failure.getMessage());
    }

    private void assertSignFails(byte[] answer, String why) throws IOException {
        assertEquals(
                "key `k-alice` could not sign: " + unusable(why),
                signFailure(answer).getMessage());
    }

    private SigningFailure signFailure(byte[] answer) throws IOException {
        answers(request -> request[0] == 11 ? honest(request) : answer);
        SshAgentSigner signer = signer();
        return assertThrows(SigningFailure.class, () -> signer.sign(MESSAGE));
    }

    private String unusable(String why) {
        return "the SSH agent at `" + socket + "` cannot be used: " + why;
    }

    /** Has an RSA key and Alice's, and signs with hers. */
    private static byte[] honest(byte[] request) {
        if (request[0] == 11) {
            return ScriptedAgent.framed(
                    12, number(2), identity("ssh-rsa", new byte[] {1, 2}), identity("ssh-ed25519", ALICE.publicKey()));
        }
        ByteBuffer rest = ByteBuffer.wrap(request, 1, request.length - 1);
        rest.position(1 + Integer.BYTES + rest.getInt());
        byte[] message = new byte[rest.getInt()];
        rest.get(message);
        return signature("ssh-ed25519", ALICE.sign(message));
    }

    private static byte[] identity(String algorithm, byte[] key) {
        return SshWire.strings(SshWire.strings(SshWire.ascii(algorithm), key), SshWire.ascii("k-alice"));
    }

    private static byte[] signature(String algorithm, byte[] bytes) {
        return ScriptedAgent.framed(14, SshWire.strings(SshWire.strings(SshWire.ascii(algorithm), bytes)));
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
