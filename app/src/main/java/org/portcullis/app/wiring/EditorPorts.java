package org.portcullis.app.wiring;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.languageserver.port.ProvisionText;
import org.portcullis.languageserver.port.ServerPorts;
import org.portcullis.mapping.Corpus;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.citation.Citation;
import org.portcullis.organisation.calendar.LibraryCalendars;

/** Connects a language server with the catalogue, the clock and the evaluator that decides orders. */
public final class EditorPorts {
    private EditorPorts() {}

    /** The ports of a server that judges dates by the clock's day. */
    public static ServerPorts of(Surroundings surroundings) {
        ProvisionCatalogue catalogue = CatalogueLoader.embedded();
        LibraryCalendars calendars = LibraryCalendars.load();
        return new ServerPorts(
                () -> CompilerSettings.of(
                                catalogue,
                                LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC))
                        .withCalendars(calendars),
                DroolsEvaluator.factory(),
                new CatalogueText(catalogue));
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
