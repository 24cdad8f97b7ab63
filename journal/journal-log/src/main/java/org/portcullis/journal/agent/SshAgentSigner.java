package org.portcullis.journal.agent;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.journal.SigningFailure;
import org.portcullis.journal.BothProviders;

/**
 * Signs with an Ed25519 key that an SSH agent holds, for example one on a security token or one that asks its owner before each use.
 *
 * <p>What the agent gives is checked before anybody relies on it. Safe for calls from several threads.
 */
public final class SshAgentSigner implements Signer {

    private final SshAgent agent;
    private final String keyId;
    private final byte[] publicKey;
    private final BothProviders check = new BothProviders();

    private SshAgentSigner(SshAgent agent, String keyId, byte[] publicKey) {
        this.agent = agent;
        this.keyId = keyId;
        this.publicKey = publicKey;
    }

    /**
     * Finds the one Ed25519 key of the agent whose comment is the key's name, as {@code ssh-keygen -C NAME} sets it.
     *
     * @throws IOException when the agent does not answer, or has no such key or several
     */
    public static SshAgentSigner named(SshAgent agent, String keyId) throws IOException {
        List<SshAgent.Key> found = agent.keys().stream()
                .filter(key -> key.comment().equals(keyId))
                .distinct()
                .toList();
        if (found.size() != 1) {
            throw new IOException("the SSH agent has " + (found.isEmpty() ? "no" : found.size() + " different")
                    + " Ed25519 key" + (found.isEmpty() ? "" : "s") + " with the comment `" + keyId + "`");
        }
        return new SshAgentSigner(
                agent, keyId, Base64.getDecoder().decode(found.get(0).publicKey()));
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            byte[] signature = agent.sign(publicKey, message);
            if (!check.accepts(publicKey, message, signature)) {
                throw new SigningFailure("the SSH agent gave a signature that does not hold for key `" + keyId + "`");
            }
            return signature;
        } catch (IOException failed) {
            throw new SigningFailure("key `" + keyId + "` could not sign: " + failed.getMessage(), failed);
        }
    }
}
