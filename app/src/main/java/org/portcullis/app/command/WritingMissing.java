package org.portcullis.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import java.util.function.IntSupplier;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.testing.FileRun;
import org.portcullis.app.testing.MeasuredFile;
import org.portcullis.app.testing.MissingTestsFile;
import org.portcullis.app.testing.TestChoice;
import org.portcullis.app.testing.WrittenTests;
import org.portcullis.app.wiring.OutputFiles;
import org.portcullis.app.wiring.PolicyFiles;
import org.portcullis.app.wiring.PolicyPaths;
import org.portcullis.app.wiring.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options about writing missing tests, and the writing; mutable, filled in by the command line. */
final class WritingMissing {
    private static final String PRINT = "-";
    private static final String APPEND = "append";
    private static final String NOWHERE = "";

    @Option(
            names = "--write-missing",
            paramLabel = "-",
            arity = "0..1",
            parameterConsumer = OnlyADash.class,
            description = "append the missing tests to the policy; with =-, print them instead")
    private String place = NOWHERE;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "write the missing tests to a new file instead of the policy")
    private Optional<String> output = Optional.empty();

    /** Whether missing tests are to be written. */
    boolean isWanted() {
        return !place.equals(NOWHERE);
    }

    /** Refuses what cannot be done together. */
    void require(IntSupplier files, boolean watch) {
        if (!isWanted() && output.isPresent()) {
            throw new UserMistake("`--output` says where `--write-missing` writes; add `--write-missing`");
        }
        if (isWanted() && watch) {
            throw new UserMistake("`--write-missing` writes once; leave out `--watch`");
        }
        if (output.isPresent() && place.equals(PRINT)) {
            throw new UserMistake("`--write-missing=-` prints and `--output` writes; leave one of them out");
        }
        if (output.isPresent() && files.getAsInt() > 1) {
            throw new UserMistake("`--output` takes the tests of one policy, and " + files.getAsInt() + " are named");
        }
    }

    /** Writes what every file that compiles lacks. */
    List<WrittenTests> write(
            Surroundings surroundings, PolicyArguments policies, List<MeasuredFile> measured, TestChoice choice) {
        PolicyFiles compiler = policies.compiler(surroundings);
        List<WrittenTests> written = new ArrayList<>();
        for (PolicyPaths.Named policy : policies.named(surroundings)) {
            for (MeasuredFile file : measured) {
                if (file.file().equals(policy.shown())) {
                    written.add(write(surroundings, compiler, policy, file, choice));
                }
            }
        }
        return written;
    }

    private WrittenTests write(
            Surroundings surroundings,
            PolicyFiles compiler,
            PolicyPaths.Named policy,
            MeasuredFile file,
            TestChoice choice) {
        byte[] before = PolicyFiles.read(policy.file(), policy.shown());
        MissingTestsFile missing =
                MissingTestsFile.of(file, before, content -> compiler.compile(content, policy.file(), policy.shown()));
        FileRun after = FileRun.of(compiler.compile(missing.appendedTo(before), policy.file(), policy.shown()), choice);
        Optional<String> where = place.equals(PRINT) ? Optional.empty() : Optional.of(output.orElse(policy.shown()));
        if (where.isPresent() && !missing.tests().isEmpty()) {
            if (output.isPresent()) {
                OutputFiles.writeNew(surroundings.path(where.get()), where.get(), missing.block());
            } else {
                OutputFiles.append(policy.file(), where.get(), before, missing.continuing(before));
            }
        }
        return new WrittenTests(
                policy.shown(), where, missing, file.coverage().share(), MeasuredFile.share(after, choice));
    }

    /** Takes a dash and nothing else, so that the policy after `--write-missing` stays a policy. */
    static final class OnlyADash implements CommandLine.IParameterConsumer {
        @Override
        public void consumeParameters(
                Stack<String> arguments, CommandLine.Model.ArgSpec option, CommandLine.Model.CommandSpec command) {
            boolean dash = !arguments.isEmpty() && arguments.peek().equals(PRINT);
            option.setValue(dash ? arguments.pop() : APPEND);
        }
    }
}
