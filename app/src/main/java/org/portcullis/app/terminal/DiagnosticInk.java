package org.portcullis.app.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Colours what the compiler prints about a policy: the severity, the underlined place, the cure.
 *
 * <p>Works on the printed text, line by line, so that there is one way of printing a diagnostic and colour cannot change it.
 */
public final class DiagnosticInk {
    private static final Pattern HEAD = Pattern.compile("(.*?:\\d+:\\d+: )(error|warning)((?:\\[P\\d{4}])?: )(.*)");
    private static final Pattern MARK = Pattern.compile("( *\\| *)(\\^+)(.*)");
    private static final Pattern CURE = Pattern.compile("( +)(help:)( .*)");
    private static final Pattern MORE = Pattern.compile(" +see: portcullis explain P\\d{4}");

    private final Ink ink;

    /** Colours with this ink. */
    public DiagnosticInk(Ink ink) {
        this.ink = ink;
    }

    /** The printed diagnostics, coloured; ends as the text does. */
    public String paint(String printed) {
        String painted = printed.lines().map(this::line).collect(Collectors.joining("\n"));
        return printed.endsWith("\n") ? painted + "\n" : painted;
    }

    private String line(String line) {
        Matcher head = HEAD.matcher(line);
        if (head.matches()) {
            Ink.Tone tone = head.group(2).equals("error") ? Ink.Tone.BAD : Ink.Tone.ATTENTION;
            return ink.paint(Ink.Tone.STRONG, head.group(1))
                    + ink.paint(tone, head.group(2) + head.group(3).stripTrailing())
                    + " "
                    + ink.paint(Ink.Tone.STRONG, head.group(4));
        }
        Matcher mark = MARK.matcher(line);
        if (mark.matches()) {
            return mark.group(1) + ink.paint(Ink.Tone.BAD, mark.group(2)) + mark.group(3);
        }
        Matcher cure = CURE.matcher(line);
        if (cure.matches()) {
            return cure.group(1) + ink.paint(Ink.Tone.GOOD, cure.group(2)) + cure.group(3);
        }
        return MORE.matcher(line).matches() ? ink.paint(Ink.Tone.FAINT, line) : line;
    }
}
