package org.portcullis.journal;

/** Waits for threads that must have ended before the next step. */
final class Threads {

    private Threads() {}

    /** Returns when a thread has ended; an interruption does not end the waiting and is kept. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
