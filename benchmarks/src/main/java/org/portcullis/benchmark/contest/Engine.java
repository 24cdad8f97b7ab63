package org.portcullis.benchmark.contest;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.googlecode.aviator.AviatorEvaluator;
import dev.cel.bundle.CelFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.jexl3.JexlEngine;
import org.drools.modelcompiler.KieBaseBuilder;
import org.evrete.KnowledgeService;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.model.control.Stage;

/** The engines of the contest. */
public enum Engine {
    HAND_WRITTEN("hand-written Java, breaches and counts"),
    HAND_WRITTEN_BREACHES("hand-written Java, breaches alone"),
    PORTCULLIS("Portcullis on Drools, as it ships"),
    REFERENCE("Portcullis' reference interpreter"),
    STATEFUL_SESSION("Drools, a stateful session kept by the thread"),
    STATELESS_SESSION("Drools, a stateless session"),
    AVIATOR("Aviator"),
    JEXL("Commons JEXL"),
    CEL("CEL"),
    EVRETE("Evrete"),
    CEDAR("Cedar, through JNI");

    private final String words;

    Engine(String words) {
        this.words = words;
    }

    /** The engine as people know it. */
    public String words() {
        return words;
    }

    /** The engines that have more than one desk's controls and an index of their own. */
    public static List<Engine> scaling() {
        return List.of(HAND_WRITTEN, PORTCULLIS, STATEFUL_SESSION, STATELESS_SESSION);
    }

    /** The name that benchmarks take as a parameter. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the engine of a parameter. */
    public static Engine of(String parameter) {
        return valueOf(parameter.toUpperCase(Locale.ROOT));
    }

    /** Loads the first so many controls of the contest. */
    public Contender load(int controls) {
        return switch (this) {
            case HAND_WRITTEN -> new HandWritten(controls, true);
            case HAND_WRITTEN_BREACHES -> new HandWritten(controls, false);
            case PORTCULLIS -> over(DroolsEvaluator.factory().load(PolicyText.compile(PolicyText.controls(controls))));
            case REFERENCE -> over(ReferenceEvaluator.of(PolicyText.compile(PolicyText.controls(controls))));
            case STATEFUL_SESSION -> DroolsSessions.stateful(controls);
            case STATELESS_SESSION -> DroolsSessions.stateless(controls);
            case AVIATOR -> new AviatorPeer(controls);
            case JEXL -> new JexlPeer(controls);
            case CEL -> new CelPeer(controls);
            case EVRETE -> new EvretePeer(controls);
            case CEDAR -> new CedarPeer(controls);
        };
    }

    /** The file of the library that does the work, whose name tells its version; empty where it is our own code or the JDK. */
    public Optional<String> library() {
        return switch (this) {
            case HAND_WRITTEN, HAND_WRITTEN_BREACHES, REFERENCE -> Optional.empty();
            case PORTCULLIS, STATEFUL_SESSION, STATELESS_SESSION -> jar(KieBaseBuilder.class);
            case AVIATOR -> jar(AviatorEvaluator.class);
            case JEXL -> jar(JexlEngine.class);
            case CEL -> jar(CelFactory.class);
            case EVRETE -> jar(KnowledgeService.class);
            case CEDAR -> jar(BasicAuthorizationEngine.class);
        };
    }

    private static Optional<String> jar(Class<?> library) {
        return Optional.ofNullable(library.getProtectionDomain().getCodeSource())
                .map(source ->
                        Path.of(source.getLocation().getPath()).getFileName().toString());
    }

    private static Contender over(Evaluator evaluator) {
        return (order, breaches) -> evaluator.evaluate(order.facts(), Stage.ENTERED, Tier.ORDERS, breaches);
    }
}
