package org.portcullis.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.OutputFolder;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.journal.EntryNumber;
import org.portcullis.journal.JournalFolder;
import org.portcullis.journal.anchor.Anchors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands over one entry of a journal without the others. */
@Command(
        name = "proof",
        description =
                "Write one entry of a journal with the proof that it is in there, for somebody who has not the rest.")
final class ProofCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "JOURNAL", description = "the folder of the journal")
    private String folder = "";

    @Parameters(
            index = "1",
            paramLabel = "INDEX",
            description = "the number of the entry, from 0; in a series with its shard, such as 2022-05/17")
    private String index = "";

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "a new or empty folder to write to")
    private String out = "";

    ProofCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Path journal = surroundings.journal(folder);
        EntryNumber number = EntryNumber.read(index)
                .orElseThrow(() -> new UserMistake(
                        "INDEX: `" + index + "` is not the number of an entry, such as 17, or 2022-05/17 in a series"));
        JournalFolder.Shard shard;
        String proof;
        byte[] entry;
        try {
            shard = JournalFolder.at(journal).shardOf(number);
            proof = shard.directory().proof(number.index());
            entry = shard.directory().entryBytes(number.index());
        } catch (IllegalArgumentException notThere) {
            throw new UserMistake(folder + ": " + notThere.getMessage());
        }
        write(shard, number, proof, entry);
        return ExitStatus.DONE;
    }

    private void write(JournalFolder.Shard shard, EntryNumber number, String proof, byte[] entry) throws IOException {
        Path target = OutputFolder.named(surroundings.path(out), out);
        String name = "entry-" + number.toString().replace('/', '-');
        Path entryFile = target.resolve(name + ".json");
        Path proofFile = target.resolve(name + ".tlog-proof");
        Files.write(entryFile, entry);
        Files.writeString(proofFile, Anchors.withCosignatures(shard.path(), proof), StandardCharsets.UTF_8);
        surroundings.terminal().line("entry   " + surroundings.shown(entryFile));
        surroundings.terminal().line("proof   " + surroundings.shown(proofFile));
        surroundings
                .terminal()
                .line("verify  portcullis verify --proof " + surroundings.shown(proofFile) + " --entry "
                        + surroundings.shown(entryFile) + " --key FILE"
                        + (shard.month().isEmpty() ? "" : ", with the key of shard " + shard.month()));
    }
}
