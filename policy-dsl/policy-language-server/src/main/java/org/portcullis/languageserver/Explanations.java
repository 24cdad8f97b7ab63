package org.portcullis.languageserver;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/** What the server answers beyond the protocol: the pages of diagnostic codes. */
public interface Explanations {

    /** The page of a code, in Markdown; an error if there is no such code. */
    @JsonRequest("portcullis/explain")
    CompletableFuture<Page> explain(Code code);

    /** Names a diagnostic code, for example `P0301`. */
    record Code(String code) {}

    /** The page of a code. */
    record Page(String markdown) {}
}
