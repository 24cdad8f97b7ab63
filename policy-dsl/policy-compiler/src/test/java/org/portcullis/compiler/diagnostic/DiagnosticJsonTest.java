package org.portcullis.compiler.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.model.json.CanonicalJson;

class DiagnosticJsonTest {

    @Test
    void placesAreLinesColumnsAndOffsets() {
        SourceText source = new SourceText("x.policy", "a\nbc d");
        Diagnostic diagnostic = Diagnostic.of(
                        DiagnosticCode.UNKNOWN_SCOPE, new Span(5, 6), "there is no scope `d`", "declare it")
                .withLabel(new Span(2, 4), "here");
        assertEquals(
                "[{\"code\":\"P0302\",\"end\":{\"column\":5,\"line\":2,\"offset\":6},\"file\":\"x.policy\",\"help\":\"declare it\","
                        + "\"labels\":[{\"end\":{\"column\":3,\"line\":2,\"offset\":4},\"start\":{\"column\":1,\"line\":2,\"offset\":2},"
                        + "\"text\":\"here\"}],\"message\":\"there is no scope `d`\",\"severity\":\"error\","
                        + "\"start\":{\"column\":4,\"line\":2,\"offset\":5},\"title\":\"unknown scope\"}]",
                CanonicalJson.text(DiagnosticJson.of(source, List.of(diagnostic))));
    }
}
