package org.portcullis.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.ProfileFiles;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.app.wiring.WorkbookFile;
import org.portcullis.journal.anchor.TimestampCheck;
import org.portcullis.journal.anchor.WitnessPolicy;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.load.ProfileLoader;
import org.portcullis.report.HandedPolicy;
import org.portcullis.vault.OpeningSource;
import org.portcullis.vault.VaultFailure;
import org.portcullis.vault.VaultFolder;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command asks for that derives something from a journal for a reader who is not in the room. */
final class EvidenceOptions {

    @Parameters(paramLabel = "JOURNAL", description = "the folder of the journal")
    private String folder = "";

    @Option(
            names = "--entity",
            paramLabel = "NAME",
            description = "the legal entity on the cover (${DEFAULT-VALUE})",
            defaultValue = "not stated")
    private String entity = "";

    @Option(
            names = "--desk",
            paramLabel = "NAME",
            description = "the desk on the cover (${DEFAULT-VALUE})",
            defaultValue = "all desks")
    private String desk = "";

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "the first instant of the period, such as 2022-05-02T00:00:00Z (the first entry)")
    private Optional<Instant> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "the first instant after the period (just after the last entry)")
    private Optional<Instant> to = Optional.empty();

    @Option(
            names = "--requested-by",
            paramLabel = "NAME",
            description = "who asks for it (${DEFAULT-VALUE})",
            defaultValue = "not stated")
    private String requestedBy = "";

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "the witnesses that you trust, for the assurance on the cover")
    private Optional<String> policy = Optional.empty();

    @Option(
            names = "--tsa",
            paramLabel = "FILE",
            description = "the certificate of the timestamp authority that you trust, for the same")
    private Optional<String> authority = Optional.empty();

    @Option(
            names = "--notice",
            paramLabel = "TEXT",
            description = "what has to be said of all figures, for example that they are synthetic")
    private Optional<String> notice = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "the provisions that the clause matrix lists: uk-algorithmic-trading, pra-firm,"
                    + " rts6-self-assessment, or a file of yours that ends in .yaml (${DEFAULT-VALUE})",
            defaultValue = ProfileLoader.DEFAULT)
    private String profile = "";

    @Option(
            names = "--vault",
            paramLabel = "DIR",
            description =
                    "the journal's vault: people are shown by name; without it by pseudonym, and their words as [withheld]")
    private Optional<String> vault = Optional.empty();

    /** Gives the folder of the journal as it was typed. */
    String folder() {
        return folder;
    }

    /** Refuses a file that is there and a period that ends before it begins. */
    void check(Path file, String out) {
        if (Files.exists(file)) {
            throw new UserMistake(out + ": is there already; nothing is overwritten, so name another file with --out");
        }
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new UserMistake("the period ends at " + to.get() + ", not after its beginning at " + from.get());
        }
    }

    /**
     * Gives what is asked for; files that it names are read.
     *
     * @param sample how many decisions a workbook draws for a tester
     * @param handed policies that were handed over as those in force
     */
    WorkbookFile.Wanted wanted(
            Surroundings surroundings,
            ProvisionCatalogue catalogue,
            String verifyCommand,
            int sample,
            List<HandedPolicy> handed)
            throws IOException, VaultFailure {
        return new WorkbookFile.Wanted(
                entity,
                desk,
                from,
                to,
                requestedBy,
                surroundings.clock().instant(),
                verifyCommand,
                TrustedFile.read(surroundings, policy, WitnessPolicy::read).orElse(WitnessPolicy.none()),
                TrustedFile.read(surroundings, authority, TimestampCheck::trusting).stream()
                        .toList(),
                notice,
                ProfileFiles.read(surroundings, profile, catalogue),
                vault.isEmpty() ? OpeningSource.NONE : VaultFolder.at(surroundings.path(vault.get())),
                sample,
                handed);
    }
}
