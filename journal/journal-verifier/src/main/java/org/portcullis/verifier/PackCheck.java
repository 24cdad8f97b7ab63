package org.portcullis.verifier;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * Holds a pack of published files against the bytes that it must have, which follow from the names and contents of the files
 * alone. The files come in the order of the entries; the pack has them in the order of their names: the tiles of level 0, the
 * tile of level 1, the bundles. Mutable, for one pack.
 */
final class PackCheck implements AutoCloseable {

    static final int WIDTH = 256;

    private static final int TILE_BYTES = WIDTH * Sha256.BYTES;
    private static final int LOCAL_HEAD = 30;
    private static final int CENTRAL_HEAD = 46;
    private static final int END_BYTES = 22;
    private static final short VERSION = 10;

    /** 1 January 1980, the earliest day that ZIP knows; the time of day is zero. */
    private static final short DATE = 1 << 5 | 1;

    private final String name;
    private final Consumer<ExpectedBytes> watcher;
    private final long firstTile;
    private final FileChannel channel;
    private final ByteArrayOutputStream tiles = new ByteArrayOutputStream();
    private final ByteArrayOutputStream bundles = new ByteArrayOutputStream();
    private long nextTile;
    private long nextBundle;
    private int files;

    /** Opens a pack; its tiles of level 0 are numbered from 256 times its own number. */
    PackCheck(Path file, String name, long number, Consumer<ExpectedBytes> watcher) throws IOException {
        this.name = name;
        this.watcher = watcher;
        this.firstTile = number * WIDTH;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        long before = 0;
        for (long tile = firstTile; tile < firstTile + WIDTH; tile++) {
            before += LOCAL_HEAD + ascii(Published.tile("0", tile)).length + TILE_BYTES;
        }
        this.nextBundle = before + LOCAL_HEAD + ascii(Published.tile("1", number)).length + TILE_BYTES;
    }

    /** Holds the next tile of level 0, or behind the last of them the tile of level 1, against the pack. */
    void tile(String file, byte[] content, long entry) throws IOException, Rejection {
        require(file, content, nextTile, tiles, entry);
        nextTile += LOCAL_HEAD + ascii(file).length + content.length;
    }

    /** Holds the next bundle against the pack. */
    void bundle(String file, byte[] content, long entry) throws IOException, Rejection {
        require(file, content, nextBundle, bundles, entry);
        nextBundle += LOCAL_HEAD + ascii(file).length + content.length;
    }

    /** Holds the directory at the end against what was found, and the size against the end. */
    void finish() throws IOException, Rejection {
        long entry = firstTile * WIDTH;
        byte[] directory = Arrays.copyOf(tiles.toByteArray(), tiles.size() + bundles.size());
        System.arraycopy(bundles.toByteArray(), 0, directory, tiles.size(), bundles.size());
        compare(directory, nextBundle, entry);
        ByteBuffer end = little(END_BYTES)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) files)
                .putShort((short) files)
                .putInt(directory.length)
                .putInt((int) nextBundle)
                .putShort((short) 0);
        compare(bytes(end), nextBundle + directory.length, entry);
        long size = nextBundle + directory.length + END_BYTES;
        if (channel.size() != size) {
            throw new Rejection(
                    Outcome.TAMPERED,
                    Rejection.Place.of(name).at(size).entry(entry),
                    "the pack has " + channel.size() + " bytes and its files make " + size);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void require(String file, byte[] content, long offset, ByteArrayOutputStream directory, long entry)
            throws IOException, Rejection {
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] fileName = ascii(file);
        ByteBuffer local =
                little(LOCAL_HEAD + fileName.length).putInt(0x04034b50).putShort(VERSION);
        common(local, (int) crc.getValue(), content.length, fileName.length);
        compare(bytes(local.put(fileName)), offset, entry);
        compare(content, offset + LOCAL_HEAD + fileName.length, entry);
        ByteBuffer central = little(CENTRAL_HEAD + fileName.length)
                .putInt(0x02014b50)
                .putShort(VERSION)
                .putShort(VERSION);
        common(central, (int) crc.getValue(), content.length, fileName.length);
        central.putShort((short) 0).putInt(0).putInt(0).putInt((int) offset).put(fileName);
        directory.writeBytes(bytes(central));
        files++;
    }

    /** Puts flags, method, time, date, checksum, both sizes, and the lengths of the name and of what is extra. */
    private static void common(ByteBuffer head, int crc, int length, int nameLength) {
        head.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(DATE)
                .putInt(crc)
                .putInt(length)
                .putInt(length)
                .putShort((short) nameLength)
                .putShort((short) 0);
    }

    private void compare(byte[] expected, long offset, long entry) throws IOException, Rejection {
        ExpectedBytes run = ExpectedBytes.inPack(name, offset, expected, entry);
        watcher.accept(run);
        ByteBuffer found = ByteBuffer.allocate(expected.length);
        try {
            while (found.hasRemaining()) {
                if (channel.read(found, offset + found.position()) < 0) {
                    throw new EOFException(name);
                }
            }
        } catch (EOFException cut) {
            throw new Rejection(
                    Outcome.TAMPERED,
                    Rejection.Place.of(name).at(offset + found.position()).entry(entry),
                    "the pack ends before its files do");
        }
        run.require(found.array());
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(ByteBuffer full) {
        byte[] bytes = new byte[full.flip().remaining()];
        full.get(bytes);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
