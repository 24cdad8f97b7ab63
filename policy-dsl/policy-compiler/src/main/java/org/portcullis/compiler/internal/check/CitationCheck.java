package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.CitationSyntax;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.RequirementSyntax;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.CitationIndex;
import org.portcullis.model.control.ControlKind;

/** Holds citations against the catalogue of provisions. */
final class CitationCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        for (ControlOutline control : policy.controls()) {
            List<CitationSyntax> citations = control.syntax().citations();
            if (citations.isEmpty() && control.kind() != ControlKind.GRANT) {
                diagnostics.report(
                        DiagnosticCode.NO_CITATION,
                        control.syntax().id().span(),
                        "the control " + UserText.quoted(control.id()) + " cites no provision",
                        "say which provision it serves, for example `cites FCA-MAR \"7A.3.2R(2)\"`");
            }
            citations.forEach(citation -> check(citation, policy.header(), settings.citations(), diagnostics));
        }
        policy.requirements()
                .forEach(requirement -> provisions(requirement.over())
                        .ifPresent(over -> corpus(over.corpus(), settings.citations(), diagnostics)));
    }

    private static Optional<RequirementSyntax.Provisions> provisions(RequirementSyntax.Over over) {
        return over.match(new RequirementSyntax.OverCases<>() {
            @Override
            public Optional<RequirementSyntax.Provisions> values(RequirementSyntax.Values values) {
                return Optional.empty();
            }

            @Override
            public Optional<RequirementSyntax.Provisions> organisation(RequirementSyntax.OfOrganisation desks) {
                return Optional.empty();
            }

            @Override
            public Optional<RequirementSyntax.Provisions> provisions(RequirementSyntax.Provisions provisions) {
                return Optional.of(provisions);
            }
        });
    }

    private static void corpus(Located<String> corpus, Optional<CitationIndex> catalogue, Diagnostics diagnostics) {
        List<String> known = catalogue.map(CitationIndex::corpora).orElse(List.of());
        boolean isKnown = catalogue.isPresent() ? known.contains(corpus.value()) : Citation.isCorpus(corpus.value());
        if (!isKnown) {
            unknownCorpus(corpus, known, diagnostics);
        }
    }

    private static void check(
            CitationSyntax syntax,
            Optional<HeaderSyntax> header,
            Optional<CitationIndex> catalogue,
            Diagnostics diagnostics) {
        Located<String> corpus = syntax.corpus();
        Located<String> provision = syntax.provision();
        boolean wellFormed = Citation.isCorpus(corpus.value()) && Citation.isProvision(provision.value());
        if (!Citation.isProvision(provision.value())) {
            diagnostics.report(
                    DiagnosticCode.MALFORMED_PROVISION,
                    provision.span(),
                    UserText.quoted(provision.value()) + " is not the form of a provision",
                    "write it as the rule book does, for example `\"7A.3.2R(2)\"` or `\"15(1)(b)\"`");
        }
        corpus(corpus, catalogue, diagnostics);
        catalogue
                .filter(index -> wellFormed && index.corpora().contains(corpus.value()))
                .ifPresent(index -> known(syntax, header, index, diagnostics));
    }

    private static void known(
            CitationSyntax syntax, Optional<HeaderSyntax> header, CitationIndex index, Diagnostics diagnostics) {
        Located<String> provision = syntax.provision();
        Citation citation = new Citation(syntax.corpus().value(), provision.value());
        if (!index.knows(citation)) {
            unknownProvision(citation, provision, index, diagnostics);
        } else {
            header.ifPresent(known -> standing(citation, syntax, known, index, diagnostics));
        }
    }

    private static void unknownCorpus(Located<String> corpus, List<String> known, Diagnostics diagnostics) {
        diagnostics.report(
                DiagnosticCode.UNKNOWN_CORPUS,
                corpus.span(),
                () -> Diagnostic.of(
                        DiagnosticCode.UNKNOWN_CORPUS,
                        corpus.span(),
                        "there is no corpus " + UserText.quoted(corpus.value()),
                        Spelling.cure(
                                corpus.value(),
                                corpus.span(),
                                known,
                                known.isEmpty()
                                        ? "a corpus is named `UPPER-WITH-DASHES`"
                                        : "the corpora are " + String.join(", ", known))));
    }

    private static void unknownProvision(
            Citation citation, Located<String> provision, CitationIndex index, Diagnostics diagnostics) {
        diagnostics.report(DiagnosticCode.UNKNOWN_PROVISION, provision.span(), () -> {
            List<String> known = index.citations().stream()
                    .filter(entry -> entry.corpus().equals(citation.corpus()))
                    .map(Citation::provision)
                    .toList();
            return Diagnostic.of(
                    DiagnosticCode.UNKNOWN_PROVISION,
                    provision.span(),
                    citation.corpus() + " has no provision " + UserText.quoted(citation.provision())
                            + " in the catalogue",
                    Spelling.cure(
                            citation.provision(),
                            provision.span().inside(),
                            known,
                            "cite a provision of the catalogue, or add it to the catalogue"));
        });
    }

    private static void standing(
            Citation citation,
            CitationSyntax syntax,
            HeaderSyntax header,
            CitationIndex index,
            Diagnostics diagnostics) {
        String day = header.effectiveFrom().value().toString();
        String words = UserText.quoted(Names.words(syntax));
        switch (index.standing(citation, header.effectiveFrom().value())) {
            case NOT_YET ->
                diagnostics.report(
                        DiagnosticCode.NOT_IN_FORCE,
                        syntax.span(),
                        words + " is not yet in force on " + day + ", when the policy begins",
                        "cite what is in force then, or let the policy begin later");
            case WITHDRAWN ->
                diagnostics.report(
                        DiagnosticCode.NOT_IN_FORCE,
                        syntax.span(),
                        words + " is no longer in force on " + day + ", when the policy begins",
                        "cite the provision that replaced it");
            case IN_FORCE, DATES_UNKNOWN, NOT_CATALOGUED -> {}
        }
    }
}
