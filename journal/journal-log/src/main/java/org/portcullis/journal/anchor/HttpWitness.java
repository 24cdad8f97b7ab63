package org.portcullis.journal.anchor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.portcullis.model.json.Digest;

/** Asks a witness over HTTP (C2SP tlog-witness), with bounded answers and within ten seconds. Safe for several threads. */
public final class HttpWitness implements Witness {

    private final URI address;
    private final BoundedHttp http = new BoundedHttp();

    /** Names a witness by the address that its operator gives: what {@code /add-checkpoint} is appended to. */
    public HttpWitness(URI address) {
        this.address = address;
    }

    @Override
    public Answer cosign(String note, long oldSize, List<byte[]> proof) throws IOException {
        StringBuilder body = new StringBuilder("old " + oldSize + "\n");
        proof.forEach(
                hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        body.append('\n').append(note);
        BoundedHttp.Answered answered = http.send(HttpRequest.newBuilder(at("/add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
        String said = answered.text();
        if (answered.status() == 200) {
            return new Answer.Cosigned(said);
        }
        if (answered.status() == 409 && said.matches("(0|[1-9][0-9]{0,17})\n")) {
            return new Answer.Conflict(Long.parseLong(said.strip()));
        }
        return new Answer.Refused("status " + answered.status() + ", "
                + said.lines().findFirst().orElse("").strip());
    }

    @Override
    public Optional<String> latest(String origin) throws IOException {
        String name = HexFormat.of()
                .formatHex(Digest.of(origin.getBytes(StandardCharsets.UTF_8)).hash());
        BoundedHttp.Answered answered =
                http.send(HttpRequest.newBuilder(at("/latest/" + name)).GET());
        return switch (answered.status()) {
            case 200 -> Optional.of(answered.text());
            case 404 -> Optional.empty();
            default ->
                throw new IOException("the witness at " + address + " answered with status " + answered.status());
        };
    }

    private URI at(String path) {
        return URI.create(address.toString().replaceAll("/+$", "") + path);
    }
}
