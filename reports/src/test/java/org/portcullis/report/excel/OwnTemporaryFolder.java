package org.portcullis.report.excel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** Looks at the folder of temporary files, which the build makes this module's own. */
final class OwnTemporaryFolder {
    private OwnTemporaryFolder() {}

    /** Gives what an act has left there. */
    static List<Path> leftBy(Executable act) throws Exception {
        List<Path> before = folders();
        try {
            act.execute();
        } catch (Exception | Error failed) {
            throw failed;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
        return folders().stream().filter(each -> !before.contains(each)).toList();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("portcullis-workbook-"))
                    .toList();
        }
    }
}
