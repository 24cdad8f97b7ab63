package org.portcullis.report.excel;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Holds the texts that cells of a workbook share in a temporary file, since spreadsheets put all text of all cells there.
 *
 * <p>Mutable: it keeps the part of the file that was read last. One thread.
 */
final class SharedTexts implements AutoCloseable {

    /** So many texts have one offset between them. */
    private static final int STRIDE = 16;

    private static final int WINDOW = 1 << 16;

    private final RandomAccessFile file;
    private final long[] offsets;
    private final int count;
    private final byte[] window = new byte[WINDOW];
    private long windowAt;
    private int windowLength;

    private SharedTexts(RandomAccessFile file, long[] offsets, int count) {
        this.file = file;
        this.offsets = offsets;
        this.count = count;
    }

    /** Gives no texts at all. */
    static SharedTexts none(Path folder) throws IOException {
        Path nothing = Files.createFile(folder.resolve("texts"));
        return new SharedTexts(new RandomAccessFile(nothing.toFile(), "r"), new long[0], 0);
    }

    /** Copies the texts of a part into a file in the folder. */
    static SharedTexts of(InputStream in, Path folder) throws IOException, UnreadableWorkbook {
        Path copy = folder.resolve("texts");
        long[] offsets = new long[1024];
        int count = 0;
        try (XmlPart part = new XmlPart("xl/sharedStrings.xml", in);
                OutputStream raw = Files.newOutputStream(copy);
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(raw, WINDOW))) {
            long at = 0;
            while (part.nextElement()) {
                if (!part.element().equals("si") || part.depth() != 2) {
                    continue;
                }
                if (count % STRIDE == 0) {
                    int place = count / STRIDE;
                    offsets = place < offsets.length ? offsets : Arrays.copyOf(offsets, offsets.length * 2);
                    offsets[place] = at;
                }
                byte[] text = part.words().getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
                at += Integer.BYTES + text.length;
                count++;
            }
        }
        return new SharedTexts(new RandomAccessFile(copy.toFile(), "r"), offsets, count);
    }

    /** Gives a text by its number. */
    String text(String number) throws IOException, UnreadableWorkbook {
        int place;
        try {
            place = Integer.parseInt(number.strip());
        } catch (NumberFormatException malformed) {
            place = -1;
        }
        if (place < 0 || place >= count) {
            throw new UnreadableWorkbook("a cell names the shared text `" + number + "` of " + count);
        }
        long at = offsets[place / STRIDE];
        for (int i = 0; i < place % STRIDE; i++) {
            at += Integer.BYTES + length(at);
        }
        byte[] text = new byte[length(at)];
        read(at + Integer.BYTES, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private int length(long at) throws IOException {
        byte[] four = new byte[Integer.BYTES];
        read(at, four);
        return (four[0] & 0xFF) << 24 | (four[1] & 0xFF) << 16 | (four[2] & 0xFF) << 8 | (four[3] & 0xFF);
    }

    private void read(long at, byte[] into) throws IOException {
        if (into.length > WINDOW) {
            file.seek(at);
            file.readFully(into);
            return;
        }
        if (at < windowAt || at + into.length > windowAt + windowLength) {
            file.seek(at);
            windowAt = at;
            windowLength = Math.max(0, file.read(window));
            if (windowLength < into.length) {
                file.seek(at);
                file.readFully(into);
                return;
            }
        }
        System.arraycopy(window, (int) (at - windowAt), into, 0, into.length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
