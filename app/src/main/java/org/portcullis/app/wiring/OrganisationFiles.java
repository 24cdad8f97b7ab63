package org.portcullis.app.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
        byte[] content = content(file, shown);
        return OrganisationFile.read(content, shown, library.names()).match(organisation -> organisation, faults -> {
            throw new RefusedFile(
                    new Problems(new SourceText(shown, new String(content, StandardCharsets.UTF_8)), faults));
        });
    }

    private static byte[] content(Path file, String shown) {
        if (Files.isDirectory(file)) {
            throw new UserMistake(shown + ": is a folder; name the organisation file in it");
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new UserMistake(shown + ": no such file");
        } catch (IOException unreadable) {
            throw new UserMistake(shown + ": cannot be read: " + unreadable.getMessage());
        }
    }
}
