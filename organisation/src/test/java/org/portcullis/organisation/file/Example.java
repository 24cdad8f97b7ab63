package org.portcullis.organisation.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.portcullis.model.organisation.Organisation;

/** The complete file of `docs/organisation.md`, and what reading a text says. */
final class Example {
    private static final Path PAGE = Path.of("..", "docs", "organisation.md");
    private static final String OPENING = "```yaml\n";

    private Example() {}

    static String text() {
        try {
            String page = Files.readString(PAGE);
            int start = page.indexOf(OPENING) + OPENING.length();
            return page.substring(start, page.indexOf("```\n", start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example with one passage replaced, which must be there. */
    static String with(String passage, String replacement) {
        if (!text().contains(passage)) {
            throw new IllegalArgumentException("the example does not contain " + passage);
        }
        return text().replace(passage, replacement);
    }

    static OrganisationLoading read(String text) {
        return OrganisationFile.read(text.getBytes(StandardCharsets.UTF_8), "firm.yaml");
    }

    static Organisation organisation() {
        return read(text()).match(organisation -> organisation, faults -> {
            throw new IllegalStateException(faults.toString());
        });
    }

    /** What is wrong, each as `the marked text: message (cure)`. */
    static List<String> faults(String text) {
        List<String> lines = text.lines().toList();
        return read(text)
                .match(
                        organisation -> List.of(),
                        faults -> faults.stream()
                                .map(fault -> marked(lines.get(fault.line() - 1), fault.column(), fault.length()) + ": "
                                        + fault.message() + " (" + fault.help() + ")")
                                .toList());
    }

    private static String marked(String line, int column, int length) {
        int start = line.offsetByCodePoints(0, column - 1);
        return line.substring(
                start, line.offsetByCodePoints(start, Math.min(length, line.codePointCount(start, line.length()))));
    }
}
