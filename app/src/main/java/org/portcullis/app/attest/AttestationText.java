package org.portcullis.app.attest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.engine.attestation.Attestation;
import org.portcullis.engine.attestation.AttestationRole;
import org.portcullis.engine.attestation.AttestationStatement;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/**
 * Shows statements and what was done about them.
 *
 * @param shown how people and their words are shown
 */
public record AttestationText(UnaryOperator<String> shown) {
    private static final int LABEL = 12;

    /** The statement, with everything that is open in it. */
    public List<String> statement(AttestationStatement statement) {
        List<String> lines = new ArrayList<>();
        line(lines, "statement", statement.digest().value());
        line(lines, "workbook", statement.workbook().value());
        line(lines, "about", statement.entity() + "; " + statement.desk());
        line(lines, "period", "from " + statement.from() + " to " + statement.to() + ", the end not included");
        line(lines, "journal", statement.journal() + ", " + statement.size() + " entries");
        line(lines, "root", statement.root().value());
        statement.policies().forEach(policy -> line(lines, "policy", policy.name() + ", " + policy.fingerprint()));
        statement.obligations().forEach(open -> line(lines, "open", obligation(open)));
        statement
                .gaps()
                .forEach(gaps -> line(
                        lines,
                        "gaps",
                        gaps.provisions().size() + " provisions without evidence under " + gaps.policy() + ": "
                                + String.join(", ", gaps.provisions())));
        statement
                .reviews()
                .forEach(review -> line(
                        lines,
                        "overdue",
                        "the review of control " + review.control() + " of " + review.policy() + ", due " + review.due()
                                + ", entry " + review.entry()));
        if (statement.obligations().isEmpty()
                && statement.gaps().isEmpty()
                && statement.reviews().isEmpty()) {
            line(lines, "open", "nothing that the journal shows");
        }
        line(
                lines,
                "deficient",
                statement.deficiencies().isEmpty() ? "nothing stated" : shown.apply(statement.deficiencies()));
        return lines;
    }

    private String obligation(AttestationStatement.OpenObligation open) {
        return open.id() + ", " + open.verdict() + ": " + shown.apply(open.because())
                + (open.exceptions().isEmpty() ? "" : "; entries " + open.exceptions());
    }

    /** Who did what, and that nobody did what is left. */
    public List<String> steps(Attestation attestation) {
        List<String> lines = new ArrayList<>();
        for (AttestationRole role : AttestationRole.values()) {
            Optional<Attestation.Step> step = attestation.step(role);
            line(lines, role.word(), step.map(this::step).orElse("nobody yet"));
            step.map(done -> done.act().text())
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> line(lines, "", shown.apply(text)));
        }
        return lines;
    }

    private String step(Attestation.Step step) {
        return shown.apply(step.act().person()) + ", " + step.act().function() + ": entry " + step.entry() + ", "
                + step.at() + ", key " + step.act().keyId() + ", "
                + (step.holds() ? "the signature holds" : "NOT VALID: " + step.fault());
    }

    /** The state in one word. */
    public static String state(Attestation attestation, List<String> outdated) {
        if (!attestation.isSigned()) {
            return "UNSIGNED";
        }
        return outdated.isEmpty() ? "SIGNED" : "OUTDATED";
    }

    /** Everything, for machines. */
    public JsonObject json(Attestation attestation, List<String> outdated) {
        return JsonObject.builder()
                .put("state", state(attestation, outdated))
                .put("statementDigest", attestation.statement().digest().value())
                .put("statement", attestation.statement().toJson())
                .put("deficiencies", shown.apply(attestation.statement().deficiencies()))
                .put("acts", attestation.steps().stream().map(this::json).toList())
                .put("outdated", JsonArray.texts(outdated))
                .build();
    }

    private JsonObject json(Attestation.Step step) {
        return JsonObject.builder()
                .put("role", step.act().role().word())
                .put("person", shown.apply(step.act().person()))
                .put("function", step.act().function())
                .put("keyId", step.act().keyId())
                .put("entry", step.entry())
                .put("at", step.at().toString())
                .put("text", shown.apply(step.act().text()))
                .put("valid", step.holds())
                .put("fault", step.fault())
                .build();
    }

    /** Adds a line with a name before it, broken where it is too long. */
    public static void line(List<String> lines, String name, String text) {
        String label = name + " ".repeat(LABEL - name.length());
        String first = text.lines().findFirst().orElse("");
        lines.addAll(Paragraph.hanging(label, first, Table.WIDTH));
        text.lines().skip(1).forEach(more -> lines.addAll(Paragraph.hanging(" ".repeat(LABEL), more, Table.WIDTH)));
    }
}
