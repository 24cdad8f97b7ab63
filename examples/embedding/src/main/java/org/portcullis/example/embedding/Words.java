package org.portcullis.example.embedding;

import java.util.Locale;
import org.portcullis.engine.flow.Instruction;
import org.portcullis.engine.flow.OrderView;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** Says what the engine answered, as the example prints it. */
final class Words {
    private Words() {}

    static String of(Outcome outcome) {
        return outcome.match(new Outcome.Cases<>() {
            @Override
            public String blocked(Outcome.Blocked blocked) {
                return "blocked";
            }

            @Override
            public String waiting(Outcome.Waiting waiting) {
                int warnings = waiting.submission().outstanding().size();
                int votes = waiting.submission()
                        .hold()
                        .map(hold -> hold.votes().size())
                        .orElse(0);
                int needed = waiting.submission()
                        .hold()
                        .map(hold -> hold.hold().peopleNeeded())
                        .orElse(0);
                return "waits: " + count(warnings, "warning") + ", " + votes + " of " + count(needed, "signature");
            }

            @Override
            public String released(Outcome.Released released) {
                return "released: lines " + released.token().lines().text();
            }

            @Override
            public String ended(Outcome.Ended ended) {
                return "over: " + ended.submission().phase();
            }

            @Override
            public String admitted(Outcome.Admitted admitted) {
                return "let through: lines " + admitted.lines().text();
            }

            @Override
            public String recorded(Outcome.Recorded recorded) {
                return "recorded";
            }

            @Override
            public String estimated(Outcome.Estimated estimated) {
                return estimated.far() ? "estimate recorded, far off" : "estimate recorded";
            }

            @Override
            public String petitioned(Outcome.Petitioned petitioned) {
                return "petition " + petitioned.petition().id() + ": "
                        + petitioned.petition().hold().votes().size() + " of "
                        + count(petitioned.petition().hold().hold().peopleNeeded(), "signature");
            }

            @Override
            public String refused(Outcome.Refused refused) {
                return "refused, " + refused.code() + ": " + refused.sentence();
            }
        });
    }

    static String of(Instruction instruction) {
        return instruction.match(new Instruction.Cases<>() {
            @Override
            public String suspend(Instruction.Suspend suspend) {
                return "suspend " + String.join(", ", suspend.orders()) + ": "
                        + suspend.stop().message();
            }

            @Override
            public String resume(Instruction.Resume resume) {
                return "resume " + String.join(", ", resume.orders());
            }

            @Override
            public String cancel(Instruction.Cancel cancel) {
                return "cancel " + String.join(", ", cancel.orders()) + ": " + cancel.reason();
            }

            @Override
            public String tell(Instruction.Tell tell) {
                return "tell " + String.join(", ", tell.people()) + ": " + tell.message();
            }
        });
    }

    static String of(OrderView order) {
        return order.id() + " is " + order.phase().word() + ", "
                + String.format(Locale.ROOT, "%,d", order.executedMicros() / Exact.ONE)
                + " shares executed for "
                + order.executedNotionalMicros().stream()
                        .mapToObj(micros -> ValueText.readable(new Value.Money(micros, BasketOfThree.USD)))
                        .findFirst()
                        .orElse("an amount that is not known");
    }

    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
