package org.portcullis.compiler.internal.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.portcullis.compiler.Texts;
import org.portcullis.compiler.syntax.PolicySyntax;

class PolicyReaderTest {

    @Test
    void everyKindOfTheLanguageIsRead() {
        PolicySyntax tree = RoundTrip.of(Texts.resource("/syntax/every-kind.policy"));
        assertEquals(20, tree.declarations().size());
    }

    @Test
    void implementedKindsAreRead() {
        PolicySyntax tree = RoundTrip.of(Texts.resource("/good/delta1.policy"));
        assertEquals(13, tree.declarations().size());
    }
}
