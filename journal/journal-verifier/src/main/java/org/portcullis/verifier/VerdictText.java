package org.portcullis.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes verdicts for people and for machines. */
final class VerdictText {

    private VerdictText() {}

    static String lines(Verdict verdict) {
        StringBuilder out = new StringBuilder();
        out.append(verdict.outcome()).append(": ").append(verdict.sentence()).append('\n');
        Counts counts = verdict.counts();
        out.append("examined: ")
                .append(counted(counts.entries(), "entry", "entries"))
                .append(", ")
                .append(counted(counts.signedRoots(), "signed root", "signed roots"))
                .append(", ")
                .append(counted(counts.votes(), "signed vote", "signed votes"))
                .append(", ")
                .append(counted(counts.segments(), "segment", "segments"))
                .append(", ")
                .append(counted(counts.publishedFiles(), "published file", "published files"))
                .append('\n');
        assurance(verdict.assurance()).ifPresent(line -> out.append(line).append('\n'));
        verdict.notes().forEach(note -> out.append("note: ").append(note).append('\n'));
        return out.toString();
    }

    /** Says how far the entries are assured, where others vouch for any. */
    private static Optional<String> assurance(Assurance assurance) {
        List<String> levels = new ArrayList<>();
        assurance.witnessed().ifPresent(size -> levels.add("witnessed " + size + since(assurance.witnessedAt())));
        assurance.timestamped().ifPresent(size -> levels.add("timestamped " + size + since(assurance.timestampedAt())));
        return levels.isEmpty()
                ? Optional.empty()
                : Optional.of("entries assured: signed " + assurance.signed() + ", published " + assurance.published()
                        + ", " + String.join(", ", levels));
    }

    private static String since(Optional<Instant> at) {
        return at.map(time -> " since " + time).orElse("");
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    static String json(Verdict verdict) {
        Counts counts = verdict.counts();
        StringBuilder out = new StringBuilder("{\"assurance\":").append(json(verdict.assurance()));
        out.append(",\"counts\":{\"bytes\":").append(counts.bytes());
        out.append(",\"entries\":").append(counts.entries());
        out.append(",\"publishedFiles\":").append(counts.publishedFiles());
        out.append(",\"segments\":").append(counts.segments());
        out.append(",\"signedRoots\":").append(counts.signedRoots());
        out.append(",\"votes\":").append(counts.votes()).append('}');
        verdict.entry().ifPresent(entry -> out.append(",\"entry\":").append(entry));
        verdict.file().ifPresent(file -> out.append(",\"file\":").append(quoted(file)));
        String notes = verdict.notes().stream().map(VerdictText::quoted).collect(Collectors.joining(","));
        out.append(",\"notes\":[").append(notes).append(']');
        verdict.offset().ifPresent(offset -> out.append(",\"offset\":").append(offset));
        out.append(",\"outcome\":\"").append(verdict.outcome());
        out.append("\",\"sentence\":").append(quoted(verdict.sentence()));
        out.append(",\"trustedKey\":").append(verdict.trustedKey()).append("}\n");
        return out.toString();
    }

    /** Gives the document for a journal or an argument that could not be read. */
    static String unreadable(String sentence) {
        return "{\"outcome\":\"UNREADABLE\",\"sentence\":" + quoted(sentence) + "}\n";
    }

    private static String json(Assurance assurance) {
        StringBuilder out = new StringBuilder("{\"published\":").append(assurance.published());
        out.append(",\"signed\":").append(assurance.signed());
        assurance
                .timestamped()
                .ifPresent(size -> out.append(",\"timestamped\":").append(size));
        assurance
                .timestampedAt()
                .ifPresent(at -> out.append(",\"timestampedAt\":").append(quoted(at.toString())));
        assurance.witnessed().ifPresent(size -> out.append(",\"witnessed\":").append(size));
        assurance.witnessedAt().ifPresent(at -> out.append(",\"witnessedAt\":").append(quoted(at.toString())));
        return out.append('}').toString();
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                out.append('\\').append((char) unit);
            } else if (unit < 0x20 || unit >= 0x7F) {
                out.append(String.format(Locale.ROOT, "\\u%04x", unit));
            } else {
                out.append((char) unit);
            }
        });
        return out.append('"').toString();
    }
}
