package org.portcullis.benchmark.report;

/** Collects the page that is written. Mutable; owned by one thread. */
final class Page {
    private final StringBuilder text = new StringBuilder();

    Page paragraph(String words) {
        text.append(words).append("\n\n");
        return this;
    }

    Page title(String words) {
        return paragraph("## " + words);
    }

    /** Begins a table. */
    Page table(String... titles) {
        row(titles);
        text.append("|---".repeat(titles.length)).append("|\n");
        return this;
    }

    Page row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        return this;
    }

    /** Ends a table. */
    Page end() {
        text.append('\n');
        return this;
    }

    String text() {
        return text.toString().stripTrailing() + "\n";
    }
}
