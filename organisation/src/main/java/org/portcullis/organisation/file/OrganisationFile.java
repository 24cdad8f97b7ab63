package org.portcullis.organisation.file;

import java.util.Collection;
import org.portcullis.organisation.calendar.LibraryCalendars;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.YamlText;

/**
 * Reads an organisation file: one YAML document with the firm's entities, places, desks, roles, people, keys, delegations and rotas.
 *
 * <p>Whatever the bytes are, the answer is an {@link OrganisationLoading} and never an exception. Reading has no effect; safe from several threads.
 */
public final class OrganisationFile {
    /** The largest file that is read. */
    public static final int MAX_BYTES = 4_000_000;

    private OrganisationFile() {}

    /** Reads the bytes of a file whose locations work by calendars of the library, or by those that the file declares. */
    public static OrganisationLoading read(byte[] bytes, String name) {
        return read(bytes, name, LibraryCalendars.load().names());
    }

    /**
     * Reads the bytes of a file.
     *
     * @param name what problems call the file: usually the path as the user gave it
     * @param calendars the names of the calendars that there are beside those that the file declares
     */
    public static OrganisationLoading read(byte[] bytes, String name, Collection<String> calendars) {
        Faults faults = new Faults();
        return new YamlText(name, MAX_BYTES, faults)
                .parse(bytes)
                .flatMap(root -> new OrganisationReading(faults, calendars).read(root))
                .<OrganisationLoading>map(OrganisationLoading.Loaded::new)
                .orElseGet(() -> new OrganisationLoading.Refused(faults.sorted()));
    }
}
