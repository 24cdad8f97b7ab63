package org.portcullis.compiler.format;

import java.util.stream.Collectors;
import org.portcullis.compiler.syntax.DerivationSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;

/** Writes an attribute, with its window of trading days and how it is computed over time. */
final class ReferenceSpelling implements DerivationSyntax.Cases<String> {
    private final String itself;

    private ReferenceSpelling(String itself) {
        this.itself = itself;
    }

    static String of(ReferenceSyntax reference) {
        String itself = reference.path().value()
                + reference.overTradingDays().map(ReferenceSpelling::window).orElse("");
        return reference
                .derivation()
                .map(how -> how.match(new ReferenceSpelling(itself)))
                .orElse(itself);
    }

    @Override
    public String change(DerivationSyntax.Change change) {
        return "change in " + itself + " since " + change.since().value();
    }

    @Override
    public String windowed(DerivationSyntax.Windowed window) {
        String keys = window.per().stream().map(ReferenceSpelling::of).collect(Collectors.joining(" and "));
        String length = window.length()
                .map(span -> " in any " + CanonicalSpelling.value(span.value()))
                .orElse(" per trading day");
        String counting = window.counting().isEmpty()
                ? ""
                : window.counting().stream()
                        .map(state -> state.value().word())
                        .collect(Collectors.joining(", ", " counting ", ""));
        return window.aggregate().words() + " " + itself + " per " + keys + length + counting;
    }

    private static String window(Located<Integer> days) {
        return " over " + days.value() + (days.value() == 1 ? " trading day" : " trading days");
    }
}
