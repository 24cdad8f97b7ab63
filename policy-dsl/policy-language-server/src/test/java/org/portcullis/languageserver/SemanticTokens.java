package org.portcullis.languageserver;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Reads the numbers with which the server says what each word is. */
final class SemanticTokens {
    private SemanticTokens() {}

    /** The words of one type, in the order of the text. */
    static List<String> texts(String text, List<Integer> encoded, String type) {
        List<String> legend = Capabilities.of()
                .getCapabilities()
                .getSemanticTokensProvider()
                .getLegend()
                .getTokenTypes();
        List<String> texts = new ArrayList<>();
        int line = 0;
        int column = 0;
        for (int at = 0; at < encoded.size(); at += 5) {
            column = encoded.get(at) == 0 ? column + encoded.get(at + 1) : encoded.get(at + 1);
            line += encoded.get(at);
            if (legend.get(encoded.get(at + 3)).equals(type)) {
                Range range = new Range(new Position(line, column), new Position(line, column + encoded.get(at + 2)));
                texts.add(Place.text(text, range));
            }
        }
        return texts;
    }
}
