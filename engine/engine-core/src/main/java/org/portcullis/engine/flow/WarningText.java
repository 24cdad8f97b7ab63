package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.FindingGroup;
import org.portcullis.model.value.ValueText;

/** Writes what a person reads before acknowledging warnings: one paragraph per control with the worst lines, never one line per warning. */
final class WarningText {
    /** The longest line, in characters, and the most groups; the text fits into one entry. */
    private static final int MAX_LINE = 300;

    private static final int MAX_GROUPS = 12;

    private WarningText() {}

    static String of(Decision decision, int warnings) {
        List<String> lines = new ArrayList<>();
        lines.add("Basket " + decision.submission().basketId() + ": " + warnings
                + (warnings == 1 ? " warning" : " warnings") + " on "
                + decision.notional().map(ValueText::readable).orElse("an amount that is not known"));
        List<FindingGroup> groups = decision.groups().stream()
                .filter(group -> group.effect() == Effect.WARN)
                .toList();
        for (FindingGroup group : groups.subList(0, Math.min(MAX_GROUPS, groups.size()))) {
            lines.add(group.control().map(id -> id.text() + ": ").orElse("") + group.headline());
            for (Finding finding : group.worst()) {
                lines.add("  " + finding.message());
            }
        }
        if (groups.size() > MAX_GROUPS) {
            lines.add("and " + (groups.size() - MAX_GROUPS) + " more kinds of warning");
        }
        return String.join("\n", lines.stream().map(WarningText::fit).toList()) + "\n";
    }

    private static String fit(String line) {
        String flat = line.replace('\n', ' ').replace('\r', ' ');
        if (flat.length() <= MAX_LINE) {
            return flat;
        }
        int end = Character.isHighSurrogate(flat.charAt(MAX_LINE - 2)) ? MAX_LINE - 2 : MAX_LINE - 1;
        return flat.substring(0, end) + "…";
    }
}
