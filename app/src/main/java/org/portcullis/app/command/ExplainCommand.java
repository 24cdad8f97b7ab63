package org.portcullis.app.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.portcullis.app.explain.ControlChoice;
import org.portcullis.app.explain.ControlJson;
import org.portcullis.app.explain.ControlText;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.DiagnosticPages;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.register.ControlEntry;
import org.portcullis.report.register.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a diagnostic code, or controls of policies. */
@Command(
        name = "explain",
        description = {
            "Print what a diagnostic code means and how to cure it, or what a control of a policy is about.",
            "In the id of a control, `*` stands for any letters."
        })
final class ExplainCommand implements Callable<Integer> {
    private static final Pattern CODE = Pattern.compile("[Pp]\\d+");

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "CODE|CONTROL", description = "a code such as P0301, or a control's id")
    private String topic = "";

    @Parameters(
            index = "1..*",
            paramLabel = "FILE",
            arity = "0..*",
            description = "for a control: the policy files, or folders, that have it")
    private List<String> files = List.of();

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "for a control: the day for which it is explained, for example 2026-12-01 (today)")
    private Optional<LocalDate> on = Optional.empty();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return CODE.matcher(topic).matches() || files.isEmpty() ? code() : controls();
    }

    private Integer code() {
        String page = DiagnosticPages.find(topic).orElseThrow(this::unknown);
        if (json) {
            DiagnosticCode code = DiagnosticCode.byCode(topic.toUpperCase(java.util.Locale.ROOT))
                    .orElseThrow();
            surroundings
                    .terminal()
                    .json(JsonObject.builder()
                            .put("code", code.code())
                            .put("severity", code.severity().word())
                            .put("title", code.title())
                            .put("page", page)
                            .build());
        } else {
            surroundings.terminal().line(page.stripTrailing());
        }
        return ExitStatus.DONE;
    }

    private UserMistake unknown() {
        if (topic.contains("-") || ControlChoice.isPattern(topic)) {
            return new UserMistake("to explain the control `" + topic
                    + "`, name the policy files that have it, as in `portcullis explain " + topic + " desk.policy`");
        }
        List<String> codes =
                Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::code).toList();
        return new UserMistake("no diagnostic has the code `" + topic + "`; "
                + Spelling.didYouMean(topic, codes, "codes begin with P and have four digits, as in `P0301`"));
    }

    private Integer controls() {
        LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
        Optional<CompiledPolicies> policies = CompiledPolicies.read(surroundings, files, today);
        if (policies.isEmpty()) {
            return ExitStatus.REFUSED;
        }
        List<Register> registers = policies.get().registers(today);
        List<Register> then = on.map(policies.get()::registers).orElse(registers);
        List<JsonObject> documents = new ArrayList<>();
        List<List<String>> texts = new ArrayList<>();
        for (int at = 0; at < registers.size(); at++) {
            List<ControlEntry> onDay = ControlChoice.of(then.get(at), topic);
            for (ControlEntry entry : ControlChoice.of(registers.get(at), topic)) {
                ControlEntry later = onDay.stream()
                        .filter(other -> other.id().equals(entry.id()))
                        .findFirst()
                        .orElse(entry);
                documents.add(ControlJson.of(then.get(at), later));
                texts.add(new ControlText(
                                registers.get(at), surroundings.terminal().ink())
                        .lines(entry, then.get(at), later));
            }
        }
        if (documents.isEmpty()) {
            throw ControlChoice.none(registers, topic);
        }
        answer(documents, texts);
        return ExitStatus.DONE;
    }

    private void answer(List<JsonObject> documents, List<List<String>> texts) {
        if (json) {
            surroundings.terminal().json(ControlJson.document(documents));
            return;
        }
        for (int at = 0; at < texts.size(); at++) {
            if (at > 0) {
                surroundings.terminal().gap();
            }
            surroundings.terminal().lines(texts.get(at));
        }
    }
}
