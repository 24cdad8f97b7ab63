package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.json.JsonObject;

/** Whatever is done with keys: a restarted engine knows the same, and every entry reads back as it was written. */
class KeyRandomTest {
    private static final int STEPS = 400;

    @Test
    void aRestartKnowsTheSameKeys() throws EngineFailure {
        long seed = 20220502;
        System.out.println("random keys: seed " + seed);
        Random random = new Random(seed);
        Scene scene = Scene.beforeAnyPolicy();
        long second = 0;
        for (int step = 0; step < STEPS; step++) {
            second += random.nextInt(100_000);
            scene.handle(second, command(random, second));
            if (step % 20 == 0) {
                assertEquals(scene.engine.state(), scene.restarted().engine.state(), "after step " + step);
            }
        }
        for (JournalEntry entry : scene.memory.entries()) {
            EntryBody body = EntryBody.read(entry).orElseThrow();
            assertEquals(entry.body(), body.toJson());
        }
        assertEquals(
                List.of("key.enrolled", "key.refused", "key.revoked", "key.rotated"),
                scene.types().stream().distinct().sorted().toList());
    }

    private static Command command(Random random, long second) {
        String person = person(random);
        String confirms = person(random);
        JdkKeyPair key = anyKey(random);
        JdkKeyPair old = random.nextBoolean() ? Scene.key(person) : anyKey(random);
        return switch (random.nextInt(8)) {
            case 0 -> new Command.RevokeKey(anyKey(random).keyId(), confirms, "lost");
            case 1, 2, 3 -> {
                JsonObject enrolment = Enrolment.sign(person, key);
                yield new Command.EnrolKey(
                        enrolment, confirms, KeyConfirmation.sign(enrolment, confirms, Scene.key(confirms)));
            }
            default -> {
                Rotation rotation = Rotation.of(
                        person, key, old.keyId(), Scene.at(second).plus(Duration.ofDays(random.nextInt(32))));
                yield new Command.RotateKey(
                        rotation.sign(key),
                        rotation.sign(old),
                        confirms,
                        KeyConfirmation.of(rotation, confirms).sign(Scene.key(confirms)));
            }
        };
    }

    private static String person(Random random) {
        return Scene.KEY_HOLDERS.get(random.nextInt(Scene.KEY_HOLDERS.size()));
    }

    private static JdkKeyPair anyKey(Random random) {
        int number = random.nextInt(40);
        return JdkKeyPair.of("key-" + number, 110 + number);
    }
}
