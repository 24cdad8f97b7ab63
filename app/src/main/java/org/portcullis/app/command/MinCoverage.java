package org.portcullis.app.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portcullis.engine.policytest.coverage.Share;
import picocli.CommandLine;

/** The coverage below which tests do not suffice, in whole per cent. */
record MinCoverage(int percent) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\s*%?");
    private static final int ALL = 100;

    /** Reads `80%` or `80`. */
    static MinCoverage of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > ALL) {
            throw new CommandLine.TypeConversionException("`" + text + "` is no percentage such as 80%");
        }
        return new MinCoverage(Integer.parseInt(matcher.group(1)));
    }

    /** Whether so much is tested. */
    boolean isMetBy(Share share) {
        return share.percent() >= percent;
    }
}
