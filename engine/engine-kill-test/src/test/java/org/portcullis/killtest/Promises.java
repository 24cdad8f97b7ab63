package org.portcullis.killtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the processes of one journal have said so far: the steps that they acknowledged, and how far deadlines were fired. */
final class Promises {
    final Map<Long, String> entries = new TreeMap<>();
    final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    Instant polled = Instant.MIN;
    int stateChecks;

    /** Takes one line; whether it acknowledged a step. */
    boolean take(String line) {
        String[] words = line.split(" ", 4);
        switch (words[0]) {
            case "E" -> entries.put(Long.valueOf(words[1]), words[2] + " " + words[3]);
            case "P" -> {
                Instant upTo = Instant.parse(words[1]);
                polled = upTo.isAfter(polled) ? upTo : polled;
            }
            case "S" -> stateChecks++;
            case "R" -> {}
            default -> faults.add(line);
        }
        return words[0].equals("E");
    }
}
