package org.portcullis.report.excel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** Lets temporary files lie where no other process writes any. */
final class OwnTemporaryFolder {
    private static final String PROPERTY = "java.io.tmpdir";

    private OwnTemporaryFolder() {}

    /** Gives what an act has left there. */
    static List<Path> leftBy(Executable act) throws Exception {
        String usual = System.getProperty(PROPERTY);
        Path own = Files.createTempDirectory("portcullis-test-");
        System.setProperty(PROPERTY, own.toString());
        try {
            act.execute();
            return files(own);
        } catch (Exception | Error failed) {
            throw failed;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        } finally {
            System.setProperty(PROPERTY, usual);
            PrivateFolder.delete(own);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
