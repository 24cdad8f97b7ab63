package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.PolicySyntax;

/**
 * A syntax tree sorted by kinds of declaration, each in the order of the text.
 *
 * @param scopesById of several with one id, the first; so also for controls
 * @param unreadIds the ids of declarations that could not be read: they exist, and nothing is known of them
 */
record Outline(
        Optional<HeaderSyntax> header,
        List<Declaration.Scope> scopes,
        List<ControlOutline> controls,
        List<Declaration.Test> tests,
        List<Declaration.Recalibration> recalibrations,
        List<Declaration.Duties> duties,
        List<Declaration.Requirement> requirements,
        List<Declaration.Claim> claims,
        List<Declaration.Part> parts,
        List<Declaration.Broken> broken,
        Map<String, Declaration.Scope> scopesById,
        Map<String, ControlOutline> controlsById,
        Set<String> unreadIds) {

    static Outline of(PolicySyntax tree) {
        Outline outline = new Outline(
                tree.header(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>());
        Declaration.Cases<Boolean> sort = outline.sorting();
        tree.declarations().forEach(declaration -> declaration.match(sort));
        return outline;
    }

    Optional<Declaration.Scope> scope(String id) {
        return Optional.ofNullable(scopesById.get(id));
    }

    Optional<ControlOutline> control(String id) {
        return Optional.ofNullable(controlsById.get(id));
    }

    /** Every id that is declared, in the order of the text. */
    List<Located<String>> declaredIds() {
        return Stream.of(
                        scopes.stream().map(Declaration.Scope::id),
                        controls.stream().map(control -> control.syntax().id()),
                        broken.stream().flatMap(part -> part.id().stream()))
                .flatMap(Function.identity())
                .sorted((one, other) -> one.span().compareTo(other.span()))
                .toList();
    }

    private Declaration.Cases<Boolean> sorting() {
        return new Declaration.Cases<>() {
            @Override
            public Boolean scope(Declaration.Scope declaration) {
                scopesById.putIfAbsent(declaration.id().value(), declaration);
                return scopes.add(declaration);
            }

            @Override
            public Boolean control(Declaration.Control declaration) {
                ControlOutline control = ControlOutline.of(declaration.control());
                controlsById.putIfAbsent(control.id(), control);
                return controls.add(control);
            }

            @Override
            public Boolean test(Declaration.Test declaration) {
                return tests.add(declaration);
            }

            @Override
            public Boolean recalibration(Declaration.Recalibration declaration) {
                return recalibrations.add(declaration);
            }

            @Override
            public Boolean duties(Declaration.Duties declaration) {
                return duties.add(declaration);
            }

            @Override
            public Boolean requirement(Declaration.Requirement declaration) {
                return requirements.add(declaration);
            }

            @Override
            public Boolean claim(Declaration.Claim declaration) {
                return claims.add(declaration);
            }

            @Override
            public Boolean imported(Declaration.Import declaration) {
                return true;
            }

            @Override
            public Boolean part(Declaration.Part declaration) {
                return parts.add(declaration);
            }

            @Override
            public Boolean broken(Declaration.Broken declaration) {
                declaration.id().ifPresent(id -> unreadIds.add(id.value()));
                return broken.add(declaration);
            }
        };
    }
}
