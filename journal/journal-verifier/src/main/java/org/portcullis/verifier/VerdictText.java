package org.portcullis.verifier;

import java.util.Locale;
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
        verdict.notes().forEach(note -> out.append("note: ").append(note).append('\n'));
        return out.toString();
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    static String json(Verdict verdict) {
        Counts counts = verdict.counts();
        StringBuilder out = new StringBuilder("{\"counts\":{\"bytes\":").append(counts.bytes());
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

    private static String quoted(String text) {
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
