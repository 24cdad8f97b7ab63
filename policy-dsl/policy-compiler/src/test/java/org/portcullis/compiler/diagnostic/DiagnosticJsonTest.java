package org.portcullis.compiler.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.model.json.CanonicalJson;

class DiagnosticJsonTest {

    @Test
    void spansAreLinesAndColumns() {
        SourceText source = new SourceText("x.policy", "a\nbc d");
        Diagnostic diagnostic = Diagnostic.of(
                        DiagnosticCode.UNKNOWN_SCOPE, new Span(5, 6), "there is no scope `d`", "declare it")
                .withLabel(new Span(2, 4), "here")
                .withFix(Fix.write(new Span(5, 6), "b"));
        assertEquals(
                "[{\"code\":\"P0302\",\"file\":\"x.policy\",\"fixes\":[{\"replacement\":\"b\",\"span\":{\"column\":4,"
                        + "\"endColumn\":5,\"endLine\":2,\"line\":2},\"title\":\"write `b`\"}],\"help\":\"declare it\",\"labels\":["
                        + "{\"span\":{\"column\":1,\"endColumn\":3,\"endLine\":2,\"line\":2},\"text\":\"here\"}],"
                        + "\"message\":\"there is no scope `d`\",\"severity\":\"error\","
                        + "\"span\":{\"column\":4,\"endColumn\":5,\"endLine\":2,\"line\":2},\"title\":\"unknown scope\"}]",
                CanonicalJson.text(DiagnosticJson.of(source, List.of(diagnostic))));
    }
}
