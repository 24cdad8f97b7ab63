package org.portcullis.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.value.Value;

/** One sentence of a policy after its header, from its first word to its full stop. */
public sealed interface Declaration extends Syntax {

    /** Dispatches on the kind of declaration. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of declaration. */
    interface Cases<R> {
        R scope(Scope declaration);

        R control(Control declaration);

        R test(Test declaration);

        R recalibration(Recalibration declaration);

        R duties(Duties declaration);

        R requirement(Requirement declaration);

        R claim(Claim declaration);

        R imported(Import declaration);

        R part(Part declaration);

        R broken(Broken declaration);
    }

    /** `scope LDN-D1 means …`. */
    record Scope(Located<String> id, ConditionSyntax means, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.scope(this);
        }
    }

    /** A control of any kind. */
    record Control(ControlSyntax control) implements Declaration {
        @Override
        public Span span() {
            return control.span();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.control(this);
        }
    }

    /**
     * `test "…" with cases from "…" given … when … expect … case "…" given … expect …`.
     *
     * @param casesFrom a table whose rows are cases
     * @param files where the basket's lines and what happened before stand
     * @param lines what the files say of the basket's lines, once they were read
     * @param events what the files say happened before, once they were read
     */
    record Test(
            Located<String> name,
            Optional<Located<String>> casesFrom,
            List<TestSyntax.Given> given,
            List<TestSyntax.GivenFile> files,
            List<List<TestSyntax.Given>> lines,
            List<TestSyntax.Event> events,
            Located<Stage> stage,
            List<TestSyntax.Expectation> expectations,
            List<TestSyntax.Case> cases,
            Span span)
            implements Declaration {
        public Test {
            given = List.copyOf(given);
            files = List.copyOf(files);
            lines = lines.stream().map(List::copyOf).toList();
            events = List.copyOf(events);
            expectations = List.copyOf(expectations);
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R match(Cases<R> handlers) {
            return handlers.test(this);
        }
    }

    /**
     * `temporary recalibration of D1-PRICE-ON-ARRIVAL from 5% to 15% from 2026-12-07 until 2026-12-21 …`.
     *
     * @param renewed how often it was renewed; empty means never
     * @param maxRenewals how often it may be
     */
    record Recalibration(
            Located<String> control,
            Located<Value> from,
            Located<Value> to,
            PeriodSyntax period,
            Located<String> because,
            QuorumSyntax approvedBy,
            Optional<Located<Integer>> renewed,
            Located<Integer> maxRenewals,
            Span span)
            implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recalibration(this);
        }
    }

    /** `duties role "Trader" and role "Trading Risk" are held by different people`. */
    record Duties(Located<String> first, Located<String> second, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.duties(this);
        }
    }

    /** `require "…": every … has …`. */
    record Requirement(Located<String> name, RequirementSyntax.Over over, RequirementSyntax.Need need, Span span)
            implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.requirement(this);
        }
    }

    /** `prove "…": no baskets in scope … where … can be released`. */
    record Claim(
            Located<String> name,
            Located<Subject> subject,
            List<Located<String>> scopes,
            Optional<ConditionSyntax> where,
            Located<Stage> reaches,
            Span span)
            implements Declaration {
        public Claim {
            scopes = List.copyOf(scopes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.claim(this);
        }
    }

    /** `import "scopes.policy"`. */
    record Import(Located<String> file, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.imported(this);
        }
    }

    /** `part "London scopes" language 1`: the beginning of a file that others import. */
    record Part(Located<String> name, Optional<Located<String>> language, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.part(this);
        }
    }

    /**
     * A declaration that could not be read, which was reported; it stands here so that references to its id are not reported as well.
     *
     * @param kind the words that name its kind, for example `hard limit`; empty if they name none
     * @param partlyRead the declaration with stand-ins for the values that could not be read, if everything else could: only its names mean something
     */
    record Broken(String kind, Optional<Located<String>> id, Span span, Optional<Declaration> partlyRead)
            implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.broken(this);
        }
    }
}
