package org.portcullis.report.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Knows how the styles of a file show values, because a number format can show something else than the value of its cell: words of its
 * own, a thousandth, or nothing.
 *
 * @param formats the number format of each style, in the order of the file
 */
record ShownAs(List<String> formats) {

    private static final int DATE_AND_TIME = 22;

    /** A sign or bracket, digits with separators, and space as wide as a character; no words, no per cent, no scaling by commas. */
    private static final Pattern NUMBER =
            Pattern.compile("(\\\\?[-( ])?[#0,]*[#0](\\.[#0]+)?(\\\\?[-) ])?", Pattern.UNICODE_CASE);

    private static final Pattern TIME = Pattern.compile("[yYmMdDhHsS0.:/, \\\\T-]*[yY][yYmMdDhHsS0.:/, \\\\T-]*");
    private static final Pattern PLAIN = Pattern.compile("(?i)(general|standard|@)?");

    ShownAs {
        formats = List.copyOf(formats);
    }

    /** Reads the styles of a workbook. */
    static ShownAs of(XmlPart styles) throws UnreadableWorkbook {
        Map<String, String> own = new HashMap<>();
        List<String> places = new ArrayList<>();
        boolean inCells = false;
        while (styles.next()) {
            if (styles.element().equals("cellXfs")) {
                inCells = styles.begins();
            } else if (styles.begins() && styles.element().equals("numFmt") && styles.depth() == 3) {
                own.put(styles.attribute("numFmtId"), styles.attribute("formatCode"));
            } else if (styles.begins() && inCells && styles.element().equals("xf") && styles.depth() == 3) {
                places.add(styles.attribute("numFmtId"));
            }
        }
        return new ShownAs(places.stream().map(id -> format(id, own)).toList());
    }

    private static String format(String id, Map<String, String> own) {
        if (own.containsKey(id)) {
            return own.getOrDefault(id, "");
        }
        return switch (id) {
            case "", "0" -> "General";
            case "1" -> "0";
            case "2" -> "0.00";
            case "3" -> "#,##0";
            case "4" -> "#,##0.00";
            case "37", "38" -> "#,##0";
            case "39", "40" -> "#,##0.00";
            case "49" -> "@";
            default -> id.equals(Integer.toString(DATE_AND_TIME)) ? "m/d/yy h:mm" : "the built-in format " + id;
        };
    }

    /** Tells whether a style shows words as they are. */
    boolean showsWords(int style) {
        return sections(style).stream()
                .allMatch(section -> PLAIN.matcher(section).matches()
                        || NUMBER.matcher(section).matches()
                        || TIME.matcher(section).matches());
    }

    /** Tells whether a style shows numbers with their digits. */
    boolean showsNumbers(int style) {
        return sections(style).stream()
                .allMatch(section -> PLAIN.matcher(section).matches()
                        || NUMBER.matcher(section).matches());
    }

    /** Tells whether a style shows instants as dates with their year. */
    boolean showsInstants(int style) {
        List<String> sections = sections(style);
        return TIME.matcher(sections.get(0)).matches();
    }

    String format(int style) {
        return style < formats.size() ? formats.get(style) : "no style " + style;
    }

    /** Takes a format apart, without colours and without space of a width; an empty section shows nothing. */
    private List<String> sections(int style) {
        String format = format(style)
                .replaceAll("\\[(?i:black|blue|cyan|green|magenta|red|white|yellow|color ?\\d+|\\$-[0-9a-f]+)\\]", "")
                .replaceAll("_.", "");
        List<String> sections = new ArrayList<>();
        for (String section : format.split(";", -1)) {
            sections.add(section.isEmpty() ? "nothing" : section);
        }
        return sections;
    }
}
