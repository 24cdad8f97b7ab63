package org.portcullis.compiler.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void everyKindOfLineEndBeginsALine() {
        SourceText source = new SourceText("a", "a\nb\r\nc\rd");
        assertEquals(4, source.lineCount());
        assertEquals(new Position(3, 1), source.position(5));
        assertEquals("b", source.text(source.lineSpan(2)));
        assertEquals("d", source.text(source.lineSpan(4)));
    }

    @Test
    void columnsCountCodePoints() {
        SourceText source = new SourceText("a", "x\uD83D\uDE00y");
        assertEquals(new Position(1, 3), source.position(3));
    }

    @Test
    void offsetPastTheEndIsTheEnd() {
        SourceText source = new SourceText("a", "ab\n");
        assertEquals(new Position(2, 1), source.position(99));
        assertEquals("b\n", source.text(new Span(1, 99)));
    }

    @Test
    void emptyTextHasOneLine() {
        SourceText source = new SourceText("a", "");
        assertEquals(1, source.lineCount());
        assertEquals(new Position(1, 1), source.position(0));
    }
}
