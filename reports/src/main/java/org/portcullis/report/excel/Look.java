package org.portcullis.report.excel;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;
import org.portcullis.report.sheet.Tone;

/** Holds the named cell styles of a workbook: one look for one meaning, legible in black and white. Mutable while it is built; one thread. */
final class Look {

    /** Names every style; the name is what the style gallery of a spreadsheet shows. */
    enum Style {
        TITLE("Portcullis Title"),
        HEADING("Portcullis Heading"),
        NOTE("Portcullis Note"),
        WARNING("Portcullis Warning"),
        COLUMN_HEAD("Portcullis Column Head"),
        LABEL("Portcullis Label"),
        TEXT("Portcullis Text"),
        PLAIN_TEXT("Portcullis Plain Text"),
        CODE("Portcullis Code"),
        WHOLE("Portcullis Whole"),
        AMOUNT("Portcullis Amount"),
        TIME("Portcullis Time"),
        LINK("Portcullis Link"),
        INPUT("Portcullis Input"),
        GOOD("Portcullis Good"),
        ATTENTION("Portcullis Attention"),
        STOP("Portcullis Stop"),
        GAP("Portcullis Gap"),
        NEUTRAL("Portcullis Neutral"),
        ALARM("Portcullis Alarm");

        private final String words;

        Style(String words) {
            this.words = words;
        }
    }

    private static final String FACE = "Arial";
    private static final String CODE_FACE = "Courier New";
    private static final int NAVY = 0x1F3A5F;
    private static final int GREY_LINE = 0xBFBFBF;

    private final XSSFWorkbook workbook;
    private final Map<Style, XSSFCellStyle> styles = new EnumMap<>(Style.class);
    private final Map<Style, XSSFCellStyle> quoted = new EnumMap<>(Style.class);
    private final Map<Style, Integer> places = new EnumMap<>(Style.class);
    private final Map<String, XSSFFont> fonts = new HashMap<>();

    Look(XSSFWorkbook workbook) {
        this.workbook = workbook;
        for (Style style : Style.values()) {
            XSSFCellStyle made = workbook.createCellStyle();
            dress(style, made);
            places.put(style, named(made));
            styles.put(style, made);
        }
    }

    /** Gives a style. */
    XSSFCellStyle of(Style style) {
        XSSFCellStyle found = styles.get(style);
        if (found == null) {
            throw new IllegalStateException("style " + style + " was not made");
        }
        return found;
    }

    /** Gives the style with the mark that keeps a text from being read as a formula. */
    XSSFCellStyle quoted(Style style) {
        return quoted.computeIfAbsent(style, plain -> {
            XSSFCellStyle made = workbook.createCellStyle();
            made.cloneStyleFrom(of(plain));
            made.setQuotePrefixed(true);
            return made;
        });
    }

    static Style of(Tone tone) {
        return switch (tone) {
            case GOOD -> Style.GOOD;
            case ATTENTION -> Style.ATTENTION;
            case STOP -> Style.STOP;
            case GAP -> Style.GAP;
            case NEUTRAL -> Style.NEUTRAL;
        };
    }

    /** Gives the symbol that stands before the word of a verdict; all of them are in the fonts of every office program. */
    static String symbol(Tone tone) {
        return switch (tone) {
            case GOOD -> "\u25CF ";
            case ATTENTION -> "\u25B2 ";
            case STOP -> "\u25A0 ";
            case GAP -> "\u25A1 ";
            case NEUTRAL -> "\u25CB ";
        };
    }

    private void dress(Style style, XSSFCellStyle made) {
        made.setVerticalAlignment(VerticalAlignment.TOP);
        switch (style) {
            case TITLE -> made.setFont(font(15, true, false, NAVY));
            case HEADING -> {
                made.setFont(font(11, true, false, NAVY));
                made.setBorderBottom(BorderStyle.MEDIUM);
                made.setBottomBorderColor(color(NAVY));
            }
            case NOTE -> wrapped(made, font(9, false, true, 0x404040));
            case WARNING -> {
                wrapped(made, font(9, true, false, 0x000000));
                fill(made, 0xFFF2CC);
                box(made, BorderStyle.MEDIUM, 0x7F6000);
            }
            case ALARM -> {
                wrapped(made, font(12, true, false, 0xFFFFFF));
                fill(made, 0x8B1A1A);
                box(made, BorderStyle.THICK, 0x4A0D0D);
            }
            case COLUMN_HEAD -> {
                wrapped(made, font(9, true, false, 0xFFFFFF));
                fill(made, NAVY);
                box(made, BorderStyle.THIN, 0xFFFFFF);
                made.setVerticalAlignment(VerticalAlignment.CENTER);
            }
            case LABEL -> {
                wrapped(made, font(9, true, false, NAVY));
                fill(made, 0xE9EEF5);
                box(made, BorderStyle.THIN, GREY_LINE);
            }
            case TEXT -> cell(made, font(9, false, false, 0x000000));
            case PLAIN_TEXT -> made.setFont(font(9, false, false, 0x000000));
            case CODE -> cell(made, codeFont());
            case WHOLE -> number(made, "#,##0_)");
            case AMOUNT -> number(made, "#,##0.00_)");
            case TIME -> {
                number(made, "yyyy\\-mm\\-dd hh:mm:ss.000");
                made.setAlignment(HorizontalAlignment.LEFT);
            }
            case LINK -> {
                XSSFFont font = font(9, false, false, 0x1F4E9F);
                font.setUnderline(Font.U_SINGLE);
                made.setFont(font);
            }
            case INPUT -> {
                cell(made, font(9, false, false, 0x000000));
                fill(made, 0xFFFDE7);
                box(made, BorderStyle.DASHED, 0x595959);
                made.setLocked(false);
            }
            case GOOD -> verdict(made, font(9, true, false, 0x1B5E20), 0xEAF4EA, BorderStyle.THIN, 0x1B5E20);
            case ATTENTION -> verdict(made, font(9, true, false, 0x5F4100), 0xFBE5B0, BorderStyle.DASHED, 0x5F4100);
            case STOP -> verdict(made, font(9, true, false, 0xFFFFFF), 0x8B1A1A, BorderStyle.MEDIUM, 0x4A0D0D);
            case GAP -> verdict(made, font(9, true, false, 0x7A1F1F), 0xFFFFFF, BorderStyle.MEDIUM, 0x7A1F1F);
            case NEUTRAL -> verdict(made, font(9, false, true, 0x595959), 0xFFFFFF, BorderStyle.DOTTED, 0x7F7F7F);
        }
    }

    private static void wrapped(XSSFCellStyle made, XSSFFont font) {
        made.setFont(font);
        made.setWrapText(true);
    }

    private void cell(XSSFCellStyle made, XSSFFont font) {
        wrapped(made, font);
        box(made, BorderStyle.THIN, GREY_LINE);
    }

    private void number(XSSFCellStyle made, String format) {
        made.setFont(font(9, false, false, 0x000000));
        made.setDataFormat(workbook.createDataFormat().getFormat(format));
        made.setAlignment(HorizontalAlignment.RIGHT);
        box(made, BorderStyle.THIN, GREY_LINE);
    }

    private void verdict(XSSFCellStyle made, XSSFFont font, int fill, BorderStyle border, int line) {
        wrapped(made, font);
        fill(made, fill);
        box(made, border, line);
    }

    private static void fill(XSSFCellStyle made, int rgb) {
        made.setFillForegroundColor(color(rgb));
        made.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static void box(XSSFCellStyle made, BorderStyle border, int rgb) {
        XSSFColor color = color(rgb);
        made.setBorderTop(border);
        made.setBorderBottom(border);
        made.setBorderLeft(border);
        made.setBorderRight(border);
        made.setTopBorderColor(color);
        made.setBottomBorderColor(color);
        made.setLeftBorderColor(color);
        made.setRightBorderColor(color);
    }

    private XSSFFont font(int points, boolean bold, boolean italic, int rgb) {
        String key = FACE + points + bold + italic + rgb;
        return fonts.computeIfAbsent(key, unused -> {
            XSSFFont font = workbook.createFont();
            font.setFontName(FACE);
            font.setFontHeightInPoints((short) points);
            font.setBold(bold);
            font.setItalic(italic);
            font.setColor(color(rgb));
            return font;
        });
    }

    private XSSFFont codeFont() {
        return fonts.computeIfAbsent(CODE_FACE, unused -> {
            XSSFFont font = workbook.createFont();
            font.setFontName(CODE_FACE);
            font.setFontHeightInPoints((short) 8);
            return font;
        });
    }

    private static XSSFColor color(int rgb) {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }

    /** Keeps the look apart from its cells, so that {@link #gallery} can give it a name. */
    private int named(XSSFCellStyle made) {
        CTXf look = made.getCoreXf();
        CTXf own = (CTXf) look.copy();
        if (own.isSetXfId()) {
            own.unsetXfId();
        }
        int place = workbook.getStylesSource().putCellStyleXf(own) - 1;
        look.setXfId(place);
        return place;
    }

    /** Gives the element of the style sheet that names the styles; the library's schemas leave it out. */
    String gallery() {
        StringBuilder names = new StringBuilder();
        names.append("<cellStyles count=\"").append(places.size() + 1).append("\">");
        names.append("<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>");
        places.forEach((style, place) -> names.append("<cellStyle name=\"")
                .append(style.words)
                .append("\" xfId=\"")
                .append(place)
                .append("\"/>"));
        return names.append("</cellStyles>").toString();
    }
}
