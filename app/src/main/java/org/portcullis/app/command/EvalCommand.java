package org.portcullis.app.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.portcullis.app.eval.Answer;
import org.portcullis.app.eval.AnswerJson;
import org.portcullis.app.eval.AnswerText;
import org.portcullis.app.eval.Mistakes;
import org.portcullis.app.eval.OrderFile;
import org.portcullis.app.eval.OrderQuestion;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.control.Stage;
import org.portcullis.report.register.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a policy about one order or basket. */
@Command(
        name = "eval",
        description = {
            "Ask a policy about one order or basket that a file states, and tell the whole answer.",
            "Ends with 0 where it is released, with or without warnings, and with 1 where it is held or blocked."
        })
final class EvalCommand implements Callable<Integer> {
    private static final List<String> STAGES =
            Arrays.stream(Stage.values()).map(EvalCommand::word).toList();

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "POLICY", description = "a policy file")
    private String policy = "";

    @Parameters(
            index = "1",
            paramLabel = "ORDER-FILE",
            description = "the order or basket, as JSON, or as CSV where the name ends with .csv; see docs/eval.md")
    private String orders = "";

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "entered, released, amended, sent-to-an-algo, working or executed (${DEFAULT-VALUE})",
            defaultValue = "released")
    private String stage = "";

    @Option(
            names = "--requester-roles",
            paramLabel = "ROLE",
            split = ",",
            description = "the roles of who submits, separated by commas, beside those that the file states")
    private List<String> requesterRoles = List.of();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "when the question is asked, such as 2026-12-01T09:00:00Z (what the file says, or now)")
    private Optional<Instant> at = Optional.empty();

    @Option(names = "--all", description = "tell also why controls are satisfied or do not apply")
    private boolean all;

    @Option(names = "--json", description = "answer as one JSON document, with every control's reasons")
    private boolean json;

    EvalCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Stage asked = stage();
        Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Mistakes mistakes = new Mistakes();
        OrderFile file = OrderFile.read(surroundings.path(orders), orders, mistakes);
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Optional<CompiledPolicies> compiled = CompiledPolicies.read(surroundings, List.of(policy), day);
        if (compiled.isEmpty()) {
            return ExitStatus.REFUSED;
        }
        Register register = only(compiled.get(), day);
        Instant instant = at.or(file::at).orElse(now);
        SubmissionFacts facts =
                new OrderQuestion(register.pack().header(), instant, mistakes).facts(file, requesterRoles);
        if (!mistakes.none()) {
            mistakes.lines().forEach(surroundings.terminal()::mistake);
            return ExitStatus.NOT_RUN;
        }
        Assessor assessor = Assessor.over(DroolsEvaluator.factory(), register.pack());
        Answer answer = Answer.of(orders, register, assessor, facts, asked, instant);
        if (json) {
            surroundings.terminal().json(AnswerJson.of(answer));
        } else {
            surroundings
                    .terminal()
                    .lines(AnswerText.lines(answer, surroundings.terminal().ink(), all));
        }
        return answer.isReleased() ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private Register only(CompiledPolicies compiled, LocalDate day) {
        List<Register> registers = compiled.registers(day);
        if (registers.size() != 1) {
            throw new UserMistake(policy + ": holds " + registers.size() + " policies: "
                    + registers.stream().map(Register::source).collect(Collectors.joining(", "))
                    + "; name the one that is asked");
        }
        return registers.get(0);
    }

    private Stage stage() {
        return Arrays.stream(Stage.values())
                .filter(known -> word(known).equals(stage))
                .findFirst()
                .orElseThrow(() -> new UserMistake("`" + stage + "` is no stage; "
                        + Spelling.didYouMean(stage, STAGES, "stages are " + String.join(", ", STAGES))));
    }

    /** `sent-to-an-algo` for the stage that policies write as `when sent to an algo`. */
    private static String word(Stage stage) {
        return stage.words().substring(stage.words().indexOf(' ') + 1).replace(' ', '-');
    }
}
