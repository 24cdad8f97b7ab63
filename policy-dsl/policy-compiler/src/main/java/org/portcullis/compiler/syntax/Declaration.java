package org.portcullis.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.control.Stage;

/** One sentence of a policy after its header, from its first word to its full stop. */
public sealed interface Declaration extends Syntax {

    /** Dispatches on the kind of declaration. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of declaration. */
    interface Cases<R> {
        R scope(Scope declaration);

        R control(Control declaration);

        R test(Test declaration);

        R later(Later declaration);

        R broken(Broken declaration);
    }

    /** `scope LDN-D1 means …`. */
    record Scope(Located<String> id, ConditionSyntax means, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.scope(this);
        }
    }

    /** A grant, hard limit, soft limit, alert flood or approval. */
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

    /** `test "…" given … when … expect …`. */
    record Test(
            Located<String> name,
            List<TestSyntax.Given> given,
            Located<Stage> stage,
            List<TestSyntax.Expectation> expectations,
            Span span)
            implements Declaration {
        public Test {
            given = List.copyOf(given);
            expectations = List.copyOf(expectations);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.test(this);
        }
    }

    /**
     * A declaration of a kind that the language knows and this version does not evaluate; it never compiles.
     *
     * @param id the control's id, for kinds that declare one
     */
    record Later(LaterSyntax what, Optional<Located<String>> id) implements Declaration {
        @Override
        public Span span() {
            return what.span();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.later(this);
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
