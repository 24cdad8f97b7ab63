package org.portcullis.compiler;

import java.util.Optional;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Sources;
import org.portcullis.compiler.internal.check.CheckSettings;
import org.portcullis.compiler.internal.check.Checks;
import org.portcullis.compiler.internal.files.Assembly;
import org.portcullis.compiler.internal.lower.Lowering;
import org.portcullis.compiler.internal.parse.PolicyReader;
import org.portcullis.compiler.internal.scan.RawScan;
import org.portcullis.compiler.internal.scan.ScannedText;
import org.portcullis.compiler.syntax.PolicySyntax;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Role;

/**
 * Compiles policy texts: scans the characters, reads the sentences, checks what they say, and lowers them to the policy pack.
 *
 * <p>Whatever the text says, the answer is a {@link Compilation} and never an exception. Stateless and safe for use by several threads.
 */
public final class PolicyCompiler {
    private PolicyCompiler() {}

    /**
     * Compiles the bytes of a file, which have to be UTF-8.
     *
     * @param name what diagnostics call the file: usually the path as the user gave it
     */
    public static Compilation compile(byte[] fileContent, String name, CompilerSettings settings) {
        Diagnostics diagnostics = new Diagnostics();
        return compile(RawScan.scan(name, fileContent, diagnostics), settings, diagnostics);
    }

    /** Compiles a text; its base is 0. */
    public static Compilation compile(SourceText source, CompilerSettings settings) {
        Diagnostics diagnostics = new Diagnostics();
        return compile(RawScan.scan(source, diagnostics), settings, diagnostics);
    }

    private static Compilation compile(ScannedText scanned, CompilerSettings settings, Diagnostics diagnostics) {
        SourceText main = scanned.source();
        Optional<PolicySyntax> syntax =
                scanned.toParse().map(text -> PolicyReader.read(new SourceText(main.name(), text), diagnostics));
        Optional<Assembly.Assembled> whole = syntax.map(tree -> Assembly.of(main, tree, settings.files(), diagnostics));
        CheckSettings known = new CheckSettings(
                settings.citations(),
                settings.knownRoles().stream().map(Role::name).toList(),
                settings.asOf(),
                settings.organisation(),
                settings.calendars());
        whole.ifPresent(assembled -> Checks.run(assembled.tree(), known, diagnostics));
        Optional<PolicyPack> pack =
                diagnostics.hasErrors() ? Optional.empty() : whole.map(assembled -> Lowering.lower(assembled.tree()));
        Sources sources = whole.map(Assembly.Assembled::sources).orElse(Sources.of(main));
        return new Compilation(sources, syntax, pack, diagnostics.sorted());
    }
}
