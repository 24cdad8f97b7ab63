package org.portcullis.app.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WatchLoopTest {
    private final Map<String, String> contents = new TreeMap<>(Map.of("a.policy", "one", "b.csv", "one"));
    private final List<String> log = new ArrayList<>();
    private int status;

    @Test
    void runsOnceWhereNothingEverChanges() {
        assertEquals(0, run());
        assertEquals(List.of("run"), log);
    }

    @Test
    void runsAgainWhenAFileHasChanged() {
        run(() -> contents.put("a.policy", "two"));
        assertEquals(List.of("run", "changed [a.policy]", "run"), log);
    }

    @Test
    void runsAgainWhenAFileCameOrWent() {
        run(() -> contents.remove("b.csv"), () -> contents.put("c.policy", "one"));
        assertEquals(List.of("run", "changed [b.csv]", "run", "changed [c.policy]", "run"), log);
    }

    @Test
    void doesNotRunAgainWhereAFileWasOnlyTouched() {
        run(() -> contents.put("a.policy", "one"));
        assertEquals(List.of("run"), log);
    }

    @Test
    void endsWithTheStatusOfTheLastRun() {
        assertEquals(1, run(() -> {
            status = 1;
            contents.put("a.policy", "two");
        }));
    }

    private int run(Runnable... changes) {
        WatchLoop loop = new WatchLoop(
                () -> Map.copyOf(contents),
                () -> {
                    log.add("run");
                    return status;
                },
                changed -> log.add("changed " + changed));
        return loop.run(new ScriptedChanges(changes));
    }
}
