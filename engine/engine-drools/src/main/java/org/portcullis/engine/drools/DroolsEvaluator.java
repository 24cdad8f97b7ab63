package org.portcullis.engine.drools;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.evaluate.EvaluationFailure;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;

/**
 * Evaluates a pack on Drools' alpha network: the evaluator of production.
 *
 * <p>One network per stage and tier, built when the pack is loaded and shared by all threads without locks. Evaluating allocates next to nothing and
 * reads nothing but the facts. Gives the findings of {@code ReferenceEvaluator}, which the differential test compares.
 */
public final class DroolsEvaluator implements Evaluator {
    private final PolicyPack pack;
    private final Map<Stage, Map<Tier, Network>> networks;
    private final ThreadLocal<FactsHandle> handles = ThreadLocal.withInitial(FactsHandle::new);

    private DroolsEvaluator(PolicyPack pack, Map<Stage, Map<Tier, Network>> networks) {
        this.pack = pack;
        this.networks = networks;
    }

    /**
     * Makes Drools evaluators.
     *
     * <p>{@link Evaluator.Factory#load} throws {@link IllegalArgumentException} that names the control if a condition compares what cannot be compared or
     * is nested too deeply, and {@link IllegalStateException} if two different tests would share a node of the network; then nothing is loaded.
     */
    public static Evaluator.Factory factory() {
        return pack -> load(pack, new ConditionCompiler(pack.header().currency()), FactTests::digest);
    }

    static DroolsEvaluator load(PolicyPack pack, CompiledCondition.Compiler compiler, UnaryOperator<String> naming) {
        Map<Stage, Map<Tier, List<Integer>>> indices = new EnumMap<>(Stage.class);
        for (int i = 0; i < pack.controls().size(); i++) {
            Control control = pack.controls().get(i);
            NetworkLayout.requireShallow(control);
            for (Stage stage : Stage.values()) {
                if (control.appliesAt(stage)) {
                    indices.computeIfAbsent(stage, any -> new EnumMap<>(Tier.class))
                            .computeIfAbsent(Obligation.tierOf(control), any -> new ArrayList<>())
                            .add(i);
                }
            }
        }
        Map<Stage, Map<Tier, Network>> networks = new EnumMap<>(Stage.class);
        indices.forEach((stage, byTier) -> byTier.forEach((tier, members) -> {
            FactTests tests = new FactTests(compiler, naming);
            Network network = Network.of(NetworkLayout.of(pack.controls(), members, tests));
            networks.computeIfAbsent(stage, any -> new EnumMap<>(Tier.class)).put(tier, network);
        }));
        return new DroolsEvaluator(pack, networks);
    }

    @Override
    public PolicyPack pack() {
        return pack;
    }

    @Override
    public void evaluate(Facts facts, Stage stage, Tier tier, FindingSink sink) {
        Network network = network(stage, tier);
        if (network == null) {
            return;
        }
        FactsHandle handle = handles.get();
        if (!handle.isFree()) {
            // The sink of an evaluation under way evaluates other facts.
            handle = new FactsHandle();
        }
        handle.take(facts, sink);
        try {
            network.propagate(handle);
        } catch (RuntimeException failure) {
            throw failureOf(network, failure);
        } finally {
            handle.release();
        }
    }

    @Nullable
    Network network(Stage stage, Tier tier) {
        Map<Tier, Network> byTier = networks.get(stage);
        return byTier == null ? null : byTier.get(tier);
    }

    private EvaluationFailure failureOf(Network network, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FactTest.FailedTest failed) {
                String names = network.controlsOf(failed.testId()).stream()
                        .map(index -> "`" + pack.controls().get(index).id() + "`")
                        .collect(Collectors.joining(", "));
                return new EvaluationFailure("control " + names + " cannot be evaluated", failure);
            }
        }
        return new EvaluationFailure("policy `" + pack.header().name() + "` cannot be evaluated", failure);
    }
}
