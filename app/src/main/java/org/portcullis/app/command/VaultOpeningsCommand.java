package org.portcullis.app.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.portcullis.app.people.CaseOpenings;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.JournalEntries;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.JsonObject;
import org.portcullis.vault.Opening;
import org.portcullis.vault.OpeningsFile;
import org.portcullis.vault.VaultFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands openings out. */
@Command(
        name = "openings",
        description = {
            "Write the openings of chosen people or cases to a file, for a verifier (--openings) or a regulator.",
            "Whoever has the file can show who they are; an erasure later does not reach it."
        })
final class VaultOpeningsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "VAULT", description = "the folder of the vault")
    private String folder = "";

    @Option(names = "--for", paramLabel = "FILE", required = true, description = "the file; must be new")
    private String file = "";

    @Option(names = "--person", paramLabel = "PERSON", description = "everything of this person: a pseudonym or an id")
    private List<String> people = new ArrayList<>();

    @Option(
            names = "--case",
            paramLabel = "CORRELATION",
            description = "the words in the entries of this submission, and who the people in them are; with --journal")
    private List<String> cases = new ArrayList<>();

    @Option(names = "--journal", paramLabel = "JOURNAL", description = "the folder of the journal")
    private Optional<String> journal = Optional.empty();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    VaultOpeningsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (people.isEmpty() && cases.isEmpty()) {
            throw new UserMistake("missing: --person PERSON or --case CORRELATION: whose openings are handed out");
        }
        VaultFolder vault = VaultFolder.at(surroundings.path(folder));
        List<Opening> openings = new ArrayList<>();
        for (String person : people) {
            Pseudonym found = vault.find(person)
                    .orElseThrow(
                            () -> new UserMistake("the vault knows nobody with the id or pseudonym `" + person + "`"));
            openings.addAll(vault.of(found));
        }
        int withheld = 0;
        for (String correlation : cases) {
            CaseOpenings found = openings(vault, correlation);
            openings.addAll(found.openings());
            withheld += found.withheld().size();
        }
        OpeningsFile handed = OpeningsFile.of(openings);
        write(surroundings.path(file), CanonicalJson.bytes(handed.toJson()));
        answer(handed.openings().size(), withheld);
        return ExitStatus.DONE;
    }

    private CaseOpenings openings(VaultFolder vault, String correlation) throws Exception {
        String beside = journal.orElseThrow(() -> new UserMistake("missing: --journal JOURNAL: where the case is"));
        Path entries = surroundings.journal(beside);
        CaseOpenings found = CaseOpenings.of(JournalEntries.of(entries), correlation, vault);
        if (found.openings().isEmpty() && found.withheld().isEmpty()) {
            throw new UserMistake("--case: no entry of `" + correlation + "` commits to anything");
        }
        return found;
    }

    private void answer(int openings, int withheld) {
        if (json) {
            surroundings
                    .terminal()
                    .json(JsonObject.builder()
                            .put("file", file)
                            .put("openings", openings)
                            .put("withheld", withheld)
                            .build());
            return;
        }
        surroundings.terminal().line("openings  " + openings + " in " + file);
        if (withheld > 0) {
            surroundings.terminal().line("withheld  " + withheld + ", which the vault does not open");
        }
    }

    private void write(Path target, byte[] bytes) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(
                target,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (FileAlreadyExistsException there) {
            throw new UserMistake(file + ": is there already; nothing is overwritten, so name another file with --for");
        }
    }
}
