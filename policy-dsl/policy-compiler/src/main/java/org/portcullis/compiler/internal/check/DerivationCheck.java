package org.portcullis.compiler.internal.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Cure;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Fix;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.DerivationSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** Checks what is computed over time: what is counted, added up or compared with a moment, per which keys, over which window. */
final class DerivationCheck implements Check {
    private static final List<String> MOMENTS = Arrays.stream(Derivation.Moment.values())
            .map(Derivation.Moment::path)
            .toList();
    private static final List<Measure> PRICES = List.of(Measure.MARKET_PRICE, Measure.ORDER_PRICE);
    private static final List<Measure> AMOUNTS = List.of(
            Measure.ORDER_NOTIONAL, Measure.ORDER_QUANTITY, Measure.EXECUTION_NOTIONAL, Measure.EXECUTION_QUANTITY);
    private static final List<Measure> COUNTED = List.of(Measure.ORDER_ID, Measure.MESSAGE_ID, Measure.EXECUTION_ID);

    /** A person holds several roles and several switches may be pulled at once, so that neither says to which window something belongs. */
    private static final List<Measure> SEVERAL = List.of(Measure.REQUESTER_ROLE, Measure.SWITCH_PULLED);

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        for (ReferenceSyntax reference : References.all(policy)) {
            References.change(reference).ifPresent(change -> change(reference, change, diagnostics));
            References.windowed(reference).ifPresent(window -> windowed(reference, window, diagnostics));
        }
        policy.controls().forEach(control -> control.groupedBy().ifPresent(key -> key(key, "grouped by", diagnostics)));
    }

    private static void change(ReferenceSyntax reference, DerivationSyntax.Change change, Diagnostics diagnostics) {
        Located<String> since = change.since();
        if (!MOMENTS.contains(since.value())) {
            diagnostics.report(
                    DiagnosticCode.UNKNOWN_MOMENT,
                    since.span(),
                    () -> Diagnostic.of(
                            DiagnosticCode.UNKNOWN_MOMENT,
                            since.span(),
                            UserText.quoted(since.value()) + " is no moment from which a change is measured",
                            Spelling.cure(
                                    since.value(),
                                    since.span(),
                                    MOMENTS,
                                    "write `since order.arrival` or `since order.release`")));
        }
        References.measure(reference)
                .filter(measure -> !PRICES.contains(measure))
                .ifPresent(measure -> diagnostics.report(
                        DiagnosticCode.CHANGE_NOT_OF_PRICE,
                        reference.path().span(),
                        "the change in " + UserText.quoted(measure.path()) + " is not measured, because it is no price",
                        "write `market.price` or `order.price`"));
    }

    private static void windowed(ReferenceSyntax reference, DerivationSyntax.Windowed window, Diagnostics diagnostics) {
        References.measure(reference).ifPresent(measure -> aggregate(reference, measure, window, diagnostics));
        window.per().forEach(key -> key(key, "per", diagnostics));
        window.length().ifPresent(length -> length(length, diagnostics));
    }

    private static void aggregate(
            ReferenceSyntax reference, Measure measure, DerivationSyntax.Windowed window, Diagnostics diagnostics) {
        boolean count = window.aggregate() == Derivation.Aggregate.COUNT;
        if ((count ? COUNTED : AMOUNTS).contains(measure)) {
            return;
        }
        Cure cure = count
                ? counting(reference, measure)
                : Cure.of("add up " + inWords(AMOUNTS) + ", or count ids with `count of`");
        diagnostics.report(
                DiagnosticCode.NOT_ADDED_UP,
                reference.path().span(),
                UserText.quoted(measure.path())
                        + (count ? " is not counted, because it is no id" : " is not added up over a window"),
                cure);
    }

    /** Counting orders is what somebody means who counts an attribute of orders. */
    private static Cure counting(ReferenceSyntax reference, Measure measure) {
        String noun = measure.path().substring(0, measure.path().indexOf('.'));
        Optional<Measure> id = COUNTED.stream()
                .filter(counted -> counted.path().startsWith(noun + "."))
                .findFirst();
        String help = "count " + inWords(COUNTED) + ", or add up an amount with `sum of`";
        return id.map(counted -> Cure.of(help, Fix.write(reference.path().span(), counted.path())))
                .orElseGet(() -> Cure.of(help));
    }

    private static void key(ReferenceSyntax key, String word, Diagnostics diagnostics) {
        References.measure(key).ifPresent(measure -> {
            if (measure.dimension().isNumeric() || SEVERAL.contains(measure)) {
                diagnostics.report(
                        DiagnosticCode.KEY_NOT_TEXT,
                        key.span(),
                        UserText.quoted(word + " " + measure.path()) + " names "
                                + (measure.dimension().isNumeric()
                                        ? measure.dimension().phrase()
                                        : "what may have several values at once")
                                + ", and a key is one text",
                        "name a text attribute, for example `order.desk` or `strategy.id`");
            }
        });
    }

    private static void length(Located<Value.TimeSpan> length, Diagnostics diagnostics) {
        Value.TimeSpan span = length.value();
        if (span.unit() == SpanUnit.TRADING_DAYS || span.micros() > SpanUnit.DAYS.microsInOne()) {
            diagnostics.report(
                    DiagnosticCode.WINDOW_OUT_OF_RANGE,
                    length.span(),
                    span.unit() == SpanUnit.TRADING_DAYS
                            ? "a sliding window has a length on the clock, not in trading days"
                            : "a window of more than one day is not kept",
                    "write `per trading day` for the whole day, or a window of at most `1 day`");
        } else if (span.micros() <= 0) {
            diagnostics.report(
                    DiagnosticCode.WINDOW_OUT_OF_RANGE,
                    length.span(),
                    "a window of 0 " + span.unit().word() + " has nothing in it",
                    "write how long it is, for example `in any 1 second`");
        }
    }

    private static String inWords(List<Measure> measures) {
        List<String> paths =
                measures.stream().map(measure -> "`" + measure.path() + "`").toList();
        return String.join(", ", paths.subList(0, paths.size() - 1)) + " or " + paths.get(paths.size() - 1);
    }
}
