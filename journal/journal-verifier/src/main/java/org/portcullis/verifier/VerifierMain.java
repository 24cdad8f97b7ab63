package org.portcullis.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.portcullis.verifier.Options.Option;

/** Runs the verifier from the command line: exit status 0 for a valid journal, 1 for any other verdict, 2 for wrong usage. */
public final class VerifierMain {

    private static final int VALID = 0;
    private static final int NOT_VALID = 1;
    private static final int WRONG_USAGE = 2;

    private static final String USAGE = """
            usage: java -jar portcullis-journal-verifier.jar DIR [--key FILE] [--policy FILE] [--tsa FILE] [--earlier FILE]...
                        [--max-age DURATION --at INSTANT] [--openings FILE] [--json]
                   java -jar portcullis-journal-verifier.jar --proof FILE --entry FILE --key FILE [--policy FILE] [--json]
                   java -jar portcullis-journal-verifier.jar --export FILE --key FILE [--policy FILE] [--tsa FILE] [--earlier FILE]...
                        [--max-age DURATION --at INSTANT] [--openings FILE] [--json]
                   java -jar portcullis-journal-verifier.jar --page
              DIR             the journal directory, or the folder of a series of shards
              --key FILE      the verifier key (journal.vkey) from a copy kept elsewhere
              --policy FILE   a C2SP tlog-policy: the journals, the witnesses and how many of them are enough
              --tsa FILE      the certificate (PEM) of the timestamp authority, or of who certifies it
              --earlier FILE  a checkpoint copied away earlier, or an earlier export; the journal must extend it
              --max-age DURATION --at INSTANT
                              witnesses or timestamps must vouch for it at most that long before the instant
              --proof FILE    the .tlog-proof of one entry that was handed over without its journal
              --entry FILE    that entry
              --export FILE   a part of a journal that was handed over without the rest; of a series, the folder with its parts
              --entry-index N, --approval ID, --pack FINGERPRINT
                              with DIR or --export: also say what an entry has and how far it is assured, who signed an
                              approval and over what, or who put a policy in force; N in a series is such as 2022-05/17
              --openings FILE with DIR or --export: openings of people and words that were handed over; says how many open,
                              and shows them in what is asked beside
              --json          print the verdict as one JSON document
              --page          print a page that verifies in a browser, without a network
            exit status: 0 valid, 1 not valid, 2 wrong usage or unreadable files
            """;

    private VerifierMain() {}

    /** Runs it and ends the process. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    /** Runs it with the given streams and gives the exit status. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return VALID;
        }
        if (arguments.equals(List.of("--page"))) {
            return page(out);
        }
        String refusal;
        try {
            Options options = Options.parse(arguments);
            Answer answer = answer(options);
            out.print(options.has(Option.JSON) ? answer.json() : answer.text());
            return answer.isValid() ? VALID : NOT_VALID;
        } catch (WrongUsage wrong) {
            refusal = String.valueOf(wrong.getMessage());
        } catch (IOException unreadable) {
            refusal = "cannot read the journal: " + inWords(unreadable);
        } catch (UncheckedIOException unreadable) {
            refusal = "cannot read the journal: "
                    + inWords(Objects.requireNonNullElse(unreadable.getCause(), unreadable));
        }
        if (arguments.contains(Option.JSON.word())) {
            out.print(VerdictText.unreadable(refusal));
        } else {
            err.println("verify: " + refusal);
        }
        return WRONG_USAGE;
    }

    /** Says in one line what kept a file from being read. */
    private static String inWords(Throwable unreadable) {
        if (unreadable instanceof AccessDeniedException denied) {
            return "permission to read `" + denied.getFile() + "` is missing";
        }
        String reason = unreadable instanceof FileSystemException
                ? unreadable.toString()
                : String.valueOf(unreadable.getMessage());
        return reason.replaceAll("\\p{Cntrl}", "?");
    }

    private static int page(PrintStream out) {
        try (InputStream page = VerifierMain.class.getResourceAsStream("verify.html")) {
            out.writeBytes(Objects.requireNonNull(page, "verify.html").readAllBytes());
            return VALID;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Answer answer(Options options) throws WrongUsage, IOException {
        Inquiry question = options.inquiry();
        if (!options.has(Option.OPENINGS)) {
            return answer(options, question);
        }
        if (options.has(Option.PROOF) || options.has(Option.ENTRY)) {
            throw new WrongUsage("`--openings` needs a journal, a series or an export; --help shows the usage");
        }
        byte[] file = options.bytes(Option.OPENINGS);
        Path name = Options.path(options.value(Option.OPENINGS).orElse("")).getFileName();
        try {
            Openings openings = Openings.read(file, String.valueOf(name));
            return answer(options, new OpenedInquiry(openings, question));
        } catch (Rejection wrong) {
            return answer(options, question).unless(wrong);
        }
    }

    private static Answer answer(Options options, Inquiry inquiry) throws WrongUsage, IOException {
        if (options.has(Option.EXPORT)) {
            return exportAnswer(options, inquiry);
        }
        return Answer.of(verdict(options, inquiry), "", inquiry);
    }

    private static Verdict verdict(Options options, Inquiry inquiry) throws WrongUsage, IOException {
        if (options.has(Option.PROOF) || options.has(Option.ENTRY)) {
            return proofVerdict(options);
        }
        if (options.operands().size() != 1) {
            throw new WrongUsage("give one journal directory; --help shows the usage");
        }
        Path journal = Options.path(options.operands().get(0));
        if (!Files.isDirectory(journal)) {
            throw new WrongUsage("there is no directory `" + journal + "`");
        }
        options.requireNumberFor(Series.isOne(journal));
        return verifier(options).verify(journal, inquiry);
    }

    private static Answer exportAnswer(Options options, Inquiry inquiry) throws WrongUsage, IOException {
        boolean alone = options.operands().isEmpty() && !options.has(Option.PROOF) && !options.has(Option.ENTRY);
        if (!alone) {
            throw new WrongUsage("an export is verified alone; --help shows the usage");
        }
        Verifier verifier = verifier(options);
        if (!verifier.trustsAKey()) {
            throw new WrongUsage("an export takes --key, or a `log` line in the policy");
        }
        Path export = Options.path(options.value(Option.EXPORT).orElse(""));
        if (Files.isDirectory(export)) {
            options.requireNumberFor(true);
            SeriesExportVerdict verdict = verifier.verifySeriesExport(export, inquiry);
            return Answer.of(verdict.verdict(), verdict.exported(), inquiry);
        }
        if (!Files.isRegularFile(export)) {
            throw new WrongUsage("there is no file `" + export + "`");
        }
        options.requireNumberFor(false);
        ExportVerdict verdict = verifier.verifyExport(export, inquiry);
        return Answer.of(verdict.verdict(), verdict.exported(), inquiry);
    }

    private static Verdict proofVerdict(Options options) throws WrongUsage {
        boolean complete = options.has(Option.PROOF)
                && options.has(Option.ENTRY)
                && (options.has(Option.KEY) || options.has(Option.POLICY))
                && options.operands().isEmpty();
        if (!complete) {
            throw new WrongUsage("a proof of one entry takes --proof, --entry and --key; --help shows the usage");
        }
        String proof = options.text(Option.PROOF).orElse("");
        Verifier verifier = verifier(options);
        if (!verifier.trustsAKey()) {
            throw new WrongUsage("a proof of one entry takes --key, or a `log` line in the policy");
        }
        return verifier.verify(options.bytes(Option.ENTRY), proof);
    }

    /** Gives the verifier that the options of all uses describe. */
    static Verifier verifier(Options options) throws WrongUsage {
        Optional<String> key = options.text(Option.KEY);
        Optional<String> policy = options.text(Option.POLICY);
        Optional<String> authority = options.text(Option.TSA);
        Optional<Instant> oldest = options.oldest();
        try {
            Verifier verifier = key.map(Verifier::trusting).orElseGet(Verifier::withoutTrustedKey);
            for (String earlier : options.all(Option.EARLIER)) {
                for (String checkpoint : EarlierFile.checkpoints(Options.path(earlier))) {
                    verifier = verifier.extending(checkpoint);
                }
            }
            verifier = policy.isPresent() ? verifier.under(policy.get()) : verifier;
            verifier = authority.isPresent() ? verifier.timedBy(authority.get()) : verifier;
            return oldest.isPresent() ? verifier.notBefore(oldest.get()) : verifier;
        } catch (IllegalArgumentException malformed) {
            throw new WrongUsage(String.valueOf(malformed.getMessage()));
        }
    }
}
