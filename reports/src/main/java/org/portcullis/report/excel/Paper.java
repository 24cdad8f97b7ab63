package org.portcullis.report.excel;

import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.Header;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.portcullis.report.EvidenceRequest;

/** Lays out sheets for paper: A4 landscape, one page wide, with page numbers and the checkpoint that the figures rest on. */
final class Paper {

    private static final int MAX_NAME = 60;

    private Paper() {}

    static void lay(Sheet sheet, String title, EvidenceRequest request) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(true);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.6);
        sheet.setMargin(PageMargin.BOTTOM, 0.7);
        sheet.setMargin(PageMargin.HEADER, 0.3);
        sheet.setMargin(PageMargin.FOOTER, 0.3);
        Header header = sheet.getHeader();
        header.setLeft("&8" + plain(request.entity()));
        header.setRight("&8" + plain(title));
        Footer footer = sheet.getFooter();
        footer.setLeft("&7" + plain(request.journal().origin()) + ", "
                + request.journal().size() + " entries, root "
                + request.journal().root().value());
        footer.setRight("&8Page &P of &N");
    }

    /** Doubles the sign that starts a code, and keeps header and footer under their 255 characters. */
    private static String plain(String text) {
        String cut = text.length() <= MAX_NAME ? text : text.substring(0, text.offsetByCodePoints(0, MAX_NAME - 2));
        // A digit after the font size would be read as part of it.
        return " " + SafeText.of(cut).replace("&", "&&");
    }
}
