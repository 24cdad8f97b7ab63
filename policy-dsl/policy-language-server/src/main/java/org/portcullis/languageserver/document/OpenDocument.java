package org.portcullis.languageserver.document;

import java.net.URI;
import java.net.URISyntaxException;
import org.portcullis.compiler.diagnostic.SourceText;

/**
 * One version of the text of a document that an editor has open.
 *
 * @param uri as the editor wrote it
 * @param version as the editor counts
 */
public record OpenDocument(String uri, int version, String text) {

    /** The text under the last part of its address, which diagnostics show. */
    public SourceText source() {
        return new SourceText(name(), text);
    }

    private String name() {
        String path;
        try {
            String decoded = new URI(uri).getPath();
            path = decoded == null ? uri : decoded;
        } catch (URISyntaxException notOne) {
            path = uri;
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() ? "policy" : last;
    }
}
