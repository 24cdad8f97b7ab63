package org.portcullis.compiler.syntax;

import org.portcullis.compiler.diagnostic.Span;

/** One node of the syntax tree. Every node is immutable and knows the stretch of text that it was written as. */
public sealed interface Syntax
        permits ApplicabilitySyntax,
                BoundSyntax,
                CitationSyntax,
                ConditionSyntax,
                ControlSyntax,
                Declaration,
                DerivationSyntax,
                EarlyWarningSyntax,
                EscalationSyntax,
                ExceptionalReleaseSyntax,
                ExclusionSyntax,
                HeaderSyntax,
                HoldTermsSyntax,
                Located,
                PeriodSyntax,
                QuorumSyntax,
                ReEnablingSyntax,
                ReferenceSyntax,
                RequirementSyntax,
                ReviewSyntax,
                SigningSyntax,
                TestSyntax {

    /** The stretch of text that the node was written as. */
    Span span();
}
