package org.portcullis.app.testing;

import java.util.List;
import java.util.Optional;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/** Says which missing tests were written where, and which could not be. */
public record WrittenReport(Terminal terminal) {

    /** Prints the answer, as JSON if asked; tests that go nowhere else are printed as a policy writes them, and nothing beside them. */
    public void print(List<FileRun> files, List<WrittenTests> written, boolean json) {
        if (json) {
            terminal.json(document(files, written));
            return;
        }
        for (FileRun file : files) {
            written.stream()
                    .filter(done -> done.file().equals(file.name()))
                    .findFirst()
                    .ifPresentOrElse(
                            this::print,
                            () -> terminal.mistake(file.name() + ": does not compile; `portcullis check` says why"));
            if (file.failed() > 0) {
                terminal.mistake(
                        file.name() + ": " + file.failed() + " of its own tests failed; `portcullis test` says why");
            }
        }
    }

    private void print(WrittenTests written) {
        MissingTestsFile missing = written.missing();
        Optional<String> place = written.place();
        if (place.isEmpty()) {
            terminal.out().print(missing.block());
            return;
        }
        int count = missing.tests().size();
        if (count == 0) {
            terminal.line(written.file() + ": no test is missing that could be written");
        } else {
            terminal.lines(Paragraph.hanging(
                    "",
                    place.get() + ": " + count + (count == 1 ? " test" : " tests")
                            + " written; they show what the policy does, not what it should do, so read them",
                    Table.WIDTH));
        }
        terminal.line("coverage " + CoverageReport.words(written.before())
                + (count == 0 ? "" : ", with them " + CoverageReport.words(written.after())));
        if (!missing.refused().isEmpty()) {
            terminal.line("not written:");
            missing.refused().forEach(reason -> terminal.lines(Paragraph.hanging("  ", reason, Table.WIDTH)));
        }
    }

    private static Json document(List<FileRun> files, List<WrittenTests> written) {
        return JsonObject.builder()
                .put("files", files.stream().map(file -> file(file, written)).toList())
                .build();
    }

    private static Json file(FileRun file, List<WrittenTests> written) {
        JsonObject.Builder document = JsonObject.builder()
                .put("file", file.name())
                .put("compiled", file.compilation().pack().isPresent());
        for (WrittenTests done : written) {
            if (done.file().equals(file.name())) {
                document.put(
                                "written",
                                JsonArray.texts(done.missing().tests().stream()
                                        .map(PolicyTest::name)
                                        .toList()))
                        .put("notWritten", JsonArray.texts(done.missing().refused()))
                        .put("percentBefore", done.before().percent())
                        .put("percentAfter", done.after().percent());
                done.place().ifPresent(place -> document.put("place", place));
                if (done.place().isEmpty()) {
                    document.put("text", done.missing().block());
                }
            }
        }
        return document.build();
    }
}
