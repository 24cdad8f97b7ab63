package org.portcullis.mapping.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.yaml.Fault;

/**
 * Writes a small catalogue into a folder for tests. Marks of {@code «} in a text stand where a fault is expected and are
 * taken out before the file is written.
 */
record CatalogueFolder(Path directory) {

    static final String MARK = "«";

    static final String INDEX = """
            format: "1"
            title: "a small catalogue"
            sources: "sources.yaml"
            corpora: ["one.yaml"]
            """;

    static final String SOURCES = """
            sources:
              - key: "R1"
                title: "the rule itself"
                tier: primary
                addresses: []
              - key: "S1"
                title: "a report on the rule"
                tier: secondary
                addresses: ["https://example.org/report"]
            """;

    static final String HEADER = """
            body: "A regulator"
            corpus: "TEST-ONE"
            title: "rule book one"
            jurisdiction: "nowhere"
            verification: "made up for tests"
            defaults:
              segment: "section 1"
              kinds: [limit]
              applies-to: firm
              condition: "any firm"
              in-force: {from: unknown, to: unknown, seen-on: [], sureness: K, basis: "made up"}
              sources: ["S1"]
              verified-on: unknown
              sureness: S
            provisions:
            """;

    /** Fills the folder with an index, the sources and one corpus of the given rows. */
    static CatalogueFolder withRows(Path directory, String rows) {
        return new CatalogueFolder(directory)
                .file("index.yaml", INDEX)
                .file("sources.yaml", SOURCES)
                .file("one.yaml", HEADER + rows);
    }

    CatalogueFolder file(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text.replace(MARK, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    CatalogueFolder bytes(String name, byte[] bytes) {
        try {
            Files.write(directory.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    List<Fault> faults() {
        return CatalogueLoader.fromDirectory(directory).match(catalogue -> List.of(), faults -> faults);
    }

    /** Gives the faults as {@code file:line:column: message}, the folder taken off. */
    List<String> faultLines() {
        return faults().stream().map(this::line).toList();
    }

    private String line(Fault fault) {
        String name = directory.relativize(Path.of(fault.file())).toString();
        String message = fault.message().replace(directory + "/", "");
        return name + ":" + fault.line() + ":" + fault.column() + ": " + message;
    }

    /** Gives the places of the marks in a text as {@code line:column}. */
    static List<String> marks(String text) {
        List<String> places = new ArrayList<>();
        int line = 1;
        for (String content : text.lines().toList()) {
            int taken = 0;
            for (int at = content.indexOf(MARK); at >= 0; at = content.indexOf(MARK, at + 1)) {
                places.add(line + ":" + (at - taken + 1));
                taken++;
            }
            line++;
        }
        return places;
    }
}
