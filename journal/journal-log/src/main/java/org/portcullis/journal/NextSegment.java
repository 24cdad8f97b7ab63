package org.portcullis.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Fills the next segment with zeros while the present one is written, so that the writer's forces never wait for the
 * platform to find room.
 *
 * <p>A preparation that fails or is late costs only speed: the writer then fills as it goes. All but the filling itself is
 * the writer thread's.
 */
final class NextSegment implements Closeable {

    private static final int STEP_BYTES = 1 << 20;
    private static final ByteBuffer ZEROS =
            ByteBuffer.allocateDirect(STEP_BYTES).asReadOnlyBuffer();

    private final Layout layout;
    private final Device.Opening disk;
    private final int segmentBytes;
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable Thread filling;

    NextSegment(Layout layout, Device.Opening disk, int segmentBytes) {
        this.layout = layout;
        this.disk = disk;
        this.segmentBytes = segmentBytes;
    }

    /** Begins to fill, unless it has begun. */
    void prepare() {
        if (filling == null) {
            filling = new Thread(this::fill, "portcullis-journal-segment");
            filling.setDaemon(true);
            filling.start();
        }
    }

    /** Moves the filled segment into place; false when there is none yet. */
    boolean take(Path segment) throws IOException {
        if (!ready.get()) {
            return false;
        }
        disk.move(layout.nextSegment(), segment);
        ready.set(false);
        filling = null;
        return true;
    }

    @Override
    public void close() throws IOException {
        ended.set(true);
        if (filling != null) {
            Threads.join(filling);
            disk.delete(layout.nextSegment());
        }
    }

    private void fill() {
        try (Device device = disk.open(layout.nextSegment())) {
            device.truncate(0);
            for (int at = 0; at < segmentBytes && !ended.get(); at += STEP_BYTES) {
                ByteBuffer zeros = ZEROS.duplicate();
                zeros.limit(Math.min(STEP_BYTES, segmentBytes - at));
                device.write(zeros, at);
                device.force();
            }
            ready.set(!ended.get());
        } catch (IOException failed) {
            // Reason: the writer meets the same disk with its own next write, and stops there if it must.
            ready.set(false);
        }
    }
}
