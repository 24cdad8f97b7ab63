package org.portcullis.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.app.wiring.Secrets;

/**
 * A page of `docs` whose fenced blocks are files and runs: `json NAME` is a file, and a block that begins with `portcullis` shows what that command prints.
 *
 * <p>A line `…` in a shown answer stands for lines left out. Run the tests with `-Dportcullis.docs.rewrite=true` to write the answers anew, whole, and see the difference.
 */
record DocumentedRuns(Path page, Path folder) {
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+) ([^\\n]+)\\n(.*?)^```$");
    private static final String GAP = "…";

    /** One shown run that differs from what the command prints. */
    record Difference(String command, String shown, String printed) {}

    List<Difference> differences() throws IOException {
        String text = Files.readString(page);
        List<MatchResult> blocks = FENCE.matcher(text).results().toList();
        for (MatchResult block : blocks) {
            if (!isRun(block)) {
                Path file = folder.resolve(block.group(2));
                Files.writeString(file, block.group(3));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        List<Difference> differences = new ArrayList<>();
        StringBuilder rewritten = new StringBuilder();
        int written = 0;
        for (MatchResult block : blocks) {
            rewritten.append(text.substring(written, block.start(3)));
            written = block.end(3);
            String shown = block.group(3);
            if (isRun(block)) {
                Ran ran = new CommandLineFixture(folder, StatedRandom.of(block.group(2)), Secrets.NONE)
                        .run(arguments(block.group(2)));
                String printed = ran.out() + ran.err();
                if (!shows(shown, printed)) {
                    differences.add(new Difference(block.group(2), shown, printed));
                    shown = printed;
                }
            }
            rewritten.append(shown);
        }
        rewritten.append(text.substring(written));
        if (Boolean.getBoolean("portcullis.docs.rewrite")) {
            Files.writeString(page, rewritten.toString());
        }
        return differences;
    }

    private static boolean isRun(MatchResult block) {
        return block.group(2).startsWith("portcullis ");
    }

    private static String[] arguments(String command) {
        return command.substring("portcullis ".length()).split(" ", -1);
    }

    /** The parts between gaps stand in the answer in their order, and the whole where there is no gap. */
    private static boolean shows(String shown, String printed) {
        String[] parts = ("\n" + shown).split("(?m)^\\s*" + GAP + "\\n", -1);
        if (parts.length == 1) {
            return shown.equals(printed);
        }
        String rest = "\n" + printed;
        for (String part : parts) {
            int at = rest.indexOf(part);
            if (at < 0) {
                return false;
            }
            rest = rest.substring(at + part.length());
        }
        return true;
    }
}
