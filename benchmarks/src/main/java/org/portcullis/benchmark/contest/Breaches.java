package org.portcullis.benchmark.contest;

import java.util.Arrays;
import java.util.List;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Verdict;

/**
 * Takes what an engine finds on one order: the numbers of the controls in breach, and how often each control was asked, where the engine says so.
 *
 * <p>Allocates nothing once made. Mutable; owned by one thread.
 */
public final class Breaches implements FindingSink {
    private static final int MOST_IN_ONE_ORDER = 256;

    private final long[] applied;
    private final int[] found = new int[MOST_IN_ONE_ORDER];
    private int size;

    /** Takes breaches of so many controls. */
    public Breaches(int controls) {
        applied = new long[controls];
    }

    /** Forgets the breaches of the order before; the counts go on. */
    public void clear() {
        size = 0;
    }

    /** How many controls are in breach. */
    public int size() {
        return size;
    }

    /** The number of the control that was found in breach as the {@code place}th, from 0. */
    public int at(int place) {
        return found[place];
    }

    /** The numbers of the controls in breach, sorted. */
    public List<Integer> sorted() {
        return Arrays.stream(found, 0, size).sorted().boxed().toList();
    }

    /** How often controls were asked, all together. */
    public long asked() {
        return Arrays.stream(applied).sum();
    }

    void add(int control) {
        found[size++] = control;
    }

    @Override
    public void applied(int control) {
        applied[control]++;
    }

    @Override
    public void appliedAll(int[] controls) {
        for (int control : controls) {
            applied[control]++;
        }
    }

    @Override
    public void finding(int control, Verdict verdict) {
        if (verdict != Verdict.BREACHED) {
            throw new IllegalStateException("control " + control + " is " + verdict + ", and every fact is known");
        }
        add(control);
    }
}
