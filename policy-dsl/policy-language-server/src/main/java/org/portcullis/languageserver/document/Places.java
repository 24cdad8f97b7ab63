package org.portcullis.languageserver.document;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;

/** Goes from offsets to the protocol's positions and back; both count UTF-16 code units, the protocol's lines from 0. */
public final class Places {
    private Places() {}

    /** The position of an offset. */
    public static Position position(SourceText source, int offset) {
        int within = Math.max(source.base(), Math.min(offset, source.end()));
        int line = source.line(within);
        return new Position(line - 1, within - source.lineSpan(line).start());
    }

    /** The range of a span. */
    public static Range range(SourceText source, Span span) {
        return new Range(position(source, span.start()), position(source, span.end()));
    }

    /** The offset of a position; a position past the end of a line means that end, as the protocol says. */
    public static int offset(SourceText source, Position position) {
        if (position.getLine() >= source.lineCount()) {
            return source.end();
        }
        Span line = source.lineSpan(Math.max(0, position.getLine()) + 1);
        return Math.min(line.start() + Math.max(0, position.getCharacter()), line.end());
    }

    /** The span of a range. */
    public static Span span(SourceText source, Range range) {
        int start = offset(source, range.getStart());
        return new Span(start, Math.max(start, offset(source, range.getEnd())));
    }
}
