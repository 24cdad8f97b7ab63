package org.portcullis.compiler.internal.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Sources;
import org.portcullis.compiler.internal.parse.PolicyReader;
import org.portcullis.compiler.source.FileSource;
import org.portcullis.compiler.syntax.ControlSyntax;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.PolicySyntax;

/**
 * Puts a policy together: its own declarations, those of the parts that it imports, and the rows of its tables.
 *
 * <p>A part is read once, however often it is imported, and so parts may import each other. What could not be read stands as a broken declaration, so that
 * references to it are not reported as well.
 */
public final class Assembly {
    private final NamedFiles files;
    private final Diagnostics diagnostics;
    private final LimitTables limits;
    private final TestTables tests;
    private final List<Declaration> whole = new ArrayList<>();

    private Assembly(SourceText main, FileSource source, Diagnostics diagnostics) {
        this.files = new NamedFiles(main, source, diagnostics);
        this.diagnostics = diagnostics;
        this.limits = new LimitTables(files, diagnostics);
        this.tests = new TestTables(files, diagnostics);
    }

    /**
     * A policy that was put together.
     *
     * @param tree the header and every declaration, without tables
     */
    public record Assembled(PolicySyntax tree, Sources sources) {}

    /**
     * Puts the policy together and reports what could not be read.
     *
     * @param main the text as it was written
     * @param tree what was read of it
     */
    public static Assembled of(SourceText main, PolicySyntax tree, FileSource source, Diagnostics diagnostics) {
        Assembly assembly = new Assembly(main, source, diagnostics);
        assembly.addAll(tree.declarations(), "");
        return new Assembled(new PolicySyntax(tree.header(), assembly.whole), assembly.files.sources());
    }

    private void addAll(List<Declaration> declarations, String folder) {
        declarations.forEach(declaration -> declaration.match(new Placing(folder)));
    }

    /** Adds what a declaration of a file in one folder stands for. */
    private final class Placing implements Declaration.Cases<Boolean> {
        private final String folder;

        private Placing(String folder) {
            this.folder = folder;
        }

        @Override
        public Boolean scope(Declaration.Scope scope) {
            LimitTables.outOfPlace(scope.means(), diagnostics);
            return whole.add(scope);
        }

        @Override
        public Boolean control(Declaration.Control declared) {
            ControlSyntax control = declared.control();
            Optional<List<ControlSyntax>> controls = limits.expand(control, folder);
            controls.ifPresent(rows -> rows.forEach(row -> whole.add(new Declaration.Control(row))));
            return controls.isPresent()
                    || whole.add(new Declaration.Broken(
                            control.kind().kind().words(),
                            Optional.of(control.id()),
                            control.span(),
                            Optional.empty()));
        }

        @Override
        public Boolean test(Declaration.Test test) {
            Optional<List<Declaration.Test>> cases = tests.expand(test, folder);
            cases.ifPresent(whole::addAll);
            return cases.isPresent()
                    || whole.add(new Declaration.Broken("test", Optional.empty(), test.span(), Optional.empty()));
        }

        @Override
        public Boolean recalibration(Declaration.Recalibration change) {
            return whole.add(change);
        }

        @Override
        public Boolean duties(Declaration.Duties duties) {
            return whole.add(duties);
        }

        @Override
        public Boolean requirement(Declaration.Requirement requirement) {
            return whole.add(requirement);
        }

        @Override
        public Boolean claim(Declaration.Claim claim) {
            claim.where().ifPresent(where -> LimitTables.outOfPlace(where, diagnostics));
            return whole.add(claim);
        }

        @Override
        public Boolean imported(Declaration.Import imported) {
            whole.add(imported);
            Optional<NamedFiles.Read> read = files.read(imported.file(), folder);
            read.filter(NamedFiles.Read::first)
                    .ifPresent(file -> addAll(PolicyReader.readPart(file.toParse(), diagnostics), file.folder()));
            return read.isPresent();
        }

        @Override
        public Boolean part(Declaration.Part part) {
            return whole.add(part);
        }

        @Override
        public Boolean broken(Declaration.Broken broken) {
            return whole.add(broken);
        }
    }
}
