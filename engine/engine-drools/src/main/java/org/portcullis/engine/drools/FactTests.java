package org.portcullis.engine.drools;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.portcullis.engine.drools.FactTest.Asked;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.json.Digest;
import org.portcullis.model.value.Value;

/**
 * Names the tests of one network and keeps that two different tests never have one name; owned by the thread that builds.
 *
 * <p>INVARIANT: Drools takes two tests of one id for the same and keeps the first, whatever the second asks; so id to expression is injective here, or
 * nothing is loaded.
 */
final class FactTests {
    private final CompiledCondition.Compiler compiler;
    private final UnaryOperator<String> naming;
    private final Map<String, String> expressionById = new HashMap<>();
    private final Map<String, CompiledCondition> compiledByText = new HashMap<>();

    /** Takes the compiler of conditions and the function that names expressions, which is {@link #digest} but in tests. */
    FactTests(CompiledCondition.Compiler compiler, UnaryOperator<String> naming) {
        this.compiler = compiler;
        this.naming = naming;
    }

    /** Names an expression by its SHA-256 digest. */
    static String digest(String expression) {
        return Digest.of(expression.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /**
     * Makes the test that asks for the condition's truth.
     *
     * @throws IllegalStateException if another expression has the same id
     */
    FactTest asking(Asked asked, Condition condition) {
        return make(asked, condition, Optional.empty());
    }

    /** Makes the test that a hash table answers. */
    FactTest having(FactTest.Key key) {
        Condition is = new Condition.Compare(
                Reference.to(key.measure()), Comparator.IS, new Bound.Constant(new Value.Text(key.value())));
        return make(Asked.TRUE, is, Optional.of(key));
    }

    private FactTest make(Asked asked, Condition condition, Optional<FactTest.Key> key) {
        String text = ExpressionText.of(condition);
        String expression = (key.isPresent() ? "hashed " : "") + asked.words() + " " + text;
        String id = naming.apply(expression);
        String known = expressionById.putIfAbsent(id, expression);
        if (known != null && !known.equals(expression)) {
            throw new IllegalStateException(
                    "two tests have the id `" + id + "`: `" + known + "` and `" + expression + "`");
        }
        CompiledCondition compiled = compiledByText.computeIfAbsent(text, any -> compiler.compile(condition));
        return new FactTest(id, asked, compiled, key);
    }
}
