package org.portcullis.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Turns the bytes of one file into a tree of text nodes, or says why it will not.
 *
 * <p>Two passes: the first reads the stream of events, which costs no memory however hostile the file, and refuses
 * aliases, anchors, tags, depth and further documents at their place; only then is the tree composed. Nothing is
 * constructed from it.
 */
public final class YamlText {

    /** The deepest nesting that is read. */
    public static final int MAX_DEPTH = 12;

    private final String file;
    private final int maxBytes;
    private final Faults faults;

    /**
     * Reads one file.
     *
     * @param file the file as its reader would name it
     * @param maxBytes the largest file that is read
     */
    public YamlText(String file, int maxBytes, Faults faults) {
        this.file = file;
        this.maxBytes = maxBytes;
        this.faults = faults;
    }

    /** Gives the root node, or nothing after reporting why not. */
    public Optional<YamlValue> parse(byte[] bytes) {
        if (bytes.length > maxBytes) {
            faults.add(
                    Spot.startOf(file),
                    "the file is larger than the maximum of " + maxBytes + " bytes",
                    "split the file into several, or leave out what nobody needs");
            return Optional.empty();
        }
        return decode(bytes).filter(this::hasOnlyPlainCharacters).flatMap(this::compose);
    }

    private Optional<String> decode(byte[] bytes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(input)
                    .toString());
        } catch (CharacterCodingException e) {
            String before = new String(bytes, 0, input.position(), StandardCharsets.UTF_8);
            faults.add(
                    Spot.at(file, before, before.length()), "the bytes here are not UTF-8", "save the file as UTF-8");
            return Optional.empty();
        }
    }

    private boolean hasOnlyPlainCharacters(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean lineEnd = c == '\n' || c == '\r';
            if (!lineEnd
                    && (Character.isISOControl(c)
                            || Character.getType(c) == Character.FORMAT
                            || c == '\u2028'
                            || c == '\u2029')) {
                faults.add(
                        Spot.at(file, text, i),
                        String.format(Locale.ROOT, "the invisible character U+%04X stands here", c),
                        "remove it; indent with spaces");
                return false;
            }
        }
        return true;
    }

    private Optional<YamlValue> compose(String text) {
        try {
            if (!hasOnlyPlainNodes(text)) {
                return Optional.empty();
            }
            Optional<Node> root = Optional.ofNullable(yaml().compose(new StringReader(text)));
            if (root.isEmpty()) {
                faults.add(
                        Spot.startOf(file), "the file is empty", "write its fields, each with a colon and its value");
            }
            return root.map(node -> new YamlValue(file, node));
        } catch (MarkedYAMLException e) {
            faults.add(
                    Spot.at(file, Optional.ofNullable(e.getProblemMark())),
                    "the file is not well-formed YAML: `"
                            + Optional.ofNullable(e.getProblem()).orElse("") + "`",
                    "correct the indentation, the quotes or the brackets here");
        } catch (YAMLException e) {
            faults.add(
                    Spot.startOf(file),
                    "the file holds a character that YAML forbids or exceeds a limit of its reader",
                    "write plain fields and lists only");
        }
        return Optional.empty();
    }

    private boolean hasOnlyPlainNodes(String text) {
        long faultsBefore = faults.count();
        int depth = 0;
        int documents = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            Spot at = Spot.at(file, Optional.ofNullable(event.getStartMark()));
            switch (event.getEventId()) {
                case DocumentStart -> {
                    documents++;
                    if (documents > 1) {
                        faults.add(at, "a second document begins here", "keep one document to a file");
                        return false;
                    }
                }
                case MappingStart, SequenceStart -> {
                    depth++;
                    if (depth > MAX_DEPTH) {
                        faults.add(at, "nesting is deeper than " + MAX_DEPTH, "write plain fields and lists only");
                        return false;
                    }
                    checkProperties(at, (NodeEvent) event, ((CollectionStartEvent) event).getTag());
                }
                case MappingEnd, SequenceEnd -> depth--;
                case Scalar -> checkProperties(at, (NodeEvent) event, ((ScalarEvent) event).getTag());
                case Alias ->
                    faults.add(
                            at,
                            "the alias `*" + ((AliasEvent) event).getAnchor() + "` is not allowed",
                            "write the value out");
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
            }
        }
        return faults.count() == faultsBefore;
    }

    private void checkProperties(Spot at, NodeEvent event, @Nullable String tag) {
        Optional.ofNullable(event.getAnchor())
                .ifPresent(anchor -> faults.add(
                        at, "the anchor `&" + anchor + "` is not allowed", "write the value out where it is needed"));
        Optional.ofNullable(tag)
                .ifPresent(present ->
                        faults.add(at, "the tag `" + present + "` is not allowed", "remove the tag; write plain text"));
    }

    private Yaml yaml() {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setAllowRecursiveKeys(false);
        limits.setAllowDuplicateKeys(false);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setCodePointLimit(maxBytes);
        limits.setTagInspector(tag -> false);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits);
    }
}
