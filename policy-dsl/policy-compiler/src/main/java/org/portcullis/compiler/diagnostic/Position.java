package org.portcullis.compiler.diagnostic;

/** A place in a source text as people count it: lines and columns from 1, columns in code points. */
public record Position(int line, int column) {
    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "lines and columns count from 1, not line " + line + " column " + column);
        }
    }
}
