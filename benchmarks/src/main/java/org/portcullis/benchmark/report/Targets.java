package org.portcullis.benchmark.report;

import java.util.ArrayList;
import java.util.List;

/** The targets with what was measured of each. Mutable; owned by one thread. */
final class Targets {
    private final List<Target> targets = new ArrayList<>();

    /** A target, what was measured, and whether it is met. */
    record Target(String what, String goal, String measured, boolean met) {}

    void add(String what, String goal, String measured, boolean met) {
        targets.add(new Target(what, goal, measured, met));
    }

    void into(Page page) {
        page.title("Targets").table("what", "target", "measured", "");
        targets.forEach(each -> page.row(each.what, each.goal, each.measured, each.met ? "MET" : "**NOT MET**"));
        page.end();
    }

    long met() {
        return targets.stream().filter(Target::met).count();
    }

    int size() {
        return targets.size();
    }
}
