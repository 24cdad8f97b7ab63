package org.portcullis.compiler.internal.check;

import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** Finds time limits for people that end after the session in which they began, when prices and positions are others. */
final class LongWaitCheck implements Check {
    /** No venue's session is longer; which one it is, the calendar would have to say. */
    private static final long LONGEST_SESSION = SpanUnit.DAYS.microsInOne();

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        for (ControlOutline control : policy.controls()) {
            control.terms().ifPresent(terms -> within("the hold", terms.within(), diagnostics));
            control.exceptional()
                    .ifPresent(release -> within("the exceptional release", release.within(), diagnostics));
        }
    }

    private static void within(String what, Located<Value.TimeSpan> within, Diagnostics diagnostics) {
        Value.TimeSpan span = within.value();
        if (span.unit() == SpanUnit.TRADING_DAYS || span.micros() >= LONGEST_SESSION) {
            diagnostics.report(
                    DiagnosticCode.OUTLIVES_THE_DAY,
                    within.span(),
                    what + " may wait longer than a trading day, and what is released then is not what was looked at",
                    "write minutes or hours");
        }
    }
}
