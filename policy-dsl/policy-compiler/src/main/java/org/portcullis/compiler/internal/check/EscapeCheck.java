package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;

/** Finds kinds of order flow that are granted, and stages at which a policy acts, that no enforced hard limit ever stops. */
final class EscapeCheck implements Check {
    private static final int MAX_FLOWS = 50;
    private static final List<Stage> STAGES = List.of(Stage.ENTERED, Stage.RELEASED, Stage.SENT_TO_ALGO);

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        List<ControlOutline> hard = policy.controls().stream()
                .filter(control -> control.kind() == ControlKind.HARD_LIMIT && control.isEnforced())
                .toList();
        if (hard.isEmpty() || !policy.broken().isEmpty()) {
            return;
        }
        flows(policy, hard, diagnostics);
        stages(policy, hard, diagnostics);
    }

    private static void flows(Outline policy, List<ControlOutline> hard, Diagnostics diagnostics) {
        Map<String, Span> flows = new TreeMap<>();
        policy.controls().stream()
                .filter(control -> control.kind() == ControlKind.GRANT)
                .forEach(grant -> conditions(policy, grant).stream()
                        .flatMap(condition -> TextValues.of(condition, Measure.ORDER_FLOW).stream())
                        .limit(MAX_FLOWS)
                        .forEach(flow -> flows.putIfAbsent(flow.value(), flow.span())));
        flows.entrySet().stream().limit(MAX_FLOWS).forEach(flow -> {
            Supposing supposing = Supposing.that(policy, Measure.ORDER_FLOW.path(), flow.getKey());
            if (hard.stream().noneMatch(supposing::reaches)) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticCode.NO_HARD_LIMIT_HERE,
                                flow.getValue(),
                                "no hard limit applies to the flow " + UserText.quoted(flow.getKey())
                                        + ", which is granted",
                                "let a hard limit apply to it, or do not grant it")
                        .withLabel(hard.get(0).syntax().id().span(), "a hard limit that does not"));
            }
        });
    }

    private static List<ConditionSyntax> conditions(Outline policy, ControlOutline grant) {
        List<ConditionSyntax> conditions = new ArrayList<>(grant.applies().scopes().stream()
                .flatMap(scope -> policy.scope(scope.value()).stream())
                .map(Declaration.Scope::means)
                .toList());
        grant.applies().where().ifPresent(conditions::add);
        return conditions;
    }

    /** What a hard limit let through at an earlier stage was stopped there if it had to be. */
    private static void stages(Outline policy, List<ControlOutline> hard, Diagnostics diagnostics) {
        Map<Stage, Located<Stage>> used = new EnumMap<>(Stage.class);
        policy.controls().stream()
                .filter(control ->
                        control.kind() != ControlKind.KILL_SWITCH && control.kind() != ControlKind.ESCALATION)
                .map(control -> control.applies().stage())
                .forEach(stage -> used.putIfAbsent(stage.value(), stage));
        Stage first = hard.stream()
                .map(limit -> limit.applies().stage().value())
                .filter(STAGES::contains)
                .min(Stage::compareTo)
                .orElse(Stage.EXECUTED);
        for (Stage stage : List.of(Stage.RELEASED, Stage.SENT_TO_ALGO)) {
            Located<Stage> place = used.get(stage);
            if (place != null && STAGES.indexOf(stage) < stageIndex(first)) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticCode.NO_HARD_LIMIT_HERE,
                                place.span(),
                                "the policy acts " + UserText.quoted(stage.words())
                                        + ", and no hard limit applies then or before",
                                "let a hard limit apply `when released`, or earlier")
                        .withLabel(hard.get(0).applies().stage().span(), "a hard limit that comes later"));
            }
        }
    }

    private static int stageIndex(Stage stage) {
        int index = STAGES.indexOf(stage);
        return index < 0 ? STAGES.size() : index;
    }
}
