package org.portcullis.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.verifier.VerifierMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Runs the stand-alone verifier with the arguments as they are; the same program runs without us as `java -jar`. */
@Command(
        name = "verify",
        customSynopsis = {
            "portcullis verify JOURNAL [--key FILE] [--policy FILE] [--earlier FILE]... [--json]",
            "       portcullis verify --export FILE --key FILE [--policy FILE] [--earlier FILE]... [--json]",
            "       portcullis verify --proof FILE --entry FILE --key FILE [--policy FILE] [--json]",
            "       portcullis verify workbook EVIDENCE.xlsx --journal JOURNAL --key FILE [--vault DIR] [--json]"
        },
        description = "Verify a journal with the stand-alone verifier, which shares no code with its writer,"
                + " and which takes every option of `java -jar portcullis-journal-verifier.jar`.",
        footer = {
            "  --key FILE      a verifier key that you have kept elsewhere",
            "  --policy FILE   the witnesses that you trust, and how many of them are enough",
            "  --tsa FILE      the certificate of the timestamp authority that you trust",
            "  --earlier FILE  a checkpoint that you kept earlier; the journal must extend it",
            "  --max-age DURATION --at INSTANT",
            "                  how old the newest word of a witness or an authority may be",
            "  --entry-index N, --approval ID, --pack FINGERPRINT",
            "                  also say what an entry has, who signed an approval, or who put a policy in force;",
            "                  N in a series of shards is such as 2022-05/17",
            "  --json          answer as one JSON document"
        })
final class VerifyCommand implements Callable<Integer> {
    /** The options whose value is no file. */
    private static final Set<String> NO_FILE = Set.of("--max-age", "--at", "--entry-index", "--approval", "--pack");

    private final Surroundings surroundings;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    private VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The command with the one that it leads to; a journal in a folder `workbook` is `./workbook`. */
    static CommandLine line(Surroundings surroundings) {
        CommandLine line = new CommandLine(new VerifyCommand(surroundings));
        line.addSubcommand("workbook", new VerifyWorkbookCommand(surroundings));
        return line;
    }

    @Override
    public Integer call() {
        List<String> handed = new ArrayList<>();
        String before = "";
        for (String argument : arguments) {
            boolean file = !argument.startsWith("-") && !NO_FILE.contains(before);
            handed.add(file ? fromHere(argument) : argument);
            before = argument;
        }
        return VerifierMain.run(
                handed, surroundings.terminal().out(), surroundings.terminal().err());
    }

    /** A key may stand in place of its file. */
    private String fromHere(String typed) {
        Path path = surroundings.path(typed);
        boolean key = typed.matches("[^+]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{44}") && !Files.exists(path);
        return key ? typed : path.toString();
    }
}
