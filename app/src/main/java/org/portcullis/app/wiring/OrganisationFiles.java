package org.portcullis.app.wiring;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.portcullis.app.terminal.Problems;
import org.portcullis.app.terminal.RefusedFile;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.model.calendar.TradingCalendars;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.organisation.file.OrganisationFile;

/** Reads organisation files from the disk. */
public final class OrganisationFiles {
    private OrganisationFiles() {}

    /**
     * Reads one file.
     *
     * @param shown what problems call the file
     * @throws UserMistake if there is no such file or it cannot be read
     * @throws RefusedFile if something is wrong with it
     */
    public static Organisation read(Path file, String shown, TradingCalendars library) {
        byte[] content = NamedFile.read(file, shown, "the organisation file");
        return OrganisationFile.read(content, shown, library.names()).match(organisation -> organisation, faults -> {
            throw new RefusedFile(
                    new Problems(new SourceText(shown, new String(content, StandardCharsets.UTF_8)), faults));
        });
    }
}
