package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Fix;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.ControlSyntax;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.Located;

/** Holds roles against the directory; without a directory, against each other. */
final class RoleCheck implements Check {
    private static final int MAX_DISTANCE = 2;
    private static final int MIN_LENGTH = 6;
    private static final int MAX_COMPARED = 300;

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        List<Located<String>> roles = roles(policy);
        roles.forEach(role -> NameCheck.blank(role, "the role's name", diagnostics));
        if (settings.knownRoles().isEmpty()) {
            similar(roles, diagnostics);
        } else {
            roles.stream()
                    .filter(role ->
                            !role.value().isBlank() && !settings.knownRoles().contains(role.value()))
                    .forEach(role -> diagnostics.report(
                            DiagnosticCode.UNKNOWN_ROLE,
                            role.span(),
                            () -> Diagnostic.of(
                                    DiagnosticCode.UNKNOWN_ROLE,
                                    role.span(),
                                    "nobody can hold the role " + UserText.quoted(role.value())
                                            + ", which the directory does not know",
                                    Spelling.cure(
                                            role.value(),
                                            role.span().inside(),
                                            settings.knownRoles(),
                                            "name a role that the directory knows"))));
        }
    }

    private static void similar(List<Located<String>> roles, Diagnostics diagnostics) {
        Map<String, Span> seen = new TreeMap<>();
        for (Located<String> role : roles) {
            if (seen.size() > MAX_COMPARED || seen.containsKey(role.value())) {
                continue;
            }
            seen.entrySet().stream()
                    .filter(other -> isSimilar(role.value(), other.getKey()))
                    .findFirst()
                    .ifPresent(other -> diagnostics.report(Diagnostic.of(
                                    DiagnosticCode.SIMILAR_ROLES,
                                    role.span(),
                                    "the roles " + UserText.quoted(role.value()) + " and "
                                            + UserText.quoted(other.getKey()) + " differ by a letter or two",
                                    "write one of them like the other if they are one role")
                            .withLabel(other.getValue(), "the other one is here")
                            .withFix(Fix.write(role.span().inside(), other.getKey()))));
            seen.put(role.value(), role.span());
        }
    }

    private static boolean isSimilar(String one, String other) {
        return Math.min(one.length(), other.length()) >= MIN_LENGTH
                && Spelling.distance(one, other, MAX_DISTANCE) <= MAX_DISTANCE;
    }

    /** Every role that the policy names, in the order of the text. */
    private static List<Located<String>> roles(Outline policy) {
        List<Located<String>> roles = new ArrayList<>();
        for (ControlOutline control : policy.controls()) {
            control.grant().ifPresent(grant -> roles.addAll(grant.roles()));
            control.acknowledged().flatMap(ControlSyntax.Acknowledged::by).ifPresent(roles::add);
            control.quorums().forEach(quorum -> roles.addAll(quorum.roles()));
            control.exclusions()
                    .forEach(exclusion -> ExclusionOutline.of(exclusion).role().ifPresent(roles::add));
            control.terms().ifPresent(terms -> terms.escalation().forEach(step -> roles.add(step.to())));
            control.early().ifPresent(early -> roles.add(early.to()));
            roles.addAll(control.tells());
            control.steps().stream()
                    .flatMap(step -> step.consequences().stream())
                    .flatMap(consequence -> consequence.tell().stream())
                    .forEach(roles::add);
        }
        policy.header().flatMap(HeaderSyntax::changes).ifPresent(changes -> {
            changes.quorums().forEach(quorum -> roles.addAll(quorum.roles()));
            changes.exclusions()
                    .forEach(exclusion -> ExclusionOutline.of(exclusion).role().ifPresent(roles::add));
        });
        policy.recalibrations()
                .forEach(change -> roles.addAll(change.approvedBy().roles()));
        policy.duties().forEach(duties -> roles.addAll(List.of(duties.first(), duties.second())));
        roles.sort(Comparator.comparing(Located::span));
        return roles;
    }
}
