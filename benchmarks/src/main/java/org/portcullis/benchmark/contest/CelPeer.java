package org.portcullis.benchmark.contest;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Google's CEL for Java: each control a checked expression; the desk's expressions one after the other. */
final class CelPeer implements Contender {
    private final Map<String, List<Program>> byDesk;

    private record Program(int number, CelRuntime.Program program) {}

    CelPeer(int controls) {
        CelBuilder builder = CelFactory.plannerCelBuilder();
        DeskControl.NUMBERS.forEach(name -> builder.addVar(name, SimpleType.INT));
        DeskControl.TEXTS.forEach(name -> builder.addVar(name, SimpleType.STRING));
        DeskControl.SETS.forEach(name -> builder.addVar(name, MapType.create(SimpleType.STRING, SimpleType.BOOL)));
        Cel cel = builder.build();
        byDesk = DeskControl.byDesk(controls, control -> new Program(control.number(), program(cel, control)));
    }

    private static CelRuntime.Program program(Cel cel, DeskControl control) {
        try {
            return cel.createProgram(cel.compile(control.expression()).getAst());
        } catch (CelValidationException | CelEvaluationException refused) {
            throw new IllegalStateException("CEL refuses `" + control.expression() + "`", refused);
        }
    }

    @Override
    public void check(TradeOrder order, Breaches breaches) {
        CelVariableResolver variables = name -> Optional.of(DeskControl.value(order, name));
        try {
            for (Program each : byDesk.getOrDefault(order.desk(), List.of())) {
                if (Boolean.TRUE.equals(each.program.eval(variables))) {
                    breaches.add(each.number);
                }
            }
        } catch (CelEvaluationException failed) {
            throw new IllegalStateException("CEL failed on order " + order.id(), failed);
        }
    }
}
