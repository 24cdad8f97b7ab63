package org.portcullis.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Is one item of DER (X.690): strict about lengths, and never looks beyond its own bytes. Items inside it are read when they
 * are asked for, so depth costs nothing.
 */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int NULL = 0x05;
    static final int OBJECT = 0x06;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int TIME = 0x18;

    /** Explicit and implicit members of constructed form are numbered from here. */
    static final int MEMBER = 0xA0;

    private static final int CONSTRUCTED = 0x20;
    private static final int HIGH_TAG = 0x1F;
    private static final int MAX_LENGTH_BYTES = 3;

    private final byte[] bytes;
    private final int from;
    private final int contentFrom;
    private final int to;

    private Der(byte[] bytes, int from, int contentFrom, int to) {
        this.bytes = bytes;
        this.from = from;
        this.contentFrom = contentFrom;
        this.to = to;
    }

    /** Is thrown at what is not DER or not of the form that was expected. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String reason) {
            super(reason);
        }
    }

    /** Reads the one item that fills the bytes. */
    static Der read(byte[] bytes) throws Malformed {
        Der item = at(bytes, 0, bytes.length);
        if (item.to != bytes.length) {
            throw new Malformed("something follows it");
        }
        return item;
    }

    int tag() {
        return bytes[from] & 0xFF;
    }

    /** Gives the whole item. */
    byte[] encoded() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Gives what is in the item. */
    byte[] content() {
        return Arrays.copyOfRange(bytes, contentFrom, to);
    }

    /** Gives the items in this one, which is of a tag. */
    List<Der> items(int tag) throws Malformed {
        require(tag);
        List<Der> items = new ArrayList<>();
        int at = contentFrom;
        while ((tag & CONSTRUCTED) != 0 && at < to) {
            Der item = at(bytes, at, to);
            items.add(item);
            at = item.to;
        }
        return items;
    }

    /** Gives the content of this item, which is of a tag. */
    byte[] content(int tag) throws Malformed {
        require(tag);
        return content();
    }

    /** Tells whether this is an object identifier, and that one. */
    boolean isObject(String dotted) throws Malformed {
        return Arrays.equals(content(OBJECT), object(dotted));
    }

    /** Gives the text of a time. */
    String time() throws Malformed {
        return new String(content(TIME), StandardCharsets.ISO_8859_1);
    }

    /** Gives one of some items. */
    static Der one(List<Der> items, int index) throws Malformed {
        if (index >= items.size()) {
            throw new Malformed("a part of it is missing");
        }
        return items.get(index);
    }

    private void require(int tag) throws Malformed {
        if (tag() != tag) {
            throw new Malformed("a part of it is of another kind than expected");
        }
    }

    private static Der at(byte[] bytes, int from, int end) throws Malformed {
        if (end - from < 2 || (bytes[from] & HIGH_TAG) == HIGH_TAG) {
            throw new Malformed("it is cut off or of an unknown kind");
        }
        int first = bytes[from + 1] & 0xFF;
        int lengthBytes = first < 0x80 ? 0 : first & 0x7F;
        boolean readable = first != 0x80 && lengthBytes <= MAX_LENGTH_BYTES && end - from - 2 >= lengthBytes;
        if (!readable) {
            throw new Malformed("a length in it is not one");
        }
        int length = lengthBytes == 0 ? first : 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = (length << 8) | (bytes[from + 2 + i] & 0xFF);
        }
        int contentFrom = from + 2 + lengthBytes;
        boolean shortest = lengthBytes == 0 || length >= Math.max(0x80, 1 << (8 * (lengthBytes - 1)));
        if (!shortest || length > end - contentFrom) {
            throw new Malformed("a length in it is not the one of what follows");
        }
        return new Der(bytes, from, contentFrom, contentFrom + length);
    }

    /** Encodes a dotted object identifier. */
    private static byte[] object(String dotted) {
        List<Long> arcs =
                Arrays.stream(dotted.split("\\.", -1)).map(Long::valueOf).toList();
        List<Byte> encoded = new ArrayList<>();
        for (int i = 1; i < arcs.size(); i++) {
            long arc = i == 1 ? 40 * arcs.get(0) + arcs.get(1) : arcs.get(i);
            int start = encoded.size();
            encoded.add((byte) (arc & 0x7F));
            for (long rest = arc >> 7; rest > 0; rest >>= 7) {
                encoded.add(start, (byte) ((rest & 0x7F) | 0x80));
            }
        }
        byte[] bytes = new byte[encoded.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = encoded.get(i);
        }
        return bytes;
    }
}
