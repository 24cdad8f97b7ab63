package org.portcullis.languageserver.feature;

import org.portcullis.languageserver.port.ProvisionText;

/** Describes provisions for people; every statement carries how sure it is. */
final class CitationText {
    private CitationText() {}

    static String markdown(ProvisionText.Entry entry) {
        return entry.paraphrase() + "\n\n*Our paraphrase; " + entry.sureness() + ". In force " + entry.inForce() + ".*";
    }
}
