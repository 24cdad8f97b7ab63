package org.portcullis.report.excel;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spells text as ISO/IEC 29500 spells that of cells: {@code _x000D_} is a carriage return there, so that words which happen to look like
 * this have to be escaped themselves.
 */
final class CellText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    /** Spells words so that every reader gets them back as they are. */
    static String encoded(String words) {
        return words.indexOf("_x") < 0 ? words : LOOKS_ESCAPED.matcher(words).replaceAll("_x005F_");
    }

    /** Reads what is spelled. */
    static String decoded(String spelled) {
        if (spelled.indexOf("_x") < 0) {
            return spelled;
        }
        return ESCAPE.matcher(spelled)
                .replaceAll((MatchResult found) ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
