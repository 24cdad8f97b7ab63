package org.portcullis.report.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a text for each of millions of keys outside the heap, such as what became of every submission of a year.
 *
 * <p>The texts lie in temporary files that only the owner can read, mapped into memory and deleted as soon as they are mapped. A text that
 * takes the place of another leaves the other where it was until the book is forgotten. Mutable; throws {@link UncheckedIOException} when
 * the temporary folder cannot be written. One thread.
 */
public final class TextBook {

    private static final int SEGMENT = 1 << 24;
    private static final int FIRST_PLACES = 1 << 12;

    /** Records begin at multiples of this many bytes, so that a place fits into an int up to 16 GiB. */
    private static final int ALIGNED = 8;

    private static final int NOTHING = 0;

    private final List<MappedByteBuffer> segments = new ArrayList<>();
    private IntBuffer places = places(FIRST_PLACES);
    private int keys;
    private int end = SEGMENT;

    /** Makes an empty book. */
    public TextBook() {}

    /** Gives the number of keys. */
    public int size() {
        return keys;
    }

    /** Finds the text of a key. */
    public Optional<String> find(String key) {
        int record = places.get(slot(key.getBytes(StandardCharsets.UTF_8)));
        return record == NOTHING ? Optional.empty() : Optional.of(text(record));
    }

    /**
     * Keeps a text; it takes the place of an earlier one of the key.
     *
     * @throws IllegalArgumentException when both are longer than 16 MiB
     */
    public void put(String key, String text) {
        if ((keys + 1) * 3L > places.capacity() * 2L) {
            grow();
        }
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        int slot = slot(name);
        keys += places.get(slot) == NOTHING ? 1 : 0;
        places.put(slot, append(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private int append(byte[] key, byte[] text) {
        int length = 2 * Integer.BYTES + key.length + text.length;
        if (length > SEGMENT - ALIGNED) {
            throw new IllegalArgumentException("a text of " + length + " bytes is too long to be kept");
        }
        if (end + length > SEGMENT) {
            segments.add(mapped(SEGMENT));
            // Place 0 means that there is nothing.
            end = segments.size() == 1 ? ALIGNED : 0;
        }
        MappedByteBuffer segment = segments.get(segments.size() - 1);
        int record = (int) (((segments.size() - 1L) * SEGMENT + end) / ALIGNED);
        segment.putInt(end, key.length);
        segment.putInt(end + Integer.BYTES, text.length);
        segment.put(end + 2 * Integer.BYTES, key);
        segment.put(end + 2 * Integer.BYTES + key.length, text);
        end += (length + ALIGNED - 1) / ALIGNED * ALIGNED;
        return record;
    }

    private MappedByteBuffer segment(int record) {
        return segments.get((int) (Integer.toUnsignedLong(record) * ALIGNED / SEGMENT));
    }

    private static int offset(int record) {
        return (int) (Integer.toUnsignedLong(record) * ALIGNED % SEGMENT);
    }

    private byte[] key(int record) {
        MappedByteBuffer segment = segment(record);
        byte[] key = new byte[segment.getInt(offset(record))];
        segment.get(offset(record) + 2 * Integer.BYTES, key);
        return key;
    }

    private String text(int record) {
        MappedByteBuffer segment = segment(record);
        int offset = offset(record);
        byte[] text = new byte[segment.getInt(offset + Integer.BYTES)];
        segment.get(offset + 2 * Integer.BYTES + segment.getInt(offset), text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Finds where the place of a key is or would be. */
    private int slot(byte[] key) {
        int mask = places.capacity() - 1;
        int slot = spread(Arrays.hashCode(key)) & mask;
        while (places.get(slot) != NOTHING && !Arrays.equals(key(places.get(slot)), key)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        IntBuffer before = places;
        places = places(before.capacity() * 2);
        for (int i = 0; i < before.capacity(); i++) {
            int record = before.get(i);
            if (record != NOTHING) {
                places.put(slot(key(record)), record);
            }
        }
    }

    /** The finisher of MurmurHash3, so that keys that count up do not lie in one row. */
    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    private static IntBuffer places(int count) {
        return mapped(count * Integer.BYTES).asIntBuffer();
    }

    private static MappedByteBuffer mapped(int bytes) {
        try {
            Path file = Files.createTempFile("portcullis-", ".texts");
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("what a report keeps beside memory cannot be written", failure);
        }
    }
}
