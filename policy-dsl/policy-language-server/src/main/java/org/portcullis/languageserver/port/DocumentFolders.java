package org.portcullis.languageserver.port;

import org.portcullis.compiler.source.FileSource;

/** Opens the folder of a document, for the parts and tables that a policy names. */
@FunctionalInterface
public interface DocumentFolders {

    /** The files of the document's folder; {@link FileSource#NONE} for a document that lies in none. */
    FileSource of(String uri);
}
