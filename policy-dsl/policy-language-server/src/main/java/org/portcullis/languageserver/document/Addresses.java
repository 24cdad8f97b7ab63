package org.portcullis.languageserver.document;

import java.net.URI;
import java.net.URISyntaxException;

/** Compares and resolves addresses of documents, which editors write in different ways. */
final class Addresses {
    private Addresses() {}

    /** The address of a file that is named from a document's folder. */
    static String beside(String uri, String path) {
        try {
            // Java's own way of resolving loses the two slashes of an empty authority, which editors write.
            return uri.substring(0, uri.lastIndexOf('/') + 1) + new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException nowhere) {
            return path;
        }
    }

    /** The same for all ways in which an address is written: without escapes and detours. */
    static String key(String uri) {
        try {
            URI address = new URI(uri).normalize();
            return address.getPath() == null ? uri : address.getScheme() + ":" + address.getPath();
        } catch (URISyntaxException malformed) {
            return uri;
        }
    }
}
