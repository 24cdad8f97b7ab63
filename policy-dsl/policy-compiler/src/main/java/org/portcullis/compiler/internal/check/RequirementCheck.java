package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.compiler.syntax.RequirementSyntax;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.CitationIndex;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.organisation.Desk;
import org.portcullis.model.organisation.Location;
import org.portcullis.model.organisation.Organisation;

/** Holds a policy to what it requires of itself. A policy of which a declaration could not be read is not judged. */
final class RequirementCheck implements Check {
    private static final int MAX_NAMED = 5;

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        if (policy.broken().isEmpty()) {
            policy.requirements()
                    .forEach(requirement ->
                            requirement.over().match(new Judging(policy, settings, requirement.need(), diagnostics)));
        }
    }

    /** Judges one requirement by what it runs over. */
    private record Judging(Outline policy, CheckSettings settings, RequirementSyntax.Need need, Diagnostics diagnostics)
            implements RequirementSyntax.OverCases<Boolean> {

        @Override
        public Boolean values(RequirementSyntax.Values over) {
            return each(over.attribute(), over.values());
        }

        @Override
        public Boolean organisation(RequirementSyntax.OfOrganisation over) {
            Optional<List<String>> names = settings.organisation()
                    .flatMap(firm -> References.measure(over.attribute()).flatMap(measure -> names(firm, measure)));
            return names.map(known -> each(
                            over.attribute(),
                            known.stream()
                                    .map(name -> new Located<>(name, over.span()))
                                    .toList()))
                    .orElseGet(() -> notChecked(
                            over.span(),
                            "which values of " + over.attribute().path().value() + " the organisation has"));
        }

        private static Optional<List<String>> names(Organisation firm, Measure measure) {
            if (measure == Measure.ORDER_DESK) {
                return Optional.of(
                        firm.desks().stream().map(Desk::name).distinct().toList());
            }
            return measure == Measure.ORDER_LOCATION
                    ? Optional.of(firm.locations().stream().map(Location::name).toList())
                    : Optional.empty();
        }

        @Override
        public Boolean provisions(RequirementSyntax.Provisions over) {
            if (need.kind().isEmpty()) {
                diagnostics.report(
                        DiagnosticCode.REQUIREMENT_NOT_MET,
                        need.span(),
                        "provisions have no controls of their own that could be the same",
                        "name a kind of control, as in `has a hard limit`");
                return false;
            }
            return settings.citations()
                    .map(index -> index.corpora().contains(over.corpus().value()) && every(over.corpus(), index))
                    .orElseGet(() -> notChecked(over.span(), "which provisions there are"));
        }

        private boolean notChecked(Span span, String unknown) {
            diagnostics.report(
                    DiagnosticCode.REQUIREMENT_NOT_CHECKED,
                    span,
                    "the requirement cannot be checked, because it is not known here " + unknown,
                    "check the policy with what it speaks of, or list the values in parentheses");
            return false;
        }

        private boolean each(ReferenceSyntax attribute, List<Located<String>> values) {
            List<Held> held = values.stream()
                    .map(value -> Held.of(policy, attribute.path().value(), value))
                    .toList();
            Optional<ControlKind> kind = need.kind().map(Located::value);
            for (Held one : held) {
                if (kind.isPresent()) {
                    lacks(one, held, kind.get());
                } else {
                    differs(one, held);
                }
            }
            return true;
        }

        private void lacks(Held one, List<Held> all, ControlKind kind) {
            Predicate<ControlOutline> needed = control -> Measured.is(control, kind, need.on());
            if (one.controls().stream().noneMatch(needed)) {
                String what = kind.words()
                        + need.on().map(on -> " on " + References.words(on)).orElse("");
                report(
                        one,
                        "has no " + what,
                        all.stream()
                                .flatMap(other -> other.controls().stream())
                                .filter(needed)
                                .findFirst());
            }
        }

        /** Two controls are the same if they do the same, wherever they apply. */
        private void differs(Held one, List<Held> all) {
            List<String> own = one.controls().stream().map(Judging::likeness).toList();
            List<String> reported = new ArrayList<>();
            for (Held other : all) {
                for (ControlOutline control : other.controls()) {
                    String likeness = likeness(control);
                    boolean needed = control.kind() != ControlKind.GRANT && control.isEnforced();
                    if (needed && !own.contains(likeness) && !reported.contains(likeness)) {
                        reported.add(likeness);
                        report(
                                one,
                                "has no " + control.kind().words() + " like " + UserText.quoted(control.id())
                                        + ", which "
                                        + UserText.quoted(other.value().value()) + " has",
                                Optional.of(control));
                    }
                }
            }
        }

        private void report(Held one, String lack, Optional<ControlOutline> example) {
            Diagnostic found = Diagnostic.of(
                    DiagnosticCode.REQUIREMENT_NOT_MET,
                    one.value().span(),
                    UserText.quoted(one.value().value()) + " " + lack,
                    "declare one whose scope has it, or change what is required");
            diagnostics.report(
                    example.map(control -> found.withLabel(control.syntax().id().span(), "the others have it"))
                            .orElse(found));
        }

        private static String likeness(ControlOutline control) {
            return control.kind()
                    + " "
                    + control.applies().subject().value()
                    + " "
                    + control.applies().stage().value()
                    + " "
                    + control.target().map(Located::value)
                    + " "
                    + control.condition().map(ConditionWords::of)
                    + " "
                    + control.flood().map(flood -> flood.maxWarnings().value());
        }

        private boolean every(Located<String> corpus, CitationIndex index) {
            Optional<ControlKind> kind = need.kind().map(Located::value);
            List<ControlOutline> controls = policy.controls().stream()
                    .filter(control -> kind.filter(one -> Measured.is(control, one, need.on()))
                            .isPresent())
                    .toList();
            List<String> missing = index.citations().stream()
                    .filter(entry -> entry.corpus().equals(corpus.value()) && inForce(entry, index))
                    .map(Citation::provision)
                    .filter(provision ->
                            controls.stream().noneMatch(control -> cites(control, corpus.value(), provision)))
                    .toList();
            if (!missing.isEmpty()) {
                String named = String.join(
                        ", ",
                        missing.stream().limit(MAX_NAMED).map(UserText::quoted).toList());
                diagnostics.report(
                        DiagnosticCode.REQUIREMENT_NOT_MET,
                        corpus.span(),
                        missing.size() + (missing.size() == 1 ? " provision of " : " provisions of ")
                                + UserText.quoted(corpus.value()) + (missing.size() == 1 ? " has no " : " have no ")
                                + kind.map(ControlKind::words).orElse("control") + ": " + named
                                + (missing.size() > MAX_NAMED ? ", …" : ""),
                        "cite each of them where a control serves it, or change what is required");
            }
            return missing.isEmpty();
        }

        private boolean inForce(Citation citation, CitationIndex index) {
            return policy.header()
                    .map(header -> switch (index.standing(
                            citation, header.effectiveFrom().value())) {
                        case IN_FORCE, DATES_UNKNOWN -> true;
                        case NOT_YET, WITHDRAWN, NOT_CATALOGUED -> false;
                    })
                    .orElse(true);
        }

        private static boolean cites(ControlOutline control, String corpus, String provision) {
            return control.syntax().citations().stream()
                    .anyMatch(citation -> citation.corpus().value().equals(corpus)
                            && citation.provision().value().equals(provision));
        }
    }

    /** A value and the controls that may apply to something that has it. */
    private record Held(Located<String> value, List<ControlOutline> controls) {
        static Held of(Outline policy, String path, Located<String> value) {
            Supposing supposing = Supposing.that(policy, path, value.value());
            return new Held(
                    value, policy.controls().stream().filter(supposing::reaches).toList());
        }
    }
}
