package org.portcullis.compiler.syntax;

import java.util.List;
import java.util.Optional;

/**
 * The syntax tree of one file.
 *
 * @param header empty if the file has none or if it could not be read, which was then reported
 * @param declarations in the order of the text; those that could not be read stand as {@link Declaration.Broken}
 */
public record PolicySyntax(Optional<HeaderSyntax> header, List<Declaration> declarations) {
    public PolicySyntax {
        declarations = List.copyOf(declarations);
    }
}
