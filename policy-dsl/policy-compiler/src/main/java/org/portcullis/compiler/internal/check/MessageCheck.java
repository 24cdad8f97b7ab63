package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.measure.Measure;

/** Finds placeholders that nothing fills, and messages that tell the reader nothing. */
final class MessageCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        for (ControlOutline control : policy.controls()) {
            control.syntax().message().ifPresent(message -> {
                List<Located<String>> placeholders = placeholders(message, diagnostics);
                placeholders.forEach(placeholder -> placeholder(control, placeholder, diagnostics));
                silent(control, message, placeholders, diagnostics);
            });
        }
    }

    private static List<Located<String>> placeholders(Located<String> message, Diagnostics diagnostics) {
        List<Located<String>> found = new ArrayList<>();
        String text = message.value();
        int open = text.indexOf('{');
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                diagnostics.report(
                        DiagnosticCode.UNKNOWN_PLACEHOLDER,
                        inside(message, open, text.length()),
                        "the placeholder is not closed",
                        "close it with `}`");
                return found;
            }
            found.add(new Located<>(text.substring(open + 1, close), inside(message, open, close + 1)));
            open = text.indexOf('{', close);
        }
        return found;
    }

    /** The place of a part of the text, which stands behind its opening quotation mark. */
    private static Span inside(Located<String> message, int from, int to) {
        int start = message.span().start() + 1;
        return new Span(start + from, start + to);
    }

    private static void placeholder(ControlOutline control, Located<String> placeholder, Diagnostics diagnostics) {
        Optional<Measure> measure = Measure.byPath(placeholder.value());
        List<String> special = special(control);
        if (measure.isEmpty() && !special.contains(placeholder.value())) {
            List<String> known = new ArrayList<>(special);
            known.addAll(Measure.paths());
            diagnostics.report(
                    DiagnosticCode.UNKNOWN_PLACEHOLDER,
                    placeholder.span(),
                    "nothing fills the placeholder " + UserText.quoted("{" + placeholder.value() + "}") + " of "
                            + control.words(),
                    Spelling.cure(
                            placeholder.value(),
                            placeholder.span().inside(),
                            known,
                            "write an attribute, or one of " + inBraces(special)));
        }
        measure.filter(BasketCheck::differsByLine)
                .filter(line -> control.isOnBaskets())
                .ifPresent(line -> diagnostics.report(
                        DiagnosticCode.NO_SINGLE_VALUE,
                        placeholder.span(),
                        UserText.quoted(line.path()) + " is different for every line of a basket",
                        "name what a whole basket has, for example `{basket.notional}`"));
    }

    /** The placeholders of the control beside attributes. */
    private static List<String> special(ControlOutline control) {
        List<String> special = new ArrayList<>();
        switch (control.kind()) {
            case GRANT, ESCALATION, KILL_SWITCH -> {}
            case HARD_LIMIT, SOFT_LIMIT, APPROVAL, CUMULATIVE_LIMIT, THROTTLE, IN_FLIGHT, MONITOR ->
                special.addAll(List.of("limit", "ratio"));
            case ALERT_FLOOD -> special.addAll(List.of("limit", "count"));
        }
        List<ReferenceSyntax> read = read(control);
        if (read.stream().anyMatch(reference -> References.windowed(reference).isPresent())) {
            special.add("used");
        }
        if (read.stream().anyMatch(reference -> References.change(reference).isPresent())) {
            special.add("change");
        }
        if (control.terms().isPresent()) {
            special.add("needed");
        }
        return special;
    }

    private static List<ReferenceSyntax> read(ControlOutline control) {
        return control.condition()
                .map(condition -> Conditions.leaves(condition).references())
                .orElse(List.of());
    }

    private static String inBraces(List<String> special) {
        return String.join(
                ", ", special.stream().map(name -> "`{" + name + "}`").toList());
    }

    private static void silent(
            ControlOutline control,
            Located<String> message,
            List<Located<String>> placeholders,
            Diagnostics diagnostics) {
        if (control.kind() == ControlKind.GRANT || control.kind() == ControlKind.KILL_SWITCH) {
            return;
        }
        Set<String> telling = new LinkedHashSet<>(special(control));
        telling.remove("needed");
        read(control).stream()
                .filter(reference -> reference.derivation().isEmpty())
                .forEach(reference -> telling.add(reference.path().value()));
        if (placeholders.stream().map(Located::value).noneMatch(telling::contains)) {
            String example =
                    telling.stream().skip(telling.size() - 1).findFirst().orElse("limit");
            diagnostics.report(
                    DiagnosticCode.SILENT_MESSAGE,
                    message.span(),
                    "the message names neither the value nor the limit",
                    "say how much it is and how much it may be, with placeholders such as "
                            + UserText.quoted("{" + example + "}") + " and `{limit}`");
        }
    }
}
