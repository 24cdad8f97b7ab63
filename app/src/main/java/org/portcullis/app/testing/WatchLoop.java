package org.portcullis.app.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Runs tests again whenever the content of a watched file has changed.
 *
 * @param contents names and contents, or digests of contents, of the watched files as they are now
 * @param round runs once and returns the exit status
 * @param announce is told the names of the files that changed, before each further round
 */
public record WatchLoop(Supplier<Map<String, String>> contents, IntSupplier round, Consumer<List<String>> announce) {

    /** Runs once, and again after each change, until there are no more; returns the status of the last round. */
    public int run(ChangeSource changes) {
        Map<String, String> seen = contents.get();
        int status = round.getAsInt();
        while (changes.awaitChange()) {
            Map<String, String> now = contents.get();
            List<String> changed = changed(seen, now);
            if (!changed.isEmpty()) {
                seen = now;
                announce.accept(changed);
                status = round.getAsInt();
            }
        }
        return status;
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        Map<String, String> old = new TreeMap<>(before);
        return names.stream()
                .filter(name -> !Objects.equals(old.get(name), after.get(name)))
                .toList();
    }
}
