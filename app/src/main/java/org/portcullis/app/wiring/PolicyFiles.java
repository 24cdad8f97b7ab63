package org.portcullis.app.wiring;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.model.control.Role;
import org.portcullis.organisation.calendar.LibraryCalendars;

/** Compiles policy files against the catalogue of provisions. */
public final class PolicyFiles {
    private final CompilerSettings settings;
    private final LibraryCalendars calendars;

    private PolicyFiles(CompilerSettings settings, LibraryCalendars calendars) {
        this.settings = settings;
        this.calendars = calendars;
    }

    /** Checks citations against {@code catalogue}, dates against {@code asOf}, and the names of calendars. */
    public static PolicyFiles checkedAgainst(ProvisionCatalogue catalogue, LocalDate asOf) {
        LibraryCalendars calendars = LibraryCalendars.load();
        return new PolicyFiles(CompilerSettings.of(catalogue, asOf).withCalendars(calendars), calendars);
    }

    /** The same with a directory: a role that nobody holds is then an error. */
    public PolicyFiles withKnownRoles(Collection<Role> roles) {
        return new PolicyFiles(settings.withKnownRoles(roles), calendars);
    }

    /**
     * The same with an organisation file.
     *
     * @param shown what problems call the file
     * @throws UserMistake if there is no such file or it cannot be read
     * @throws org.portcullis.app.terminal.RefusedFile if something is wrong with it
     */
    public PolicyFiles withOrganisation(Path file, String shown) {
        return new PolicyFiles(
                settings.withOrganisation(OrganisationFiles.read(file, shown, calendars), calendars), calendars);
    }

    /**
     * Compiles one file with what it names in its folder and below.
     *
     * @param shown what diagnostics call the file
     * @throws UserMistake if there is no such file or it cannot be read
     */
    public Compilation compile(Path file, String shown) {
        return compile(read(file, shown), file, shown);
    }

    /** Compiles what a file holds, or would hold, with what it names in its folder and below. */
    public Compilation compile(byte[] content, Path file, String shown) {
        Path folder = file.toAbsolutePath().getParent();
        CompilerSettings reaching = folder == null ? settings : settings.withFiles(new FolderFiles(folder));
        return PolicyCompiler.compile(content, shown, reaching);
    }

    /**
     * Reads one file.
     *
     * @param shown what the mistake calls the file
     * @throws UserMistake if there is no such file or it cannot be read
     */
    public static byte[] read(Path file, String shown) {
        return NamedFile.read(file, shown, "the policy files");
    }
}
