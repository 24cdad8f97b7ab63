package org.portcullis.engine.drools;

import java.util.ArrayDeque;
import java.util.Deque;
import org.drools.core.reteoo.CompositeObjectSinkAdapter;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSource;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Stage;

/**
 * Counts the hash tables that Drools built for a pack.
 *
 * @param atTheRoot how many networks look up a text first
 * @param below how many nodes further down look up a text
 */
record NetworkTables(int atTheRoot, int below) {

    static NetworkTables of(PolicyPack pack) {
        DroolsEvaluator evaluator = DroolsEvaluator.load(pack, new ConditionCompiler(Packs.USD), FactTests::digest);
        int roots = 0;
        int below = 0;
        for (Stage stage : Stage.values()) {
            for (Tier tier : Tier.values()) {
                Network network = evaluator.network(stage, tier);
                if (network != null) {
                    int root = hasTable(network.root()) ? 1 : 0;
                    roots += root;
                    below += tables(network.root()) - root;
                }
            }
        }
        return new NetworkTables(roots, below);
    }

    private static int tables(ObjectSource root) {
        int found = 0;
        Deque<ObjectSource> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            ObjectSource source = open.pop();
            found += hasTable(source) ? 1 : 0;
            for (ObjectSink sink : source.getObjectSinkPropagator().getSinks()) {
                if (sink instanceof ObjectSource below) {
                    open.push(below);
                }
            }
        }
        return found;
    }

    private static boolean hasTable(ObjectSource source) {
        return source.getObjectSinkPropagator() instanceof CompositeObjectSinkAdapter sinks
                && sinks.getHashedSinkMap() != null
                && !sinks.getHashedSinkMap().isEmpty();
    }
}
