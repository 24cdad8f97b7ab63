package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.calendar.TradingCalendars;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.organisation.Desk;
import org.portcullis.model.organisation.Location;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.model.value.Value;

/** Finds desks, locations and calendars that a policy names and the firm does not have. */
final class PlaceCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        settings.calendars()
                .ifPresent(calendars -> policy.header()
                        .map(header -> header.calendar())
                        .ifPresent(calendar -> calendar(calendar, calendars, diagnostics)));
        settings.organisation().ifPresent(firm -> places(policy, firm, diagnostics));
    }

    private static void calendar(Located<String> calendar, TradingCalendars calendars, Diagnostics diagnostics) {
        if (!calendars.names().contains(calendar.value())) {
            diagnostics.report(
                    DiagnosticCode.UNKNOWN_CALENDAR,
                    calendar.span(),
                    "nobody knows the trading days of the calendar " + UserText.quoted(calendar.value()),
                    Spelling.didYouMean(
                            calendar.value(),
                            calendars.names(),
                            "name a calendar that there is, or declare this one in the organisation file"));
        }
    }

    private static void places(Outline policy, Organisation firm, Diagnostics diagnostics) {
        List<String> desks =
                firm.desks().stream().map(Desk::name).distinct().sorted().toList();
        List<String> locations =
                firm.locations().stream().map(Location::name).sorted().toList();
        Conditions.Leaves leaves = Conditions.leaves(Conditions.of(policy));
        Stream.concat(
                        leaves.comparisons().stream().flatMap(PlaceCheck::names),
                        leaves.lists().stream().flatMap(PlaceCheck::names))
                .forEach(named -> {
                    if (named.isOf(Measure.ORDER_DESK) && !desks.contains(named.text())) {
                        unknown(DiagnosticCode.UNKNOWN_DESK, "desk", named, desks, diagnostics);
                    } else if (named.isOf(Measure.ORDER_LOCATION) && !locations.contains(named.text())) {
                        unknown(DiagnosticCode.UNKNOWN_LOCATION, "location", named, locations, diagnostics);
                    }
                });
    }

    private static void unknown(
            DiagnosticCode code, String what, Named named, List<String> known, Diagnostics diagnostics) {
        diagnostics.report(
                code,
                named.value().span(),
                () -> Diagnostic.of(
                        code,
                        named.value().span(),
                        "the organisation has no " + what + " " + UserText.quoted(named.text()),
                        Spelling.didYouMean(
                                named.text(), known, "name a " + what + " of the organisation file, or add it there")));
    }

    private static Stream<Named> names(ConditionSyntax.Compare comparison) {
        return Conditions.constant(comparison.right()).stream().map(value -> new Named(comparison.left(), value));
    }

    private static Stream<Named> names(ConditionSyntax.OneOf list) {
        return list.values().stream().map(value -> new Named(list.left(), value));
    }

    /** A value that an attribute is compared with. */
    private record Named(ReferenceSyntax attribute, Located<Value> value) {
        boolean isOf(Measure measure) {
            return value.value() instanceof Value.Text
                    && Measure.byPath(attribute.path().value()).equals(Optional.of(measure));
        }

        String text() {
            return value.value() instanceof Value.Text text ? text.text() : "";
        }
    }
}
