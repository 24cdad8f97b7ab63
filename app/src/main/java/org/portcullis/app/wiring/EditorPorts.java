package org.portcullis.app.wiring;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.source.FileSource;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.languageserver.port.ProvisionText;
import org.portcullis.languageserver.port.ServerPorts;
import org.portcullis.mapping.Corpus;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.organisation.calendar.LibraryCalendars;

/** Connects a language server with the catalogue, the clock and the evaluator that decides orders. */
public final class EditorPorts {
    private EditorPorts() {}

    /**
     * The ports of a server that judges dates by the clock's day.
     *
     * @param organisation the organisation file that policies are checked against, as the user named it; it is read once
     * @throws org.portcullis.app.terminal.UserMistake if there is no such file or it cannot be read
     * @throws org.portcullis.app.terminal.RefusedFile if something is wrong with it
     */
    public static ServerPorts of(Surroundings surroundings, Optional<String> organisation) {
        ProvisionCatalogue catalogue = CatalogueLoader.embedded();
        LibraryCalendars calendars = LibraryCalendars.load();
        Optional<Organisation> firm =
                organisation.map(file -> OrganisationFiles.read(surroundings.path(file), file, calendars));
        return new ServerPorts(
                () -> {
                    LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
                    CompilerSettings settings =
                            CompilerSettings.of(catalogue, today).withCalendars(calendars);
                    return firm.map(known -> settings.withOrganisation(known, calendars))
                            .orElse(settings);
                },
                DroolsEvaluator.factory(),
                new CatalogueText(catalogue),
                EditorPorts::folder);
    }

    /** The files beside a document that is a file; nothing beside one that was never saved. */
    private static FileSource folder(String uri) {
        try {
            Path folder = Path.of(new URI(uri)).getParent();
            return folder == null ? FileSource.NONE : new FolderFiles(folder);
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noFile) {
            return FileSource.NONE;
        }
    }

    /** Tells provisions in the words of the catalogue. */
    private record CatalogueText(ProvisionCatalogue catalogue) implements ProvisionText {
        @Override
        public Optional<Entry> find(Citation citation) {
            return catalogue.find(citation).map(CatalogueText::entry);
        }

        @Override
        public Optional<String> corpus(String name) {
            return catalogue.corpus(name).map(Corpus::title);
        }

        private static Entry entry(Provision provision) {
            return new Entry(
                    provision.segment(),
                    provision.paraphrase().text(),
                    provision.sureness().meaning(),
                    provision.inForce().text());
        }
    }
}
