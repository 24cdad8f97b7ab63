package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** LibreOffice, as an auditor's office has it. Where PORTCULLIS_OFFICE is `required`, a test fails that cannot have it. */
final class Office {
    private Office() {}

    /** Leaves the test out where there is no LibreOffice and none is required. */
    static void assumeThere() {
        boolean required = "required".equals(System.getenv("PORTCULLIS_OFFICE"));
        assumeTrue(required || isOnPath(), "no soffice on the PATH");
    }

    /** Opens a workbook under a profile of its own, saves it again under its name in another folder, and gives what was said meanwhile. */
    static String saveAgain(Path workbook, Path profile, Path folder) throws IOException, InterruptedException {
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + profile.toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        folder.toString(),
                        workbook.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(office.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, office.waitFor(), said);
        return said;
    }

    private static boolean isOnPath() {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "soffice")));
    }
}
