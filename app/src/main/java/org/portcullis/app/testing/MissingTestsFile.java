package org.portcullis.app.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.format.layout.FormatResult;
import org.portcullis.compiler.format.layout.PolicyFormatter;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.policytest.PolicyTests;
import org.portcullis.engine.policytest.coverage.Proposal;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;

/**
 * The text of the missing tests of one policy, and the policy with that text at its end.
 *
 * <p>What is written compiles and passes: the whole text is compiled and run first. What stands in the policy already is kept byte for byte.
 *
 * @param tests the tests that are written
 * @param refused what is not written and why, one sentence each
 * @param block the sentences of the tests, ending with a line feed; empty if there are none
 */
public record MissingTestsFile(List<PolicyTest> tests, List<String> refused, String block) {
    private static final String NOTE = "-- generated: shows what the policy does, not what it should do; read it";

    /** The formatter reads whole policies: any header does, and is cut off again. */
    private static final String ANY_HEADER =
            "policy \"any\" language 1 version 1.0.0 owner \"any\" effective from 2000-01-01 time zone UTC calendar ANY"
                    + " currency USD converted at ANY, stale after 1 day market data stale after 1 second"
                    + " missing data blocks.\n\n";

    public MissingTestsFile {
        tests = List.copyOf(tests);
        refused = List.copyOf(refused);
    }

    /**
     * Writes the tests that a measured file lacks.
     *
     * @param policy the file's bytes
     * @param compiler compiles a text that takes the file's place
     */
    public static MissingTestsFile of(MeasuredFile measured, byte[] policy, Function<byte[], Compilation> compiler) {
        List<String> refused = new ArrayList<>(measured.proposals().stream()
                .flatMap(proposal -> refusal(proposal).stream())
                .distinct()
                .toList());
        List<PolicyTest> tests = measured.missingTests();
        if (!holds(tests, policy, compiler)) {
            List<PolicyTest> holding = tests.stream()
                    .filter(test -> holds(List.of(test), policy, compiler))
                    .toList();
            tests.stream()
                    .filter(test -> !holding.contains(test))
                    .forEach(test -> refused.add(test.name() + ": the policy does not compile or pass with it"));
            tests = holding;
        }
        return new MissingTestsFile(tests, refused, text(tests));
    }

    /** What is appended to the policy: an empty line and the tests, in the line ends that the policy has. */
    public byte[] continuing(byte[] policy) {
        String text = new String(policy, StandardCharsets.UTF_8);
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        String gap = text.isEmpty() || text.endsWith("\n") ? lineEnd : lineEnd + lineEnd;
        return (gap + block.replace("\n", lineEnd)).getBytes(StandardCharsets.UTF_8);
    }

    /** The policy with the tests at its end. */
    public byte[] appendedTo(byte[] policy) {
        byte[] more = continuing(policy);
        byte[] whole = Arrays.copyOf(policy, policy.length + more.length);
        System.arraycopy(more, 0, whole, policy.length, more.length);
        return whole;
    }

    private static Optional<String> refusal(Proposal proposal) {
        return proposal.reason()
                .map(reason ->
                        proposal.cell().control() + ": " + proposal.cell().words() + ": " + reason);
    }

    private static boolean holds(List<PolicyTest> tests, byte[] policy, Function<byte[], Compilation> compiler) {
        byte[] whole = new MissingTestsFile(tests, List.of(), text(tests)).appendedTo(policy);
        Optional<PolicyPack> pack = compiler.apply(whole).pack();
        return pack.isPresent() && passes(pack.get(), tests);
    }

    private static boolean passes(PolicyPack pack, List<PolicyTest> tests) {
        PolicyTests runner = PolicyTests.on(DroolsEvaluator.factory(), pack);
        List<String> names = tests.stream().map(PolicyTest::name).toList();
        return pack.tests().stream()
                .filter(test -> names.contains(test.name()))
                .allMatch(test -> runner.run(test).passed());
    }

    private static String text(List<PolicyTest> tests) {
        if (tests.isEmpty()) {
            return "";
        }
        String text = tests.stream()
                .map(test -> NOTE + "\n" + TestSentence.canonical(test) + "\n")
                .collect(Collectors.joining("\n"));
        return PolicyFormatter.format(new SourceText("generated tests", ANY_HEADER + text))
                .match(new FormatResult.Cases<>() {
                    @Override
                    public String formatted(FormatResult.Formatted result) {
                        return result.text().substring(result.text().indexOf(NOTE));
                    }

                    // What cannot be laid out is tried as it is; the compiler then says what is wrong with it.
                    @Override
                    public String refused(FormatResult.Refused result) {
                        return text;
                    }
                });
    }
}
