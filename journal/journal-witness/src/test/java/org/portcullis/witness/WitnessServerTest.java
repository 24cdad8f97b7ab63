package org.portcullis.witness;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States what a witness answers over HTTP, and what it remembers. */
class WitnessServerTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final CosigningKey key = CosigningKey.generate("witness.example/w1", new SecureRandom());
    private final SmallLog log = SmallLog.named("log.example/desk").grow(5, "entry ");

    private WitnessServer server;

    @BeforeEach
    void startTheWitness() throws IOException {
        server = start();
    }

    @AfterEach
    void stopTheWitness() throws IOException {
        server.close();
    }

    @Test
    void theFirstCheckpointOfALogIsCosigned() throws Exception {
        HttpResponse<String> answer = add(log.submission(0));
        assertEquals(200, answer.statusCode());
        assertCosigned(answer.body(), log);
    }

    @Test
    void aCosignatureNamesTheTimeOfTheWitness() throws Exception {
        String line = add(log.submission(0)).body();
        assertEquals(key.cosign(log.text(), NOON.getEpochSecond()), line);
    }

    @Test
    void aCheckpointThatExtendsTheLastOneIsCosigned() throws Exception {
        add(log.submission(0));
        log.grow(8, "more ");
        HttpResponse<String> answer = add(log.submission(5));
        assertEquals(200, answer.statusCode());
        assertCosigned(answer.body(), log);
    }

    @Test
    void theSameCheckpointIsCosignedAgain() throws Exception {
        add(log.submission(0));
        assertEquals(200, add(log.submission(5)).statusCode());
    }

    @Test
    void anotherOldSizeThanTheWitnessHasIsAnsweredWithIts() throws Exception {
        add(log.submission(0));
        log.grow(8, "more ");
        HttpResponse<String> answer = add(log.submission(3));
        assertAll(
                () -> assertEquals(409, answer.statusCode()),
                () -> assertEquals("5\n", answer.body()),
                () -> assertEquals(
                        "text/x.tlog.size",
                        answer.headers().firstValue("Content-Type").orElse("")));
    }

    @Test
    void theOldSizeZeroIsNoWayAroundWhatWasCosigned() throws Exception {
        add(log.submission(0));
        assertEquals(409, add(log.fork(0).grow(9, "other ").submission(0)).statusCode());
    }

    @Test
    void aProofOfSomethingElseIsRefused() throws Exception {
        add(log.submission(0));
        log.grow(8, "more ");
        List<byte[]> proof = log.proof(5);
        proof.get(0)[0] ^= 1;
        assertEquals(422, add(log.submission(5, proof)).statusCode());
    }

    @Test
    void aMissingProofIsRefused() throws Exception {
        add(log.submission(0));
        log.grow(8, "more ");
        assertEquals(422, add(log.submission(5, List.of())).statusCode());
    }

    @Test
    void aProofBesideTheOldSizeZeroIsRefused() throws Exception {
        assertEquals(422, add(log.submission(0, log.proof(3))).statusCode());
    }

    @Test
    void aForkOfTheSameSizeIsRefused() throws Exception {
        add(log.submission(0));
        HttpResponse<String> answer = add(log.fork(4).grow(1, "other ").submission(5, List.of()));
        assertAll(() -> assertEquals(409, answer.statusCode()), () -> assertEquals("5\n", answer.body()));
    }

    @Test
    void aForkThatGrewIsRefused() throws Exception {
        add(log.submission(0));
        assertEquals(422, add(log.fork(4).grow(9, "other ").submission(5)).statusCode());
    }

    @Test
    void aLogThatWasRolledBackIsRefused() throws Exception {
        add(log.submission(0));
        SmallLog earlier = log.fork(3);
        assertAll(
                () -> assertEquals(400, add(earlier.submission(5, List.of())).statusCode()),
                () -> assertEquals(409, add(earlier.submission(3)).statusCode()),
                () -> assertEquals(409, add(earlier.submission(0)).statusCode()));
    }

    @Test
    void whatWasRefusedChangesNothing() throws Exception {
        add(log.submission(0));
        String before = latest(log);
        add(log.fork(4).grow(9, "other ").submission(5));
        add(log.fork(3).submission(3));
        assertEquals(before, latest(log));
    }

    @Test
    void aLogThatTheWitnessWasNotToldOfIsUnknown() throws Exception {
        assertEquals(
                404,
                add(SmallLog.named("log.example/other").grow(1, "e").submission(0))
                        .statusCode());
    }

    @Test
    void theRightOriginWithAnotherKeyIsForbidden() throws Exception {
        assertEquals(403, add(log.withAnotherKey().submission(0)).statusCode());
    }

    @Test
    void aSignatureOverAnotherTextIsForbidden() throws Exception {
        String signed = log.submission(0);
        assertEquals(403, add(signed.replace("\n5\n", "\n6\n")).statusCode());
    }

    @Test
    void signaturesOfOtherKeysAreIgnored() throws Exception {
        String other = SmallLog.named("log.example/other").grow(1, "e").note();
        String line = other.substring(other.indexOf("\u2014"));
        assertEquals(200, add(log.submission(0) + line).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "old 0\n",
                "old 0\n\n",
                "old\n\nNOTE",
                "old -1\n\nNOTE",
                "old 00\n\nNOTE",
                "old 9999999999999999999\n\nNOTE",
                "new 0\n\nNOTE",
                "old 0\nnot a hash\n\nNOTE",
                "old 0\nAAAA\n\nNOTE",
                "old 0\n\nNOTE\n",
                "old 0\r\n\r\nNOTE",
                "old 0\n\nlog.example/desk\n5\n\n\u2014 log.example/desk AAAA\n",
                "old 6\n\nNOTE"
            })
    void aMalformedBodyIsRefused(String body) throws Exception {
        assertEquals(400, add(body.replace("NOTE", log.note())).statusCode());
    }

    @Test
    void sixtyFourLinesOfProofAreRefused() throws Exception {
        List<byte[]> proof = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            proof.add(new byte[32]);
        }
        assertEquals(400, add(log.submission(0, proof)).statusCode());
    }

    @Test
    void bytesThatAreNotTextAreRefused() throws Exception {
        assertEquals(400, post(new byte[] {'o', 'l', 'd', ' ', (byte) 0xFF, '\n', '\n'}));
    }

    @Test
    void aBodyAboveTheMaximumIsRefused() throws Exception {
        assertEquals(413, post(new byte[Submission.MAX_BYTES + 1]));
    }

    @Test
    void theLatestNoteHasTheSignaturesOfTheLogAndOfTheWitness() throws Exception {
        String line = add(log.submission(0)).body();
        assertEquals(log.note() + line, latest(log));
    }

    @Test
    void ofALogThatWasNeverCosignedThereIsNoLatestNote() throws Exception {
        assertEquals(
                404, get("/latest/" + StateFolder.nameOf("log.example/desk")).statusCode());
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertAll(
                () -> assertEquals(404, get("/").statusCode()),
                () -> assertEquals(404, get("/latest/../" + "0".repeat(64)).statusCode()),
                () -> assertEquals(405, get("/add-checkpoint").statusCode()));
    }

    @Test
    void aRestartKeepsWhatWasCosigned() throws Exception {
        add(log.submission(0));
        String before = latest(log);
        restart();
        assertAll(
                () -> assertEquals(before, latest(log)),
                () -> assertEquals(
                        409, add(log.fork(4).grow(9, "other ").submission(0)).statusCode()));
    }

    @Test
    void aStateThatWasCutWhileItWasWrittenIsNotTaken() throws Exception {
        add(log.submission(0));
        String before = latest(log);
        Path unfinished = folder.resolve("state").resolve(StateFolder.nameOf("log.example/desk") + ".tmp");
        Files.writeString(unfinished, before.substring(0, before.length() / 2));
        restart();
        assertEquals(before, latest(log));
    }

    @Test
    void aWitnessWhoseStateIsNotItsOwnDoesNotStart() throws Exception {
        add(log.submission(0));
        server.close();
        Path state = folder.resolve("state").resolve(StateFolder.nameOf("log.example/desk") + ".checkpoint");
        String whole = Files.readString(state);
        for (String broken :
                List.of("", whole.substring(0, whole.length() - 20), whole.replace("\n5\n", "\n4\n"), log.note())) {
            Files.writeString(state, broken);
            assertThrows(IOException.class, this::start, broken);
        }
        Files.writeString(state, whole);
        server = start();
    }

    @Test
    void withoutADurableStateNoCosignatureLeaves() throws Exception {
        Files.createDirectories(folder.resolve("state").resolve(StateFolder.nameOf("log.example/desk") + ".tmp"));
        HttpResponse<String> answer = add(log.submission(0));
        assertAll(
                () -> assertEquals(500, answer.statusCode()),
                () -> assertEquals("the witness cannot write its state\n", answer.body()),
                () -> assertEquals(
                        404,
                        get("/latest/" + StateFolder.nameOf("log.example/desk")).statusCode()));
    }

    @Test
    void aSecondWitnessOnTheSameStateDoesNotStart() {
        assertThrows(IOException.class, this::start);
    }

    @Test
    void ofTwoForksThatComeTogetherOneIsCosigned() throws Exception {
        add(log.submission(0));
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            HttpRequest request = request(log.fork(5).grow(3, "branch " + i).submission(5));
            answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .thenApply(HttpResponse::statusCode));
        }
        List<Integer> statuses =
                answers.stream().map(CompletableFuture::join).sorted().toList();
        assertEquals(200, statuses.get(0));
        assertTrue(statuses.stream().skip(1).allMatch(status -> status == 409), statuses::toString);
    }

    private void restart() throws IOException {
        server.close();
        server = start();
    }

    private WitnessServer start() throws IOException {
        Witness witness = Witness.open(key, folder.resolve("state"), List.of(log.key()));
        return WitnessServer.start(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), () -> NOON);
    }

    private HttpResponse<String> add(String body) throws IOException, InterruptedException {
        return client.send(request(body), HttpResponse.BodyHandlers.ofString());
    }

    private int post(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at("/add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest request(String body) {
        return HttpRequest.newBuilder(at("/add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private String latest(SmallLog wanted) throws IOException, InterruptedException {
        return get("/latest/" + StateFolder.nameOf(wanted.key().name())).body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create(server.address() + path);
    }

    private void assertCosigned(String line, SmallLog cosigned) throws Malformed {
        assertTrue(key.cosigned(SignedCheckpoint.read(cosigned.note() + line)), line);
    }
}
