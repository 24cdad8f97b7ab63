package org.portcullis.compiler.internal.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.HoldTermsSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReviewSyntax;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** Finds time spans of nothing, dates in the wrong order, and reviews in the future or overdue. */
final class TimeCheck implements Check {
    private static final long MICROS_PER_DAY = SpanUnit.DAYS.microsInOne();

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        policy.header().ifPresent(header -> header(header, settings, diagnostics));
        for (ControlOutline control : policy.controls()) {
            control.syntax().review().ifPresent(review -> review(review, settings, diagnostics));
            control.terms().ifPresent(terms -> terms(terms, diagnostics));
            control.exclusions()
                    .forEach(exclusion -> ExclusionOutline.of(exclusion)
                            .editedWithin()
                            .ifPresent(span -> positive(span, diagnostics)));
            control.exceptional().ifPresent(release -> positive(release.within(), diagnostics));
            control.steps().forEach(step -> step.after().ifPresent(after -> positive(after, diagnostics)));
        }
    }

    private static void header(HeaderSyntax header, CheckSettings settings, Diagnostics diagnostics) {
        positive(header.rateStaleAfter(), diagnostics);
        positive(header.marketDataStaleAfter(), diagnostics);
        header.referenceDataStaleAfter().ifPresent(span -> positive(span, diagnostics));
        header.changes()
                .ifPresent(changes -> changes.exclusions()
                        .forEach(exclusion -> ExclusionOutline.of(exclusion)
                                .editedWithin()
                                .ifPresent(span -> positive(span, diagnostics))));
        header.review().ifPresent(review -> review(review, settings, diagnostics));
    }

    private static void terms(HoldTermsSyntax terms, Diagnostics diagnostics) {
        positive(terms.within(), diagnostics);
        terms.escalation().forEach(step -> positive(step.after(), diagnostics));
    }

    private static void positive(Located<Value.TimeSpan> span, Diagnostics diagnostics) {
        if (span.value().micros() <= 0) {
            diagnostics.report(
                    DiagnosticCode.TIME_NOT_POSITIVE,
                    span.span(),
                    "a time span of 0 " + span.value().unit().word() + " is over before it begins",
                    "write a time span that is longer than nothing");
        }
    }

    private static void review(ReviewSyntax review, CheckSettings settings, Diagnostics diagnostics) {
        positive(review.every(), diagnostics);
        settings.asOf().ifPresent(today -> {
            LocalDate last = review.lastOn().value();
            if (last.isAfter(today)) {
                diagnostics.report(
                        DiagnosticCode.REVIEW_IN_FUTURE,
                        review.lastOn().span(),
                        "the last review is on " + last + ", and today is " + today,
                        "write the day on which the review took place");
            } else {
                due(review)
                        .filter(due -> due.isBefore(today))
                        .ifPresent(due -> diagnostics.report(
                                DiagnosticCode.REVIEW_OVERDUE,
                                review.span(),
                                "the review was due on " + due + ", and today is " + today,
                                "review it and write the day of the review"));
            }
        });
    }

    /** The day of the next review; empty where it depends on a calendar of trading days. */
    private static Optional<LocalDate> due(ReviewSyntax review) {
        Value.TimeSpan every = review.every().value();
        if (every.unit() == SpanUnit.TRADING_DAYS) {
            return Optional.empty();
        }
        try {
            return Optional.of(review.lastOn().value().plusDays(every.micros() / MICROS_PER_DAY));
        } catch (DateTimeException beyondTheCalendar) {
            return Optional.empty();
        }
    }
}
