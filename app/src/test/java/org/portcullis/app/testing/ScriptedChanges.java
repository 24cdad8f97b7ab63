package org.portcullis.app.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Makes one change after the other as soon as somebody waits for it, and then ends. */
public final class ScriptedChanges implements ChangeSource {
    private final Deque<Runnable> changes;

    public ScriptedChanges(Runnable... changes) {
        this.changes = new ArrayDeque<>(List.of(changes));
    }

    @Override
    public boolean awaitChange() {
        if (changes.isEmpty()) {
            return false;
        }
        changes.removeFirst().run();
        return true;
    }

    @Override
    public void close() {
        changes.clear();
    }
}
