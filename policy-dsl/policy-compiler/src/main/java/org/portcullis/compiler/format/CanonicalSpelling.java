package org.portcullis.compiler.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.compiler.syntax.ApplicabilitySyntax;
import org.portcullis.compiler.syntax.CitationSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.ControlSyntax;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.ExclusionSyntax;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.HoldTermsSyntax;
import org.portcullis.compiler.syntax.LaterSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.PolicySyntax;
import org.portcullis.compiler.syntax.QuorumSyntax;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.compiler.syntax.ReviewSyntax;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.control.Stage;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * Writes a syntax tree in the canonical spelling: each declaration one paragraph of words with single spaces, values with their shortest exact numbers.
 *
 * <p>Reading the result gives the same tree again, spans aside. Two texts that differ only in white space, comments, needless parentheses or the spelling of
 * numbers have the same canonical spelling.
 */
public final class CanonicalSpelling {
    private CanonicalSpelling() {}

    /** The whole file, with an empty line between declarations; declarations that could not be read are left out. */
    public static String of(PolicySyntax policy) {
        return Stream.concat(
                        policy.header().map(CanonicalSpelling::of).stream(),
                        policy.declarations().stream().map(CanonicalSpelling::of))
                .filter(text -> !text.isEmpty())
                .map(text -> text + "\n")
                .collect(Collectors.joining("\n"));
    }

    /** The header, up to its full stop. */
    public static String of(HeaderSyntax header) {
        Sentence sentence = new Sentence().word("policy").text(header.name());
        header.language().ifPresent(version -> sentence.word("language").word(version.value()));
        sentence.word("version").word(header.version().value()).word("owner").text(header.owner());
        header.review().ifPresent(review -> sentence.word(of(review)));
        sentence.word("effective from").word(header.effectiveFrom().value().toString());
        header.effectiveUntil()
                .ifPresent(until -> sentence.word("until").word(until.value().toString()));
        sentence.word("time zone").word(header.zone().value().getId());
        sentence.word("calendar").word(header.calendar().value());
        sentence.word("currency").word(header.currency().value().code());
        sentence.word("converted at").word(header.rateSource().value()).comma();
        sentence.word("stale after").value(header.rateStaleAfter());
        sentence.word("market data stale after").value(header.marketDataStaleAfter());
        header.referenceDataStaleAfter()
                .ifPresent(after -> sentence.word("reference data stale after").value(after));
        return sentence.word("missing data")
                .word(header.missingData().value().word())
                .stop();
    }

    /** One declaration, up to its full stop; nothing for a declaration that could not be read. */
    public static String of(Declaration declaration) {
        return declaration.match(new Declaration.Cases<>() {
            @Override
            public String scope(Declaration.Scope scope) {
                return new Sentence()
                        .word("scope")
                        .word(scope.id().value())
                        .word("means")
                        .word(of(scope.means()))
                        .stop();
            }

            @Override
            public String control(Declaration.Control control) {
                return of(control.control());
            }

            @Override
            public String test(Declaration.Test test) {
                return of(test);
            }

            @Override
            public String later(Declaration.Later later) {
                return later.what().text() + ".";
            }

            @Override
            public String broken(Declaration.Broken broken) {
                return "";
            }
        });
    }

    /** A control's declaration, up to its full stop. */
    public static String of(ControlSyntax control) {
        return control.kind().match(new ControlSpelling(control));
    }

    /** A condition; parts that join other parts stand in parentheses. */
    public static String of(ConditionSyntax condition) {
        return condition.match(new ConditionSpelling());
    }

    /** An attribute with its window. */
    public static String of(ReferenceSyntax reference) {
        return reference.path().value()
                + reference.overTradingDays().map(CanonicalSpelling::window).orElse("");
    }

    private static String window(Located<Integer> days) {
        return " over " + days.value() + (days.value() == 1 ? " trading day" : " trading days");
    }

    private static String of(Declaration.Test test) {
        String given = test.given().stream().map(CanonicalSpelling::of).collect(Collectors.joining(", "));
        String expected =
                test.expectations().stream().map(CanonicalSpelling::of).collect(Collectors.joining(", "));
        return new Sentence()
                .word("test")
                .text(test.name())
                .word("given")
                .word(given)
                .word(test.stage().value().words())
                .word("expect")
                .word(expected)
                .stop();
    }

    private static String of(TestSyntax.Given given) {
        String value = given.value().map(found -> value(found.value())).orElse("missing");
        return of(given.fact()) + " is " + value;
    }

    private static String of(TestSyntax.Expectation expectation) {
        boolean not = expectation.outcome().value() == PolicyTest.Outcome.NOT;
        String by =
                expectation.by().map(id -> (not ? " " : " by ") + id.value()).orElse("");
        return expectation.outcome().value().word() + by;
    }

    static String of(ReviewSyntax review) {
        return "review every " + value(review.every().value()) + ", last on "
                + review.lastOn().value();
    }

    static String of(ApplicabilitySyntax applies) {
        Sentence sentence = new Sentence().word(applies.subject().value().word());
        if (!applies.scopes().isEmpty()) {
            sentence.word("in scope").word(joined(applies.scopes(), " or "));
        }
        applies.where().ifPresent(where -> sentence.word("where").word(of(where)));
        Stage stage = applies.stage().value();
        return sentence.comma().word(stage.words()).written();
    }

    static String of(HoldTermsSyntax terms) {
        Sentence sentence = new Sentence().word("until");
        sentence.word(terms.quorums().stream().map(CanonicalSpelling::of).collect(Collectors.joining(" and ")));
        if (!terms.exclusions().isEmpty()) {
            sentence.word("excluding");
            sentence.word(terms.exclusions().stream().map(CanonicalSpelling::of).collect(Collectors.joining(", ")));
        }
        if (terms.reasonRequired()) {
            sentence.word("each stating a reason");
            terms.retyped()
                    .ifPresent(amount -> sentence.comma().word("retyping").word(of(amount)));
        } else {
            terms.retyped().ifPresent(amount -> sentence.word("each retyping").word(of(amount)));
        }
        sentence.word("within").value(terms.within()).comma().word("otherwise reject");
        if (!terms.escalation().isEmpty()) {
            sentence.word("escalating");
            sentence.word(terms.escalation().stream()
                    .map(step -> "after " + value(step.after().value()) + " to " + role(step.to()))
                    .collect(Collectors.joining(", ")));
        }
        return sentence.written();
    }

    static String roles(List<Located<String>> roles) {
        return roles.stream().map(CanonicalSpelling::role).collect(Collectors.joining(" or "));
    }

    static String role(Located<String> role) {
        return "role \"" + role.value() + "\"";
    }

    static String value(Value value) {
        return ValueText.canonical(value);
    }

    /** The number of warnings exceeds none that a long of millionths could not hold, since it was read from one. */
    static String warnings(long number) {
        return value(new Value.Count(Math.multiplyExact(number, Exact.ONE), CountUnit.WARNINGS));
    }

    static String of(List<CitationSyntax> citations) {
        return citations.stream()
                .map(cited -> cited.corpus().value() + " \"" + cited.provision().value() + "\"")
                .collect(Collectors.joining(", "));
    }

    static Optional<String> laterClauses(List<LaterSyntax> later) {
        return later.isEmpty()
                ? Optional.empty()
                : Optional.of(later.stream().map(LaterSyntax::text).collect(Collectors.joining(" ")));
    }

    private static String of(QuorumSyntax quorum) {
        return quorum.needed().value() + " of " + roles(quorum.roles());
    }

    private static String of(ExclusionSyntax exclusion) {
        return exclusion.match(new ExclusionSyntax.Cases<>() {
            @Override
            public String requester(ExclusionSyntax.Requester requester) {
                return "the requester";
            }

            @Override
            public String delegates(ExclusionSyntax.DelegatesOfRequester delegates) {
                return "delegates of the requester";
            }

            @Override
            public String holders(ExclusionSyntax.HoldersOf holders) {
                return role(holders.role());
            }

            @Override
            public String editors(ExclusionSyntax.RecentEditors editors) {
                return "anyone who changed this rule in the last "
                        + value(editors.within().value());
            }
        });
    }

    private static String joined(List<Located<String>> words, String separator) {
        return words.stream().map(Located::value).collect(Collectors.joining(separator));
    }
}
