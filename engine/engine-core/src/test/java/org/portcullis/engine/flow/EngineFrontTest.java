package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.submission.SubmissionJson;

/** Several threads, one order of events. */
class EngineFrontTest {
    private static final int THREADS = 8;

    @Test
    void ofManyGatewaysOneGetsThrough() throws EngineFailure, InterruptedException, ExecutionException {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        Outcome.Released released = Scene.released(scene.submit(0, Scene.basket()));
        EngineFront front = new EngineFront(scene.engine, InstantSource.fixed(Scene.at(1)));
        Command present = new Command.PresentToken(
                released.envelope(), SubmissionJson.digest(Scene.basket().submission()));
        List<String> types = new ArrayList<>();
        for (Reply reply : together(() -> front.handle(present))) {
            types.addAll(Scene.types(reply.entries()));
        }
        assertEquals(1, types.stream().filter("token.burned"::equals).count());
        assertEquals(THREADS - 1, types.stream().filter("token.refused"::equals).count());
        assertEquals(Phase.GONE, front.view("S-000001").orElseThrow().phase());
        assertTrue(front.poll(1).entries().isEmpty());
    }

    private static List<Reply> together(Callable<Reply> call) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Reply>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                calls.add(call);
            }
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : threads.invokeAll(calls)) {
                replies.add(reply.get());
            }
            return replies;
        } finally {
            threads.shutdown();
        }
    }
}
