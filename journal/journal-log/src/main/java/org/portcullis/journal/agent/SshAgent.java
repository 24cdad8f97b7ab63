package org.portcullis.journal.agent;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Speaks with an SSH agent over its Unix socket, in the agent protocol of OpenSSH (draft-ietf-sshm-ssh-agent): asks which Ed25519 keys it has, and lets it sign.
 *
 * <p>Each request has a connection of its own, a time limit and a largest answer. Safe for calls from several threads.
 */
public final class SshAgent {

    /** The most bytes of an answer, as OpenSSH has it. */
    static final int MAX_MESSAGE_BYTES = 256 * 1024;

    /** The most keys that are read. */
    static final int MAX_KEYS = 1_000;

    static final String ED25519 = "ssh-ed25519";

    private static final int FAILURE = 5;
    private static final int REQUEST_IDENTITIES = 11;
    private static final int IDENTITIES_ANSWER = 12;
    private static final int SIGN_REQUEST = 13;
    private static final int SIGN_RESPONSE = 14;
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    private final Path socket;
    private final Duration limit;

    private SshAgent(Path socket, Duration limit) {
        this.socket = socket;
        this.limit = limit;
    }

    /**
     * Names the agent; nothing is asked yet.
     *
     * @param socket what {@code SSH_AUTH_SOCK} names
     * @param limit the longest time for one answer; an agent that asks somebody to confirm needs as long as that takes
     */
    public static SshAgent at(Path socket, Duration limit) {
        return new SshAgent(socket, limit);
    }

    /**
     * An Ed25519 key that the agent has.
     *
     * @param publicKey base64 of its 32 bytes
     * @param comment what its owner calls it
     */
    public record Key(String publicKey, String comment) {}

    /** Reads what an answer says. */
    private interface Reading<T> {
        T of(SshWire answer) throws IOException;
    }

    /**
     * Gives the Ed25519 keys that the agent has; it may have others, which are left out.
     *
     * @throws IOException with one sentence when it does not answer, or not as it must
     */
    public List<Key> keys() throws IOException {
        return ask(new byte[] {REQUEST_IDENTITIES}, IDENTITIES_ANSWER, SshAgent::keys);
    }

    /** Lets the agent sign, and gives the 64 bytes that it says are the signature. */
    byte[] sign(byte[] publicKey, byte[] message) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(SIGN_REQUEST);
        request.writeBytes(SshWire.strings(SshWire.strings(SshWire.ascii(ED25519), publicKey), message));
        request.writeBytes(new byte[Integer.BYTES]);
        return ask(request.toByteArray(), SIGN_RESPONSE, SshAgent::signature);
    }

    private static List<Key> keys(SshWire answer) throws IOException {
        int count = answer.number();
        if (count < 0 || count > MAX_KEYS) {
            throw new IOException("it says that it has " + Integer.toUnsignedString(count) + " keys, and " + MAX_KEYS
                    + " are the most");
        }
        List<Key> keys = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            SshWire blob = new SshWire(answer.string());
            String comment = new String(answer.string(), StandardCharsets.UTF_8);
            if (blob.isNext(ED25519)) {
                byte[] key = blob.string(KEY_BYTES);
                blob.end();
                keys.add(new Key(Base64.getEncoder().encodeToString(key), comment));
            }
        }
        answer.end();
        return keys;
    }

    private static byte[] signature(SshWire answer) throws IOException {
        SshWire signature = new SshWire(answer.string());
        answer.end();
        if (!signature.isNext(ED25519)) {
            throw new IOException("it signed with another algorithm than " + ED25519);
        }
        byte[] bytes = signature.string(SIGNATURE_BYTES);
        signature.end();
        return bytes;
    }

    /** Asks in a thread of its own, whose connection is cut when the time is over. */
    private <T> T ask(byte[] request, int expected, Reading<T> reading) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            FutureTask<byte[]> task = new FutureTask<>(() -> exchange(channel, request));
            Thread thread = new Thread(task, "portcullis-ssh-agent");
            thread.setDaemon(true);
            thread.start();
            byte[] answer = task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (answer[0] != expected) {
                throw new IOException(answer[0] == FAILURE ? "it refuses" : "it answers something else");
            }
            return reading.of(new SshWire(Arrays.copyOfRange(answer, 1, answer.length)));
        } catch (TimeoutException silent) {
            throw unusable("it did not answer within " + limit.toMillis() + " ms", silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unusable("nobody waited for its answer", interrupted);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw unusable(cause == null ? "the connection failed" : String.valueOf(cause.getMessage()), failed);
        } catch (IOException failed) {
            throw unusable(String.valueOf(failed.getMessage()), failed);
        }
    }

    private IOException unusable(String why, Exception cause) {
        return new IOException("the SSH agent at `" + socket + "` cannot be used: " + why, cause);
    }

    private byte[] exchange(SocketChannel channel, byte[] request) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(socket));
        ByteBuffer out = ByteBuffer.wrap(SshWire.strings(request));
        while (out.hasRemaining()) {
            channel.write(out);
        }
        int length = read(channel, Integer.BYTES).getInt();
        if (length < 1 || length > MAX_MESSAGE_BYTES) {
            throw new IOException("its answer has " + Integer.toUnsignedString(length) + " bytes and "
                    + MAX_MESSAGE_BYTES + " are the most");
        }
        return read(channel, length).array();
    }

    private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("its answer is cut off");
            }
        }
        return bytes.flip();
    }
}
