package org.portcullis.app.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.DiagnosticInk;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.PolicyFiles;
import org.portcullis.app.wiring.PolicyPaths;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.compiler.diagnostic.DiagnosticJson;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;
import org.portcullis.compiler.format.layout.FormatResult;
import org.portcullis.compiler.format.layout.PolicyFormatter;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Formats policies in place, or says which ones are not formatted. */
@Command(
        name = "format",
        description = "Format policies in place: the canonical spelling, one clause a line, comments kept.")
final class FormatCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "policy files or folders, as for check; - formats the standard input to the standard output")
    private List<String> files = List.of();

    @Option(names = "--check", description = "write nothing; list the files that would change, with the first line")
    private boolean check;

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    FormatCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<FormatResult> results = new ArrayList<>();
        List<PolicyPaths.Named> policies = PolicyPaths.withParts(surroundings, files);
        for (PolicyPaths.Named policy : policies) {
            results.add(PolicyFormatter.format(content(policy), policy.shown()));
        }
        for (int at = 0; at < policies.size() && !check; at++) {
            write(policies.get(at), results.get(at));
        }
        if (json) {
            surroundings.terminal().json(document(results));
        } else {
            results.forEach(this::print);
        }
        return results.stream().allMatch(this::isGood) ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private byte[] content(PolicyPaths.Named policy) {
        if (!isStandardInput(policy.shown())) {
            return PolicyFiles.read(policy.file(), policy.shown());
        }
        try {
            return surroundings.input().readAllBytes();
        } catch (IOException unreadable) {
            throw new UserMistake("the standard input cannot be read: " + unreadable.getMessage());
        }
    }

    private static void write(PolicyPaths.Named policy, FormatResult result) {
        boolean changed = result instanceof FormatResult.Formatted formatted && formatted.changes();
        if (!changed || isStandardInput(policy.shown())) {
            return;
        }
        try {
            Files.writeString(policy.file(), ((FormatResult.Formatted) result).text());
        } catch (IOException unwritable) {
            throw new UserMistake(policy.shown() + ": cannot be written: " + unwritable.getMessage());
        }
    }

    private boolean isGood(FormatResult result) {
        return result instanceof FormatResult.Formatted formatted && !(check && formatted.changes());
    }

    /** Prints what there is to say; what a pipe takes for the formatted policy must not be diagnostics. */
    private void print(FormatResult result) {
        Terminal terminal = surroundings.terminal();
        result.match(new FormatResult.Cases<PrintStream>() {
            @Override
            public PrintStream formatted(FormatResult.Formatted formatted) {
                return terminal.out().append(text(formatted));
            }

            @Override
            public PrintStream refused(FormatResult.Refused refused) {
                String file = refused.source().name();
                String found = new DiagnosticRenderer(refused.source()).render(refused.diagnostics());
                boolean piped = isStandardInput(file) && !check;
                return (piped ? terminal.err() : terminal.out())
                        .append(piped ? found : new DiagnosticInk(terminal.ink()).paint(found))
                        .append("\n" + file + ": not formatted\n");
            }
        });
    }

    private String text(FormatResult.Formatted formatted) {
        String file = formatted.source().name();
        if (!check && isStandardInput(file)) {
            return formatted.text();
        }
        if (!formatted.changes()) {
            return "";
        }
        return check ? FirstChange.of(formatted).shown(file) : file + ": formatted\n";
    }

    private static boolean isStandardInput(String file) {
        return file.equals(STANDARD_INPUT);
    }

    private Json document(List<FormatResult> results) {
        List<Json> documents = new ArrayList<>();
        for (FormatResult result : results) {
            documents.add(result.match(new FormatResult.Cases<Json>() {
                @Override
                public Json formatted(FormatResult.Formatted formatted) {
                    return document(formatted);
                }

                @Override
                public Json refused(FormatResult.Refused refused) {
                    return JsonObject.builder()
                            .put("file", refused.source().name())
                            .put("outcome", "refused")
                            .put("diagnostics", DiagnosticJson.of(refused.source(), refused.diagnostics()))
                            .build();
                }
            }));
        }
        return JsonObject.builder().put("files", documents).build();
    }

    private Json document(FormatResult.Formatted formatted) {
        String file = formatted.source().name();
        JsonObject.Builder document = JsonObject.builder().put("file", file);
        if (!check && isStandardInput(file)) {
            document.put("text", formatted.text());
        }
        if (!formatted.changes()) {
            return document.put("outcome", "unchanged").build();
        }
        return document.put("outcome", check ? "would change" : "formatted")
                .put("line", FirstChange.of(formatted).line())
                .build();
    }

    /**
     * The first line that formatting changes; if line ends change and nothing else, the first one.
     *
     * @param line counted from 1
     * @param before the line as it is; nothing if the text ends before it
     * @param after the line as it will be
     */
    private record FirstChange(long line, String before, String after) {

        static FirstChange of(FormatResult.Formatted formatted) {
            List<String> before = formatted.source().text().lines().toList();
            List<String> after = formatted.text().lines().toList();
            for (int at = 0; at < Math.max(before.size(), after.size()); at++) {
                String was = at < before.size() ? before.get(at) : "";
                String is = at < after.size() ? after.get(at) : "";
                if (at >= before.size() || at >= after.size() || !was.equals(is)) {
                    return new FirstChange(at + 1L, was, is);
                }
            }
            return new FirstChange(1, "", "");
        }

        String shown(String file) {
            String place = file + ":" + line + ": ";
            return before.equals(after)
                    ? place + "would change, in line ends or empty lines alone\n"
                    : place + "would change\n  is       " + before + "\n  becomes  " + after + "\n";
        }
    }
}
