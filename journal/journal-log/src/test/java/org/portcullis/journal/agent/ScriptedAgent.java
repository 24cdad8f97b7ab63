package org.portcullis.journal.agent;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** An SSH agent that answers each request with what a test says, byte for byte; no answer is silence. */
final class ScriptedAgent implements AutoCloseable {
    static final byte[] SILENCE = {};

    private final ServerSocketChannel server;
    private final List<SocketChannel> open = new ArrayList<>();

    private ScriptedAgent(ServerSocketChannel server) {
        this.server = server;
    }

    /** Answers on a socket; the script is given the request without its length, and gives the whole answer. */
    static ScriptedAgent on(Path socket, UnaryOperator<byte[]> script) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        ScriptedAgent agent = new ScriptedAgent(server);
        Thread thread = new Thread(() -> agent.serve(script), "scripted-agent");
        thread.setDaemon(true);
        thread.start();
        return agent;
    }

    /** Puts its length in front of a message. */
    static byte[] framed(int type, byte[]... parts) {
        int length = 1;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer message = ByteBuffer.allocate(Integer.BYTES + length);
        message.putInt(length).put((byte) type);
        for (byte[] part : parts) {
            message.put(part);
        }
        return message.array();
    }

    private void serve(UnaryOperator<byte[]> script) {
        try {
            while (true) {
                SocketChannel channel = server.accept();
                byte[] request = request(channel);
                byte[] answer = script.apply(request);
                if (answer.length == 0) {
                    open.add(channel);
                } else {
                    channel.write(ByteBuffer.wrap(answer));
                    channel.close();
                }
            }
        } catch (IOException closed) {
            // Reason: the test is over.
            return;
        }
    }

    private static byte[] request(SocketChannel channel) throws IOException {
        int length = read(channel, Integer.BYTES).getInt();
        return read(channel, length).array();
    }

    private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        int got = 0;
        while (got >= 0 && bytes.hasRemaining()) {
            got = channel.read(bytes);
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SocketChannel channel : open) {
            channel.close();
        }
    }
}
