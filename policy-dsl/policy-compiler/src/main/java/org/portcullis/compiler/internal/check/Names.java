package org.portcullis.compiler.internal.check;

import java.util.List;
import org.portcullis.compiler.syntax.CitationSyntax;

/** Names that every policy shares. */
final class Names {
    /** Reasons that decisions give beside controls; no declaration may take them as its id. */
    static final List<String> RESERVED =
            List.of("NOT-GRANTED", "NO-POLICY", "LIMIT-BREACHED", "MISSING-DATA", "EVALUATION-FAILED");

    /** Reasons that a test may expect in place of a control. */
    static final List<String> EXPECTED_REASONS = List.of("NOT-GRANTED", "NO-POLICY");

    private Names() {}

    /** A citation as policies write it. */
    static String words(CitationSyntax citation) {
        return citation.corpus().value() + " \"" + citation.provision().value() + "\"";
    }
}
