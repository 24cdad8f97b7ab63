package org.portcullis.verifier;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Is what the command line prints: a verdict, which part of a journal it is about where that is not the whole, and what was asked beside.
 *
 * @param verdict the verdict
 * @param part the part of an export
 * @param lines the answer
 */
record Answer(Verdict verdict, Optional<ExportedPart> part, List<String> lines) {

    Answer {
        lines = List.copyOf(lines);
    }

    /** Gives the answer; what was asked for and is not there makes a verdict that is not valid. */
    static Answer of(Verdict verdict, Optional<ExportedPart> part, Inquiry inquiry) {
        boolean missing = verdict.isValid()
                && !inquiry.subject().isEmpty()
                && inquiry.answer().isEmpty();
        Verdict given = missing ? missing(verdict, inquiry.subject()) : verdict;
        return new Answer(given, part, given.isValid() ? inquiry.answer() : List.of());
    }

    boolean isValid() {
        return verdict.isValid();
    }

    String text() {
        return verdict.text() + lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    String json() {
        String json = verdict.json().stripTrailing();
        StringBuilder out = new StringBuilder(json.substring(0, json.length() - 1));
        if (!lines.isEmpty()) {
            out.append(",\"answer\":[");
            out.append(lines.stream().map(VerdictText::quoted).collect(Collectors.joining(",")));
            out.append(']');
        }
        part.ifPresent(
                some -> out.append(",\"export\":{").append(some.jsonMembers()).append('}'));
        return out.append("}\n").toString();
    }

    private static Verdict missing(Verdict verdict, String subject) {
        return new Verdict(
                Outcome.TRUNCATED,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                subject + " is not there; what is there holds",
                verdict.counts(),
                verdict.trustedKey(),
                verdict.assurance(),
                verdict.notes());
    }
}
