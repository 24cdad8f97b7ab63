package org.portcullis.witness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A log with its own key whose entries are short words; writes checkpoints and consistency proofs (RFC 6962). */
final class SmallLog {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final String origin;
    private final KeyPair pair;
    private final List<byte[]> leaves;

    private SmallLog(String origin, KeyPair pair, List<byte[]> leaves) {
        this.origin = origin;
        this.pair = pair;
        this.leaves = leaves;
    }

    static SmallLog named(String origin) {
        try {
            return new SmallLog(origin, KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), new ArrayList<>());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Appends entries, each named by the prefix and its number. */
    SmallLog grow(int entries, String prefix) {
        for (int i = 0; i < entries; i++) {
            byte[] entry = (prefix + i).getBytes(StandardCharsets.UTF_8);
            leaves.add(Hashes.sha256(LEAF, entry));
        }
        return this;
    }

    /** Gives a log with the same key and origin whose first entries are the same. */
    SmallLog fork(int sameEntries) {
        return new SmallLog(origin, pair, new ArrayList<>(leaves.subList(0, sameEntries)));
    }

    /** Gives a log with the same origin and entries and another key. */
    SmallLog withAnotherKey() {
        return new SmallLog(origin, named(origin).pair, leaves);
    }

    int size() {
        return leaves.size();
    }

    LogKey key() {
        return LogKey.read(verifierKey());
    }

    String verifierKey() {
        return origin + "+" + HexFormat.of().formatHex(Hashes.keyId(origin, marked())) + "+"
                + Base64.getEncoder().encodeToString(marked());
    }

    String text() {
        return origin + "\n" + leaves.size() + "\n" + Base64.getEncoder().encodeToString(root(leaves)) + "\n";
    }

    String note() {
        byte[] keyId = Hashes.keyId(origin, marked());
        byte[] signature = signature(text());
        byte[] marked = ByteBuffer.allocate(keyId.length + signature.length)
                .put(keyId)
                .put(signature)
                .array();
        return text() + "\n\u2014 " + origin + " " + Base64.getEncoder().encodeToString(marked) + "\n";
    }

    /** Gives the submission of the present checkpoint from an old size, with the right proof. */
    String submission(int oldSize) {
        return submission(oldSize, oldSize == 0 ? List.of() : proof(oldSize));
    }

    String submission(int oldSize, List<byte[]> proof) {
        StringBuilder body = new StringBuilder("old " + oldSize + "\n");
        proof.forEach(
                hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return body.append('\n').append(note()).toString();
    }

    List<byte[]> proof(int oldSize) {
        return subproof(oldSize, leaves, true);
    }

    private static List<byte[]> subproof(int old, List<byte[]> leaves, boolean whole) {
        if (old == leaves.size()) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(root(leaves)));
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> proof = old <= split ? subproof(old, left, whole) : subproof(old - split, right, false);
        proof.add(root(old <= split ? right : left));
        return proof;
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Hashes.sha256();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Hashes.sha256(NODE, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    private byte[] signature(String text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] marked() {
        byte[] spki = pair.getPublic().getEncoded();
        byte[] key = Arrays.copyOfRange(spki, spki.length - Ed25519.KEY_BYTES, spki.length);
        return ByteBuffer.allocate(key.length + 1).put((byte) 1).put(key).array();
    }
}
