package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

/** Collects the values that conditions single out. */
final class TextValues {
    private TextValues() {}

    /** The texts that the condition compares the attribute with by `is` or `is one of`. */
    static List<Located<String>> of(ConditionSyntax condition, Measure attribute) {
        List<Located<String>> found = new ArrayList<>();
        Conditions.Leaves leaves = Conditions.leaves(condition);
        leaves.comparisons().stream()
                .filter(comparison -> comparison.comparator().value() == Comparator.IS
                        && comparison.left().path().value().equals(attribute.path()))
                .flatMap(comparison -> Conditions.constant(comparison.right()).stream())
                .forEach(value -> add(found, value));
        leaves.lists().stream()
                .filter(list -> list.left().path().value().equals(attribute.path()))
                .flatMap(list -> list.values().stream())
                .forEach(value -> add(found, value));
        return found;
    }

    private static void add(List<Located<String>> found, Located<Value> value) {
        if (value.value() instanceof Value.Text text) {
            found.add(new Located<>(text.text(), value.span()));
        }
    }
}
