package org.portcullis.report.excel;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes formulas in one spelling: programs differ in quotes around names of sheets, in blanks and in the case of functions. */
final class Expressions {

    private static final Pattern QUOTED_SHEET = Pattern.compile("'([A-Za-z][A-Za-z0-9 ]*)'!");
    private static final Pattern FUNCTION = Pattern.compile("([A-Za-z]+)\\(");

    private Expressions() {}

    static String plain(String expression) {
        String unquoted = QUOTED_SHEET
                .matcher(expression.strip())
                .replaceAll((MatchResult found) -> Matcher.quoteReplacement(found.group(1) + "!"));
        String upper = FUNCTION.matcher(unquoted)
                .replaceAll((MatchResult found) ->
                        Matcher.quoteReplacement(found.group().toUpperCase(Locale.ROOT)));
        return upper.replaceAll("\\s*([(),+*/<>=-])\\s*", "$1");
    }
}
