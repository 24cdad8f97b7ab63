package org.portcullis.benchmark.report;

import org.openjdk.jmh.runner.options.TimeValue;

/** How long it may take. */
enum Effort {
    /** Some ten minutes, for figures to publish. */
    FULL(6, 3, 3, 500, 2, 300),
    /** Two minutes, for a look. */
    QUICK(2, 1, 2, 250, 2, 100);

    private final int rounds;
    private final int fewRounds;
    private final int warmUps;
    private final int warmUpMillis;
    private final int iterations;
    private final int iterationMillis;

    Effort(int rounds, int fewRounds, int warmUps, int warmUpMillis, int iterations, int iterationMillis) {
        this.rounds = rounds;
        this.fewRounds = fewRounds;
        this.warmUps = warmUps;
        this.warmUpMillis = warmUpMillis;
        this.iterations = iterations;
        this.iterationMillis = iterationMillis;
    }

    /** How often what is compared is run, one after the other. */
    int rounds() {
        return rounds;
    }

    /** How often what takes long is run. */
    int fewRounds() {
        return fewRounds;
    }

    int warmUps() {
        return warmUps;
    }

    TimeValue warmUpTime() {
        return TimeValue.milliseconds(warmUpMillis);
    }

    int iterations() {
        return iterations;
    }

    TimeValue iterationTime() {
        return TimeValue.milliseconds(iterationMillis);
    }

    boolean isFull() {
        return this == FULL;
    }
}
