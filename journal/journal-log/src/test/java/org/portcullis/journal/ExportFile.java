package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.portcullis.journal.export.Export;
import org.portcullis.journal.export.ExportScope;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;
import org.portcullis.verifier.ExportVerdict;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verifier;

/** The lines of an export, to be changed as somebody would who can also put the digest in its last line right. */
final class ExportFile {

    private static final Verifier VERIFIER =
            Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line());

    final List<String> lines;

    private ExportFile(List<String> lines) {
        this.lines = new ArrayList<>(lines);
    }

    static ExportFile of(Path journal, ExportScope scope) throws Exception {
        return of(Export.of(journal, scope));
    }

    static ExportFile of(Export export) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(out, done -> {});
        return new ExportFile(out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    /** Gives the place of the first line that is about an entry of the range. */
    int firstInRange() {
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("{\"context\":")) {
                return i;
            }
        }
        throw new AssertionError("no line is in the range");
    }

    /** Puts a line right that is an object. */
    void change(int line, UnaryOperator<JsonObject> change) throws Exception {
        JsonObject before = JsonReader.readObject(lines.get(line).getBytes(StandardCharsets.UTF_8));
        lines.set(line, CanonicalJson.text(change.apply(before)));
    }

    /** Gives an object with one member changed. */
    static JsonObject with(JsonObject object, String member, Json value) {
        JsonObject.Builder changed = JsonObject.builder().put(member, value);
        object.members().forEach((name, old) -> {
            if (!name.equals(member)) {
                changed.put(name, old);
            }
        });
        return changed.build();
    }

    /** Counts and digests anew. */
    ExportFile sealed() {
        lines.remove(lines.size() - 1);
        long shown =
                lines.stream().filter(line -> line.startsWith("{\"entry\":")).count();
        long withheld =
                lines.stream().filter(line -> line.contains(",\"leaf\":")).count();
        long context =
                lines.stream().filter(line -> line.startsWith("{\"context\":")).count();
        String all = String.join("\n", lines) + "\n";
        JsonObject end = JsonObject.builder()
                .put("context", context)
                .put("digest", Digest.of(all.getBytes(StandardCharsets.UTF_8)).value())
                .put("shown", shown)
                .put("withheld", withheld)
                .build();
        lines.add(CanonicalJson.text(JsonObject.of("end", end)));
        return this;
    }

    byte[] bytes() {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    ExportVerdict verdict() throws IOException {
        return verdict(bytes());
    }

    static ExportVerdict verdict(byte[] bytes) throws IOException {
        return verdict(VERIFIER, bytes);
    }

    static ExportVerdict verdict(Verifier verifier, byte[] bytes) throws IOException {
        return verifier.verifyExport(new ByteArrayInputStream(bytes), "export.jsonl");
    }

    void assertIs(Outcome outcome) throws IOException {
        assertIs(outcome, VERIFIER);
    }

    void assertIs(Outcome outcome, Verifier verifier) throws IOException {
        ExportVerdict verdict = verdict(verifier, bytes());
        assertEquals(outcome, verdict.verdict().outcome(), verdict::text);
    }
}
