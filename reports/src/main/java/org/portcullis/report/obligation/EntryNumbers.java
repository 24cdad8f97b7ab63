package org.portcullis.report.obligation;

import java.util.ArrayList;
import java.util.List;

/** Collects numbers of entries: the first ones by themselves, the others counted. Mutable; one thread. */
final class EntryNumbers {

    private static final int MOST = 40;

    private final List<Long> first = new ArrayList<>();
    private long all;

    void add(long index) {
        all++;
        if (first.size() < MOST) {
            first.add(index);
        }
    }

    /** Gives the numbers as people read them; empty for none. */
    String text() {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < first.size()) {
            int end = i;
            while (end + 1 < first.size() && first.get(end + 1) == first.get(end) + 1) {
                end++;
            }
            text.append(text.length() == 0 ? "" : ", ").append(first.get(i));
            if (end > i) {
                text.append(end > i + 1 ? "-" : ", ").append(first.get(end));
            }
            i = end + 1;
        }
        return all > first.size() ? text + ", and more: " + all + " in all" : text.toString();
    }
}
