package org.portcullis.app.wiring;

import java.nio.charset.StandardCharsets;
import org.portcullis.app.terminal.Problems;
import org.portcullis.app.terminal.RefusedFile;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.mapping.load.ProfileLoader;

/** Finds profiles of coverage: those that are built in by their names, others by their files. */
public final class ProfileFiles {
    private ProfileFiles() {}

    /**
     * Reads a profile.
     *
     * @param typed the name of a built-in profile, or a file that ends in `.yaml`
     * @throws UserMistake if there is no such profile or file, or it cannot be read
     * @throws RefusedFile if something is wrong with the file
     */
    public static CoverageProfile read(Surroundings surroundings, String typed, ProvisionCatalogue catalogue) {
        if (ProfileLoader.BUILT_IN.contains(typed)) {
            return ProfileLoader.builtIn(typed, catalogue);
        }
        if (!typed.endsWith(".yaml")) {
            throw new UserMistake("there is no profile `" + typed + "`; name `"
                    + String.join("`, `", ProfileLoader.BUILT_IN) + "` or a file that ends in `.yaml`");
        }
        byte[] content = NamedFile.read(surroundings.path(typed), typed, "the profile");
        return ProfileLoader.read(typed, content, catalogue).match(profile -> profile, faults -> {
            throw new RefusedFile(
                    new Problems(new SourceText(typed, new String(content, StandardCharsets.UTF_8)), faults));
        });
    }
}
