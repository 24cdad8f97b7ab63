package org.portcullis.verifier;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Is what the command line prints: a verdict, which part of a journal it is about where that is not the whole, and what was asked beside.
 *
 * @param verdict the verdict
 * @param exported what an export has, as a member of a JSON object, or empty
 * @param lines the answer
 * @param opened what openings open, where some were given
 */
record Answer(Verdict verdict, String exported, List<String> lines, Optional<Opened> opened) {

    Answer {
        lines = List.copyOf(lines);
    }

    /** Gives the answer; what was asked for and is not there makes a verdict that is not valid. */
    static Answer of(Verdict verdict, String exported, Inquiry inquiry) {
        boolean missing = verdict.isValid()
                && !inquiry.subject().isEmpty()
                && inquiry.answer().isEmpty();
        Verdict given = missing ? missing(verdict, inquiry.subject()) : verdict;
        return given.isValid()
                ? new Answer(given, exported, inquiry.answer(), inquiry.opened())
                : new Answer(given, exported, List.of(), Optional.empty());
    }

    /** Gives the same answer where it is not valid, and else that of the file that does not hold. */
    Answer unless(Rejection rejection) {
        if (!isValid()) {
            return this;
        }
        String file = rejection.place().file().orElse("");
        Verdict wrong = new Verdict(
                rejection.outcome(),
                OptionalLong.empty(),
                rejection.place().file(),
                OptionalLong.empty(),
                "file `" + file + "`: " + rejection.getMessage() + "; the journal itself holds",
                verdict.counts(),
                verdict.trustedKey(),
                verdict.assurance(),
                verdict.notes());
        return new Answer(wrong, exported, List.of(), Optional.empty());
    }

    boolean isValid() {
        return verdict.isValid();
    }

    String text() {
        return verdict.text()
                + Stream.concat(opened.map(Opened::lines).orElse(List.of()).stream(), lines.stream())
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
    }

    String json() {
        String json = verdict.json().stripTrailing();
        StringBuilder out = new StringBuilder(json.substring(0, json.length() - 1));
        if (!lines.isEmpty()) {
            out.append(",\"answer\":[");
            out.append(lines.stream().map(VerdictText::quoted).collect(Collectors.joining(",")));
            out.append(']');
        }
        if (!exported.isEmpty()) {
            out.append(',').append(exported);
        }
        opened.ifPresent(some -> out.append(",\"openings\":").append(some.json()));
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
