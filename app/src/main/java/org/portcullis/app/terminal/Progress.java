package org.portcullis.app.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows how far long work has come, in one line of standard error that is written over; nothing where nobody watches, and nothing in the first two seconds.
 *
 * <p>Mutable; owned by the thread that works. Closing it takes the line away.
 */
public final class Progress implements AutoCloseable {
    /** Work that is done sooner shows nothing. */
    static final Duration QUIET = Duration.ofSeconds(2);

    /** The line changes no faster than people read. */
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private static final int MAX_WIDTH = 78;

    private final Terminal terminal;
    private final InstantSource clock;
    private final Instant begun;
    private Optional<Instant> shown = Optional.empty();

    /** Begins to watch work that begins now. */
    public Progress(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** Says what is done next, and how many of how many steps are behind it. */
    public void step(String what, long done, long total) {
        if (!terminal.watched()) {
            return;
        }
        Instant now = clock.instant();
        boolean isLong = !now.isBefore(begun.plus(QUIET));
        boolean due = shown.map(last -> !now.isBefore(last.plus(BETWEEN))).orElse(true);
        if (isLong && due) {
            String line = String.format(Locale.ROOT, "%,d of %,d  %s", done, total, what);
            write(line.length() > MAX_WIDTH ? line.substring(0, MAX_WIDTH - 1) + "…" : line);
            shown = Optional.of(now);
        }
    }

    @Override
    public void close() {
        if (shown.isPresent()) {
            write("");
        }
    }

    /** Goes to the beginning of the line and takes what stands there away. */
    private void write(String line) {
        terminal.err().print("\r\u001B[K" + line);
        terminal.err().flush();
    }
}
