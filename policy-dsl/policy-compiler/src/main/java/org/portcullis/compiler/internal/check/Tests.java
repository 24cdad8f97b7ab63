package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.stream.Stream;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.TestSyntax;

/** Walks the parts of tests. */
final class Tests {
    private Tests() {}

    /** Every fact that a test states: given ones, those of its cases, those of its basket's lines and those of its events. */
    static Stream<TestSyntax.Given> facts(Declaration.Test test) {
        return Stream.of(
                        test.given().stream(),
                        test.cases().stream().flatMap(one -> one.given().stream()),
                        test.lines().stream().flatMap(List::stream),
                        test.events().stream().flatMap(event -> event.facts().stream()))
                .flatMap(all -> all);
    }

    /** Every expectation that a test states, its own and those of its cases. */
    static Stream<TestSyntax.Expectation> expectations(Declaration.Test test) {
        return Stream.concat(
                test.expectations().stream(), test.cases().stream().flatMap(one -> one.expectations().stream()));
    }
}
