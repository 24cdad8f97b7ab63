package org.portcullis.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.report.register.ControlEntry;
import org.portcullis.report.register.Register;

/** Finds controls by id, or by a pattern in which `*` stands for any letters. */
public final class ControlChoice {
    private static final int MOST_NAMED = 12;

    private ControlChoice() {}

    /** Whether the text names a control or a pattern of some rather than a diagnostic code. */
    public static boolean isPattern(String text) {
        return text.contains("*");
    }

    /**
     * The entries of one register that the text names.
     *
     * @throws UserMistake if none of all registers has one; it names what was meant
     */
    public static List<ControlEntry> of(Register register, String wanted) {
        Pattern pattern = pattern(wanted);
        return register.controls().stream()
                .filter(entry -> pattern.matcher(entry.id()).matches())
                .toList();
    }

    /** The mistake of naming no control of these registers. */
    public static UserMistake none(List<Register> registers, String wanted) {
        List<String> ids = new ArrayList<>();
        registers.forEach(register -> register.controls().forEach(entry -> ids.add(entry.id())));
        String listed = "the controls are "
                + String.join(", ", ids.stream().limit(MOST_NAMED).toList())
                + (ids.size() > MOST_NAMED ? " and " + (ids.size() - MOST_NAMED) + " more" : "");
        return new UserMistake("no control has the id `" + wanted + "`; "
                + Spelling.didYouMean(wanted, ids, ids.isEmpty() ? "the policy has no controls" : listed));
    }

    private static Pattern pattern(String wanted) {
        StringBuilder regex = new StringBuilder();
        for (String part : wanted.split("\\*", -1)) {
            regex.append(regex.length() == 0 ? "" : "[A-Z0-9-]*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    }
}
