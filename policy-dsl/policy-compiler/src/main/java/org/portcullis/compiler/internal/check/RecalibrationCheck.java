package org.portcullis.compiler.internal.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.compiler.diagnostic.Cure;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Fix;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.PeriodSyntax;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** Holds temporary recalibrations against the controls that they change, and against each other. */
final class RecalibrationCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        for (Declaration.Recalibration change : policy.recalibrations()) {
            Optional<ControlOutline> control = policy.control(change.control().value());
            control.ifPresent(found -> threshold(change, found, diagnostics));
            if (control.isEmpty()
                    && !policy.unreadIds().contains(change.control().value())) {
                unknown(policy, change.control(), diagnostics);
            }
            renewals(change, diagnostics);
            settings.asOf().ifPresent(today -> expired(change, today, diagnostics));
        }
        overlaps(policy, diagnostics);
    }

    private static void unknown(Outline policy, Located<String> id, Diagnostics diagnostics) {
        boolean isScope = policy.scope(id.value()).isPresent();
        diagnostics.report(
                DiagnosticCode.UNKNOWN_CONTROL,
                id.span(),
                () -> Diagnostic.of(
                        DiagnosticCode.UNKNOWN_CONTROL,
                        id.span(),
                        isScope
                                ? UserText.quoted(id.value()) + " is a scope, not a control"
                                : "there is no control " + UserText.quoted(id.value()),
                        Spelling.cure(
                                id.value(),
                                id.span(),
                                policy.controlsById().keySet(),
                                "name the control whose threshold changes")));
    }

    private static void threshold(Declaration.Recalibration change, ControlOutline control, Diagnostics diagnostics) {
        List<Located<Value>> thresholds = Thresholds.of(control);
        List<Located<Value>> same = thresholds.stream()
                .filter(threshold -> threshold.value().equals(change.from().value()))
                .toList();
        String id = UserText.quoted(control.id());
        if (thresholds.isEmpty()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticCode.NOT_RECALIBRATED,
                            change.control().span(),
                            id + " has no threshold that could be recalibrated",
                            "name a control that compares with a number")
                    .withLabel(control.syntax().id().span(), "declared here"));
        } else if (same.isEmpty()) {
            missing(change.from(), control, thresholds, diagnostics);
        } else if (same.size() > 1) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticCode.NOT_RECALIBRATED,
                            change.from().span(),
                            id + " has the threshold " + words(change.from()) + " twice, and only one is meant",
                            "write the two thresholds as two controls")
                    .withLabel(same.get(0).span(), "it stands here")
                    .withLabel(same.get(1).span(), "and here"));
        } else {
            to(change, diagnostics);
        }
    }

    private static void missing(
            Located<Value> from, ControlOutline control, List<Located<Value>> thresholds, Diagnostics diagnostics) {
        List<Located<Value>> alike = thresholds.stream()
                .filter(threshold ->
                        threshold.value().dimension() == from.value().dimension())
                .toList();
        Located<Value> nearest = alike.isEmpty() ? thresholds.get(0) : alike.get(0);
        String help = "write the threshold as the control has it: `" + words(nearest) + "`";
        boolean obvious = alike.size() == 1 && words(nearest).length() <= Fix.MAX_LENGTH;
        diagnostics.report(Diagnostic.of(
                        DiagnosticCode.NOT_RECALIBRATED,
                        from.span(),
                        UserText.quoted(control.id()) + " has no threshold " + words(from),
                        obvious ? Cure.of(help, Fix.write(from.span(), words(nearest))) : Cure.of(help))
                .withLabel(nearest.span(), "its threshold"));
    }

    private static void to(Declaration.Recalibration change, Diagnostics diagnostics) {
        Value from = change.from().value();
        Value to = change.to().value();
        if (from.dimension() != to.dimension()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticCode.NOT_RECALIBRATED,
                            change.to().span(),
                            "the threshold is " + from.dimension().phrase() + " and cannot become "
                                    + to.dimension().phrase(),
                            "keep the unit of the threshold")
                    .withLabel(
                            change.from().span(), "this is " + from.dimension().phrase()));
        } else if (from.equals(to)) {
            diagnostics.report(
                    DiagnosticCode.NOT_RECALIBRATED,
                    change.to().span(),
                    "the threshold stays " + words(change.to()),
                    "write another threshold, or leave the recalibration out");
        }
    }

    private static String words(Located<Value> value) {
        return ValueText.canonical(value.value());
    }

    private static void renewals(Declaration.Recalibration change, Diagnostics diagnostics) {
        int most = change.maxRenewals().value();
        change.renewed()
                .filter(renewed -> renewed.value() > most)
                .ifPresent(renewed -> diagnostics.report(Diagnostic.of(
                                DiagnosticCode.RENEWED_TOO_OFTEN,
                                renewed.span(),
                                "the recalibration was renewed " + times(renewed.value()) + " and may "
                                        + (most == 0 ? "never be renewed" : "be renewed at most " + times(most)),
                                "let it end, and change the control itself if the threshold is to stay")
                        .withLabel(change.maxRenewals().span(), "so often it may be")));
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    private static void expired(Declaration.Recalibration change, LocalDate today, Diagnostics diagnostics) {
        change.period()
                .until()
                .filter(until -> !until.value().isAfter(today))
                .ifPresent(until -> diagnostics.report(
                        DiagnosticCode.RECALIBRATION_EXPIRED,
                        change.period().span(),
                        "the recalibration ended on " + until.value() + ", and today is " + today,
                        "take it out, or renew it with the approval of those who approved it"));
    }

    /** Of two that overlap the later one in the text is reported. */
    private static void overlaps(Outline policy, Diagnostics diagnostics) {
        Map<String, List<Declaration.Recalibration>> earlier = new TreeMap<>();
        for (Declaration.Recalibration change : policy.recalibrations()) {
            List<Declaration.Recalibration> others =
                    earlier.computeIfAbsent(change.control().value(), none -> new ArrayList<>());
            others.stream()
                    .filter(other -> overlap(other.period(), change.period()))
                    .findFirst()
                    .ifPresent(other -> diagnostics.report(Diagnostic.of(
                                    DiagnosticCode.RECALIBRATIONS_OVERLAP,
                                    change.period().span(),
                                    UserText.quoted(change.control().value())
                                            + " is recalibrated twice in this time, and only one can be in force",
                                    "let the one begin when the other has ended")
                            .withLabel(other.period().span(), "the other one")));
            others.add(change);
        }
    }

    private static boolean overlap(PeriodSyntax one, PeriodSyntax other) {
        return before(one.from().value(), other) && before(other.from().value(), one);
    }

    private static boolean before(LocalDate day, PeriodSyntax period) {
        return period.until().map(until -> day.isBefore(until.value())).orElse(true);
    }
}
