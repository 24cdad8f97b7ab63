package org.portcullis.compiler.internal.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Position;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;

class RawScanTest {
    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void plainTextPassesUnchanged() {
        String text = "policy \"Ünïcode\" -- comment – with a dash\nscope A-B means order.desk is \"it’s “Delta”\".";
        assertEquals(Optional.of(text), scan(text).toParse());
        assertEquals(List.of(), diagnostics.sorted());
    }

    @Test
    void invalidByteIsPlacedByLineAndColumn() {
        ScannedText scanned = RawScan.scan("x", new byte[] {'a', '\n', 'b', (byte) 0xE9, 'c'}, diagnostics);
        Diagnostic found = diagnostics.sorted().get(0);
        assertEquals("byte 0xE9 at offset 3 is not valid UTF-8", found.message());
        assertEquals(new Position(2, 2), scanned.source().position(found.span().start()));
        assertTrue(scanned.toParse().isEmpty());
    }

    @Test
    void cutOffSequenceAtTheEndIsInvalid() {
        RawScan.scan("x", new byte[] {'a', (byte) 0xE2, (byte) 0x82}, diagnostics);
        assertEquals(List.of(DiagnosticCode.INVALID_UTF8), codes());
    }

    @Test
    void overlongAndSurrogateEncodingsAreInvalid() {
        RawScan.scan(
                "x", new byte[] {(byte) 0xC0, (byte) 0xAF, ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80}, diagnostics);
        assertTrue(diagnostics.count(org.portcullis.compiler.diagnostic.Severity.ERROR) >= 2);
    }

    @Test
    void tooLargeFileIsNotParsed() {
        byte[] bytes = new byte[RawScan.MAX_FILE_BYTES + 1];
        Arrays.fill(bytes, (byte) '\n');
        assertTrue(RawScan.scan("x", bytes, diagnostics).toParse().isEmpty());
        assertEquals(List.of(DiagnosticCode.FILE_TOO_LARGE), codes());
    }

    @Test
    void largestFileIsParsed() {
        byte[] bytes = new byte[RawScan.MAX_FILE_BYTES];
        Arrays.fill(bytes, (byte) '\n');
        assertTrue(RawScan.scan("x", bytes, diagnostics).toParse().isPresent());
    }

    @Test
    void tooLongLineIsNotParsed() {
        ScannedText scanned = scan("a\n" + "b".repeat(RawScan.MAX_LINE_LENGTH + 1));
        assertTrue(scanned.toParse().isEmpty());
        assertEquals(
                "the line has 10,001 characters and at most 10,000 are read",
                diagnostics.sorted().get(0).message());
    }

    @Test
    void bidirectionalControlIsFoundInACommentToo() {
        scan("-- a\u202Eb\n\"\u2066\"");
        assertEquals(List.of(DiagnosticCode.BIDIRECTIONAL_CONTROL, DiagnosticCode.BIDIRECTIONAL_CONTROL), codes());
    }

    @Test
    void reportedCharacterIsReplacedAtItsPlace() {
        assertEquals(Optional.of("a b c"), scan("a\u0000b\u00A0c").toParse());
        assertEquals(List.of(DiagnosticCode.CONTROL_CHARACTER, DiagnosticCode.INVISIBLE_CHARACTER), codes());
    }

    @Test
    void typographicQuotationMarksReadAsPlainOnes() {
        assertEquals(
                Optional.of("role \"Desk – Head\" x"),
                scan("role “Desk – Head” x").toParse());
        assertEquals(List.of(DiagnosticCode.TYPOGRAPHIC_CHARACTER, DiagnosticCode.TYPOGRAPHIC_CHARACTER), codes());
    }

    @Test
    void dashBeforeASpaceReadsAsAComment() {
        assertEquals(Optional.of("a       \nA-B"), scan("a – hm “\nA–B").toParse());
    }

    @Test
    void byteOrderMarkIsAWarning() {
        ScannedText scanned = scan("\uFEFFpolicy");
        assertEquals(Optional.of(" policy"), scanned.toParse());
        assertEquals(List.of(DiagnosticCode.BYTE_ORDER_MARK), codes());
    }

    @Test
    void byteOrderMarkInTheMiddleIsInvisible() {
        scan("a \uFEFF b");
        assertEquals(List.of(DiagnosticCode.INVISIBLE_CHARACTER), codes());
    }

    @Test
    void wordOfTwoAlphabetsIsDoubted() {
        scan("role \"Tr\u0430der\"");
        Diagnostic found = diagnostics.sorted().get(0);
        assertEquals(DiagnosticCode.MIXED_SCRIPTS, found.code());
        assertEquals(new Span(6, 12), found.span());
        assertEquals(Optional.of("type the word again in one alphabet; U+0430 in it is Cyrillic"), found.help());
    }

    @Test
    void cyrillicWordThatLooksLatinIsDoubted() {
        scan("\"\u0421\u0410\u0422\"");
        assertEquals(
                "`\u0421\u0410\u0422` is Cyrillic and looks like the Latin `CAT`",
                diagnostics.sorted().get(0).message());
    }

    @Test
    void wordsOfOneAlphabetEachAreFine() {
        scan("\"Москва desk 東京Desk\"");
        assertEquals(List.of(), codes());
    }

    @Test
    void decomposedAccentIsDoubted() {
        scan("\"Zu\u0308rich\"");
        assertEquals(List.of(DiagnosticCode.NOT_NORMALIZED), codes());
    }

    @Test
    void scanStopsWhenTheFileIsNoPolicy() {
        assertTrue(scan("\u0001".repeat(5_000)).toParse().isEmpty());
    }

    @Test
    void randomBytesAreAlwaysScanned() {
        long seed = 20_220_502L;
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            Diagnostics found = new Diagnostics();
            ScannedText scanned = RawScan.scan("x", bytes, found);
            String rendered = new DiagnosticRenderer(scanned.source()).render(found.sorted());
            assertTrue(rendered.chars().noneMatch(c -> c < ' ' && c != '\n'), "seed " + seed + " round " + round);
            scanned.toParse()
                    .ifPresent(text -> assertEquals(scanned.source().text().length(), text.length()));
        }
    }

    private ScannedText scan(String text) {
        return RawScan.scan("x", text.getBytes(StandardCharsets.UTF_8), diagnostics);
    }

    private List<DiagnosticCode> codes() {
        return diagnostics.sorted().stream().map(Diagnostic::code).toList();
    }

    @Test
    void loneSurrogateInDecodedTextIsAControlCharacter() {
        RawScan.scan(new SourceText("x", "a\uD800b"), diagnostics);
        assertEquals(List.of(DiagnosticCode.CONTROL_CHARACTER), codes());
    }
}
