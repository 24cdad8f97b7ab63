package org.portcullis.report.json;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonReader;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.EvidenceRequestJson;
import org.portcullis.report.excel.Comparison;
import org.portcullis.report.excel.UnreadableWorkbook;
import org.portcullis.report.excel.WrittenEvidence;
import org.portcullis.report.json.JsonTokens.Kind;

/**
 * Is an evidence document that somebody hands over, to be held against the evidence.
 *
 * <p>It is read token by token and never as a whole. White space does not matter; the order of members and of everything else does. Nothing in it is trusted.
 */
public final class WrittenDocument implements WrittenEvidence {

    /** The most bytes of what the document says that it was asked for. */
    private static final int MAX_REQUEST = 1 << 22;

    private final Path file;

    private WrittenDocument(Path file) {
        this.file = file;
    }

    /** Names the document; it is opened when it is read. */
    public static WrittenDocument at(Path file) {
        return new WrittenDocument(file);
    }

    /** Tells whether a file begins as a JSON document does, and not as a workbook. */
    public static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            return first == '{' || first == ' ' || first == '\n' || first == '\r' || first == '\t';
        }
    }

    @Override
    public EvidenceRequest request() throws IOException, UnreadableWorkbook {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            JsonTokens tokens = new JsonTokens(in);
            boolean begun = tokens.next() == Kind.OBJECT
                    && isMember(tokens, "format")
                    && tokens.next() == Kind.TEXT
                    && tokens.text().equals(EvidenceJson.FORMAT);
            if (!begun) {
                throw new UnreadableWorkbook(
                        "it is no evidence document: it does not begin with `format`: `" + EvidenceJson.FORMAT + "`");
            }
            boolean known = isMember(tokens, "version")
                    && tokens.next() == Kind.WHOLE
                    && tokens.whole() == EvidenceJson.VERSION
                    && isMember(tokens, "request");
            if (!known) {
                throw new UnreadableWorkbook("it is an evidence document of another version than "
                        + EvidenceJson.VERSION + ", or does not say what it was asked for");
            }
            return EvidenceRequestJson.read(JsonReader.readObject(value(tokens)));
        } catch (MalformedJson | IllFormedJson | IllegalArgumentException malformed) {
            throw new UnreadableWorkbook("it is no evidence document: " + malformed.getMessage(), malformed);
        }
    }

    @Override
    public Comparison compare(Evidence evidence) throws IOException, UnreadableWorkbook, JournalFailure {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ComparingSink sink = new ComparingSink(new JsonTokens(in));
            EvidenceWalk walk = new EvidenceWalk(sink, sink);
            Optional<ComparingSink.Differs> first = Optional.empty();
            try {
                walk.walk(evidence);
                sink.end();
            } catch (ComparingSink.Differs differs) {
                first = Optional.of(differs);
            }
            return new Comparison(walk.sheets(), walk.contents(), 0, first.map(ComparingSink.Differs::difference));
        } catch (MalformedJson malformed) {
            throw new UnreadableWorkbook("it is no evidence document: " + malformed.getMessage(), malformed);
        }
    }

    /** Does nothing: whatever is opened is closed at once. */
    @Override
    public void close() {}

    private static boolean isMember(JsonTokens tokens, String name) throws IOException {
        return tokens.next() == Kind.NAME && tokens.text().equals(name);
    }

    /** Copies the value that comes next. */
    private static byte[] value(JsonTokens tokens) throws IOException, UnreadableWorkbook {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonStream copy = JsonStream.lines(bytes);
        int depth = 0;
        do {
            switch (tokens.next()) {
                case OBJECT -> {
                    copy.object();
                    depth++;
                }
                case END_OBJECT -> {
                    copy.endObject();
                    depth--;
                }
                case LIST -> {
                    copy.list();
                    depth++;
                }
                case END_LIST -> {
                    copy.endList();
                    depth--;
                }
                case NAME -> copy.name(tokens.text());
                case TEXT -> copy.text(tokens.text());
                case WHOLE -> copy.whole(tokens.whole());
                case TRUE -> copy.bool(true);
                case FALSE -> copy.bool(false);
                case NOTHING -> copy.nothing();
                case END -> depth = 0;
            }
            if (bytes.size() > MAX_REQUEST) {
                throw new UnreadableWorkbook("what it was asked for has more than " + MAX_REQUEST
                        + " bytes, which no evidence document has");
            }
        } while (depth > 0);
        copy.end();
        return bytes.toByteArray();
    }
}
