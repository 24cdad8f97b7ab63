package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.Fingerprint;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;

/** A pack changes in one step, while work goes on. */
class ReloadTest {
    private static final int SUBMITTERS = 4;
    private static final int BASKETS = 50;
    private static final int RELOADS = 40;

    private final ExecutorService threads = Executors.newFixedThreadPool(SUBMITTERS + 1);

    @Test
    void noCommandSeesHalfAPack() throws EngineFailure, InterruptedException, ExecutionException {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        EngineFront front = new EngineFront(scene.engine, InstantSource.fixed(Scene.at(1)));
        List<PolicyPack> packs = List.of(warning("ODD"), warning("EVEN"));
        front.reload(() -> activates(packs.get(0)));
        List<Callable<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < SUBMITTERS; thread++) {
            String name = "b" + thread + "-";
            work.add(() -> {
                for (int basket = 0; basket < BASKETS; basket++) {
                    Market market = Scene.basket().basket(name + basket);
                    front.handle(new Command.Submit(market.submission(), market.snapshot(), Stage.RELEASED));
                }
                return null;
            });
        }
        work.add(() -> {
            for (int reload = 1; reload <= RELOADS; reload++) {
                PolicyPack pack = packs.get(reload % 2);
                front.reload(() -> activates(pack));
            }
            return null;
        });
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();
        requireWholePacks(scene.memory.entries(), packs);
    }

    @Test
    void othersGoOnWhileAPackIsLoaded() throws EngineFailure, InterruptedException, ExecutionException {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        EngineFront front = new EngineFront(scene.engine, InstantSource.fixed(Scene.at(1)));
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch submitted = new CountDownLatch(1);
        Future<Reply> reload = threads.submit(() -> front.reload(() -> {
            loading.countDown();
            submitted.await();
            return activates(Sample.pack(Scene.GRANT, Scene.APPROVAL));
        }));
        loading.await();
        Scene.released(front.handle(submits()));
        submitted.countDown();
        reload.get();
        Scene.waiting(front.handle(submits()));
        threads.shutdown();
    }

    @Test
    void aPackThatCannotBeLoadedChangesNothing() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        EngineFront front = new EngineFront(scene.engine, InstantSource.fixed(Scene.at(1)));
        int before = scene.memory.entries().size();
        assertThrows(
                IOException.class,
                () -> front.reload(() -> {
                    throw new IOException("the file is gone");
                }));
        assertEquals(before, scene.memory.entries().size());
        Scene.released(front.handle(submits()));
    }

    @Test
    void whatWaitsGoesOnUnderTheTermsItBeganWith() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        scene.submit(0, Scene.basket());
        EngineFront front = new EngineFront(scene.engine, InstantSource.fixed(Scene.at(20)));
        String before = front.view("S-000001").orElseThrow().policy();
        front.reload(() -> activates(Sample.pack(Scene.GRANT, Scene.FREE)));
        scene.vote(20, Scene.HEAD);
        assertEquals(Phase.WAITING, front.view("S-000001").orElseThrow().phase());
        Outcome.Released released = Scene.released(scene.vote(21, Scene.RISK));
        assertEquals(before, released.submission().policy());
    }

    private static PolicyPack warning(String prefix) {
        List<Control> controls = new ArrayList<>();
        controls.add(Scene.GRANT);
        IntStream.range(0, 5)
                .forEach(index -> controls.add(Sample.softOrder(
                        prefix + "-" + index, Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(40_000)))));
        return Sample.pack(controls);
    }

    private static Command activates(PolicyPack pack) {
        return new Command.Activate(Assessor.over(ReferenceEvaluator.of(pack)), "delta1.policy", "p-policy", List.of());
    }

    private static Command submits() {
        Market market = Scene.basket();
        return new Command.Submit(market.submission(), market.snapshot(), Stage.RELEASED);
    }

    /** Each decision names the pack before it in the journal, with all of that pack's warnings and none of another's; no pack is cut in two. */
    private static void requireWholePacks(List<JournalEntry> entries, List<PolicyPack> packs) {
        String inForce = "";
        Set<String> raised = new TreeSet<>();
        int submissions = 0;
        for (int index = 0; index < entries.size(); index++) {
            JournalEntry entry = entries.get(index);
            switch (entry.type()) {
                case "pack.activated" -> {
                    inForce = entry.packFingerprint();
                    for (int control = 1; control <= entry.body().whole("controls"); control++) {
                        assertEquals(
                                "pack.control", entries.get(index + control).type());
                    }
                }
                case "submission.received" -> {
                    submissions++;
                    raised.clear();
                    assertEquals(inForce, entry.packFingerprint());
                }
                case "warning.raised" -> raised.add(entry.body().text("control"));
                case "warning.shown" -> {
                    String pack = inForce;
                    PolicyPack whole = packs.stream()
                            .filter(each -> Fingerprint.of(each).value().equals(pack))
                            .findFirst()
                            .orElseThrow();
                    assertEquals(
                            whole.controls().stream()
                                    .skip(1)
                                    .map(control -> control.id().text())
                                    .collect(Collectors.toCollection(TreeSet::new)),
                            raised);
                }
                default -> assertTrue(entry.index() == index);
            }
        }
        assertEquals(SUBMITTERS * BASKETS, submissions);
    }
}
