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
        header.changes().ifPresent(changes -> sentence.word(ClauseSpelling.of(changes)));
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
            public String recalibration(Declaration.Recalibration change) {
                Sentence sentence = new Sentence()
                        .word("temporary recalibration of")
                        .word(change.control().value())
                        .word("from")
                        .value(change.from())
                        .word("to")
                        .value(change.to())
                        .word(ClauseSpelling.of(change.period()))
                        .word("because")
                        .text(change.because())
                        .word("approved by")
                        .word(of(change.approvedBy()));
                change.renewed().ifPresent(times -> sentence.word("renewed").word(times(times.value())));
                int most = change.maxRenewals().value();
                return sentence.word("renewable")
                        .word(most == 0 ? "never" : "at most " + times(most))
                        .stop();
            }

            @Override
            public String duties(Declaration.Duties duties) {
                return new Sentence()
                        .word("duties")
                        .word(role(duties.first()))
                        .word("and")
                        .word(role(duties.second()))
                        .word("are held by different people")
                        .stop();
            }

            @Override
            public String requirement(Declaration.Requirement requirement) {
                return of(requirement);
            }

            @Override
            public String claim(Declaration.Claim claim) {
                return of(claim);
            }

            @Override
            public String imported(Declaration.Import imported) {
                return new Sentence().word("import").text(imported.file()).stop();
            }

            @Override
            public String part(Declaration.Part part) {
                Sentence sentence = new Sentence().word("part").text(part.name());
                part.language().ifPresent(version -> sentence.word("language").word(version.value()));
                return sentence.stop();
            }

            @Override
            public String broken(Declaration.Broken broken) {
                return "";
            }
        });
    }

    /** A requirement on the policy itself, up to its full stop. */
    public static String of(Declaration.Requirement requirement) {
        return "require \"" + requirement.name().value() + "\": every " + ClauseSpelling.of(requirement.over())
                + " has " + ClauseSpelling.of(requirement.need()) + ".";
    }

    /** A claim about the policy itself, up to its full stop. */
    public static String of(Declaration.Claim claim) {
        Sentence sentence = new Sentence()
                .word("prove \"" + claim.name().value() + "\": no")
                .word(claim.subject().value().word());
        if (!claim.scopes().isEmpty()) {
            sentence.word("in scope").word(joined(claim.scopes(), " or "));
        }
        claim.where().ifPresent(where -> sentence.word("where").word(of(where)));
        boolean released = claim.reaches().value() == Stage.RELEASED;
        return sentence.word(released ? "can be released" : "can be sent to an algo")
                .stop();
    }

    private static String times(int times) {
        return times + (times == 1 ? " time" : " times");
    }

    /** A control's declaration, up to its full stop. */
    public static String of(ControlSyntax control) {
        return control.kind().match(new ControlSpelling(control));
    }

    /** A condition; parts that join other parts stand in parentheses. */
    public static String of(ConditionSyntax condition) {
        return condition.match(new ConditionSpelling());
    }

    /** An attribute with its window and how it is computed over time. */
    public static String of(ReferenceSyntax reference) {
        return ReferenceSpelling.of(reference);
    }

    private static String of(Declaration.Test test) {
        Sentence sentence = new Sentence().word("test").text(test.name());
        test.casesFrom().ifPresent(file -> sentence.word("with cases from").text(file));
        List<String> given = Stream.concat(
                        test.given().stream().map(CanonicalSpelling::of),
                        test.files().stream().map(CanonicalSpelling::of))
                .toList();
        list(sentence, "given", given);
        sentence.word(test.stage().value().words());
        list(sentence, "expect", expected(test.expectations()));
        for (TestSyntax.Case one : test.cases()) {
            sentence.word("case").text(one.name());
            list(
                    sentence,
                    "given",
                    one.given().stream().map(CanonicalSpelling::of).toList());
            list(sentence, "expect", expected(one.expectations()));
        }
        return sentence.stop();
    }

    private static List<String> expected(List<TestSyntax.Expectation> expectations) {
        return expectations.stream().map(CanonicalSpelling::of).toList();
    }

    private static void list(Sentence sentence, String word, List<String> items) {
        if (!items.isEmpty()) {
            sentence.word(word).word(String.join(", ", items));
        }
    }

    private static String of(TestSyntax.GivenFile given) {
        return (given.events() ? "events" : "basket") + " from \""
                + given.file().value() + "\"";
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
        sentence.word(ClauseSpelling.quorums(terms.quorums()));
        if (!terms.exclusions().isEmpty()) {
            sentence.word("excluding");
            sentence.word(terms.exclusions().stream().map(CanonicalSpelling::of).collect(Collectors.joining(", ")));
        }
        String each = Stream.of(
                        terms.reasonRequired() ? Optional.of("stating a reason") : Optional.<String>empty(),
                        terms.retyped().map(amount -> "retyping " + of(amount)),
                        terms.estimated().map(amount -> "estimating " + of(amount)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        if (!each.isEmpty()) {
            sentence.word("each").word(each);
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
        return citations.stream().map(CanonicalSpelling::of).collect(Collectors.joining(", "));
    }

    private static String of(CitationSyntax cited) {
        return cited.corpus().value() + " \"" + cited.provision().value() + "\""
                + cited.because().map(why -> " because \"" + why.value() + "\"").orElse("");
    }

    static String of(QuorumSyntax quorum) {
        return quorum.needed().value() + " of " + roles(quorum.roles());
    }

    static String of(ExclusionSyntax exclusion) {
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

    static String joined(List<Located<String>> words, String separator) {
        return words.stream().map(Located::value).collect(Collectors.joining(separator));
    }
}
