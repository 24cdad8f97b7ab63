package org.portcullis.benchmark.alone;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Named whole numbers, which a process prints and another one reads. Mutable; owned by one thread. */
public final class Figures {
    private final SortedMap<String, Long> byName = new TreeMap<>();

    /** Keeps a number. */
    public Figures put(String name, long value) {
        byName.put(name, value);
        return this;
    }

    /** Whether there is such a number. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * Gives a number.
     *
     * @throws IllegalArgumentException if there is none of the name
     */
    public long get(String name) {
        Long value = byName.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing was measured as `" + name + "`: " + byName.keySet());
        }
        return value;
    }

    /** One line for each number. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Long> each : byName.entrySet()) {
            lines.append(each.getKey()).append(' ').append(each.getValue()).append('\n');
        }
        return lines.toString();
    }

    /** Reads what {@link #lines} wrote. */
    public static Figures of(String lines) {
        Figures figures = new Figures();
        for (String line : lines.split("\n", -1)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                figures.put(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
            }
        }
        return figures;
    }
}
