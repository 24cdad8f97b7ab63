package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.PolicySyntax;

/** A syntax tree sorted by kinds of declaration, each in the order of the text. */
record Outline(
        Optional<HeaderSyntax> header,
        List<Declaration.Scope> scopes,
        List<ControlOutline> controls,
        List<Declaration.Test> tests,
        List<Declaration.Later> later,
        List<Declaration.Broken> broken) {

    static Outline of(PolicySyntax tree) {
        Outline outline = new Outline(
                tree.header(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        Declaration.Cases<Boolean> sort = outline.sorting();
        tree.declarations().forEach(declaration -> declaration.match(sort));
        return outline;
    }

    Optional<Declaration.Scope> scope(String id) {
        return scopes.stream().filter(scope -> scope.id().value().equals(id)).findFirst();
    }

    Optional<ControlOutline> control(String id) {
        return controls.stream().filter(control -> control.id().equals(id)).findFirst();
    }

    /** Whether a declaration that could not be read has this id. */
    boolean isBroken(String id) {
        return broken.stream()
                .flatMap(part -> part.id().stream())
                .anyMatch(name -> name.value().equals(id));
    }

    /** Every id that is declared, in the order of the text. */
    List<Located<String>> declaredIds() {
        return Stream.of(
                        scopes.stream().map(Declaration.Scope::id),
                        controls.stream().map(control -> control.syntax().id()),
                        later.stream().flatMap(part -> part.id().stream()),
                        broken.stream().flatMap(part -> part.id().stream()))
                .flatMap(Function.identity())
                .sorted((one, other) -> one.span().compareTo(other.span()))
                .toList();
    }

    private Declaration.Cases<Boolean> sorting() {
        return new Declaration.Cases<>() {
            @Override
            public Boolean scope(Declaration.Scope declaration) {
                return scopes.add(declaration);
            }

            @Override
            public Boolean control(Declaration.Control declaration) {
                return controls.add(ControlOutline.of(declaration.control()));
            }

            @Override
            public Boolean test(Declaration.Test declaration) {
                return tests.add(declaration);
            }

            @Override
            public Boolean later(Declaration.Later declaration) {
                return later.add(declaration);
            }

            @Override
            public Boolean broken(Declaration.Broken declaration) {
                return broken.add(declaration);
            }
        };
    }
}
