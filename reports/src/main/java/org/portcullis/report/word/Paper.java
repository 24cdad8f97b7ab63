package org.portcullis.report.word;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Puts paragraphs and grids on pages of A4, one look for all of them. Mutable; one thread. */
final class Paper {

    static final String FONT = "Liberation Sans";

    private static final String NAVY = "1F3864";
    private static final String BROWN = "7F3F00";
    private static final int MARGIN = 1134;

    private final XWPFDocument document;

    Paper(XWPFDocument document) {
        this.document = document;
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11_906));
        size.setH(BigInteger.valueOf(16_838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setHeader(BigInteger.valueOf(MARGIN / 2));
        margins.setFooter(BigInteger.valueOf(MARGIN / 2));
        margins.setGutter(BigInteger.ZERO);
        XWPFStyles styles = document.createStyles();
        style(styles, "Title", "Title", 0);
        style(styles, "Heading1", "heading 1", 1);
        style(styles, "Heading2", "heading 2", 2);
    }

    /** Names a style, so that word processors show headings in their outline. */
    private static void style(XWPFStyles styles, String id, String name, int level) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewQFormat();
        if (level > 0) {
            style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        }
        styles.addStyle(new XWPFStyle(style));
    }

    void title(String text) {
        write(styled("Title", 0, 160), text, 20, NAVY).setBold(true);
    }

    void heading(String text) {
        XWPFParagraph paragraph = styled("Heading1", 280, 100);
        paragraph.setKeepNext(true);
        write(paragraph, text, 14, NAVY).setBold(true);
    }

    void subheading(String text) {
        XWPFParagraph paragraph = styled("Heading2", 200, 60);
        paragraph.setKeepNext(true);
        write(paragraph, text, 11, NAVY).setBold(true);
    }

    void text(String text) {
        write(spaced(0, 120), text, 10, "000000");
    }

    void note(String text) {
        write(spaced(80, 0), text, 9, "404040");
    }

    void warning(String text) {
        write(spaced(60, 120), text, 10, BROWN).setBold(true);
    }

    /** Begins a table with columns of these widths, in twentieths of a point. */
    Grid grid(int... widths) {
        return new Grid(document.createTable(), widths);
    }

    void newPage() {
        document.createParagraph().setPageBreak(true);
    }

    /** Puts a line and the number of the page at the foot of every page. */
    void footer(String text) {
        XWPFParagraph paragraph =
                document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        write(paragraph, text + " Page ", 8, "404040");
        field(paragraph, "PAGE");
        write(paragraph, " of ", 8, "404040");
        field(paragraph, "NUMPAGES");
    }

    private static void field(XWPFParagraph paragraph, String instruction) {
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(instruction);
        XWPFRun run = new XWPFRun(field.addNewR(), (org.apache.poi.xwpf.usermodel.IRunBody) paragraph);
        run.setFontFamily(FONT);
        run.setFontSize(8);
        run.setText("1");
    }

    private XWPFParagraph styled(String style, int before, int after) {
        XWPFParagraph paragraph = spaced(before, after);
        paragraph.setStyle(style);
        return paragraph;
    }

    private XWPFParagraph spaced(int before, int after) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    static XWPFRun write(XWPFParagraph paragraph, String text, int points, String colour) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(points);
        run.setColor(colour);
        run.setText(Carried.of(text));
        return run;
    }
}
