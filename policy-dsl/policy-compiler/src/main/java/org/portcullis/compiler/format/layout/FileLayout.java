package org.portcullis.compiler.format.layout;

import java.util.List;

/**
 * Lays out a whole file: one empty line between sentences; comments above the sentence that they stand above.
 *
 * <p>Sentences of one line and one kind may stand together if they did. Mutable; used inside one method.
 */
final class FileLayout {
    private final StringBuilder text = new StringBuilder();
    private boolean lastIsOneLine;
    private String lastKind = "";

    private FileLayout() {}

    static String of(SourceOutline source, List<CanonicalSentence> canonical) {
        if (source.sentences().size() != canonical.size()) {
            throw new IllegalArgumentException("the canonical spelling has " + canonical.size()
                    + " sentences, the source " + source.sentences().size());
        }
        FileLayout layout = new FileLayout();
        for (int at = 0; at < canonical.size(); at++) {
            layout.add(source.sentences().get(at), canonical.get(at));
        }
        layout.add(source.below(), true);
        return layout.text.toString();
    }

    private void add(SourceSentence source, CanonicalSentence canonical) {
        List<String> lines = SentenceLayout.lines(source, canonical);
        boolean together = lastIsOneLine && lines.size() == 1 && lastKind.equals(canonical.kind());
        add(source.above(), !together);
        if (source.apart() || (source.above().isEmpty() && !together)) {
            gap();
        }
        lines.forEach(this::line);
        lastIsOneLine = lines.size() == 1;
        lastKind = canonical.kind();
    }

    private void add(List<CommentLine> comments, boolean apart) {
        for (int at = 0; at < comments.size(); at++) {
            if (comments.get(at).apart() || (at == 0 && apart)) {
                gap();
            }
            line(comments.get(at).text());
        }
    }

    private void gap() {
        if (text.length() > 0) {
            text.append('\n');
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
