package org.portcullis.engine.drools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.drools.base.base.ClassObjectType;
import org.drools.base.common.NetworkNode;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.AlphaTerminalNode;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSinkPropagator;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.core.reteoo.TerminalNode;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.model.DSL;
import org.drools.model.Index;
import org.drools.model.PatternDSL;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.measure.Measure;

/**
 * Is the alpha network of one stage and tier: built by Drools from its canonical model, used without a session.
 *
 * <p>Alpha nodes hold no memory, so all threads share it. Nothing changes it once it is built.
 */
final class Network {
    private static final String PACKAGE = "portcullis";
    // Above every id that Drools gives out while it builds.
    private static final int FIRST_NODE_ID = 1_000_000_000;

    private final ObjectTypeNode root;
    private final ObjectSinkPropagator entry;
    private final Map<String, SortedSet<Integer>> controlsByTest;

    private Network(ObjectTypeNode root, Map<String, SortedSet<Integer>> controlsByTest) {
        this.root = root;
        this.entry = root.getObjectSinkPropagator();
        this.controlsByTest = controlsByTest;
    }

    /** Builds the network; there is at least one rule. */
    static Network of(List<NetworkRule> rules) {
        ModelImpl model = new ModelImpl();
        Map<String, NetworkRule> byName = new LinkedHashMap<>();
        Map<String, SortedSet<Integer>> controlsByTest = new LinkedHashMap<>();
        for (NetworkRule rule : rules) {
            model.addRule(asDroolsRule(rule));
            byName.put(rule.name(), rule);
            noteControls(rule, controlsByTest);
        }
        InternalKnowledgeBase base = KieBaseBuilder.createKieBaseFromModel(model);
        ObjectTypeNode root = rootOf(base);
        new Ends(byName).replaceBelow(root);
        return new Network(root, controlsByTest);
    }

    /** Sends the handle through the network; what its facts pass is reported to its sink. */
    void propagate(InternalFactHandle handle) {
        // Alpha nodes read neither the propagation's context nor the session.
        entry.propagateAssertObject(handle, null, null);
    }

    /** The indices of the controls that depend on a test, in the order of the pack. */
    SortedSet<Integer> controlsOf(String testId) {
        return controlsByTest.getOrDefault(testId, Collections.emptySortedSet());
    }

    /** The node below which the whole network hangs. */
    ObjectTypeNode root() {
        return root;
    }

    private static void noteControls(NetworkRule rule, Map<String, SortedSet<Integer>> controlsByTest) {
        for (ControlLeaf leaf : rule.leaves()) {
            note(leaf.test(), leaf, controlsByTest);
            leaf.early().ifPresent(early -> note(early, leaf, controlsByTest));
            rule.tests().forEach(test -> note(test, leaf, controlsByTest));
        }
    }

    private static void note(FactTest test, ControlLeaf leaf, Map<String, SortedSet<Integer>> controlsByTest) {
        controlsByTest.computeIfAbsent(test.id(), any -> new TreeSet<>()).add(leaf.control());
    }

    private static Rule asDroolsRule(NetworkRule rule) {
        Variable<Facts> facts = DSL.declarationOf(Facts.class, "facts");
        PatternDSL.PatternDef<Facts> pattern = PatternDSL.pattern(facts);
        for (FactTest test : rule.tests()) {
            test.key()
                    .ifPresentOrElse(key -> addHashed(pattern, test, key), () -> pattern.expr(test.id(), test::passes));
        }
        // The consequence is never run: its node is replaced before the first facts come.
        return PatternDSL.rule(PACKAGE, rule.name()).build(pattern, DSL.execute(() -> {}));
    }

    // The ordinal is the number of an index within one network and is never written anywhere.
    @SuppressWarnings("EnumOrdinal")
    private static void addHashed(PatternDSL.PatternDef<Facts> pattern, FactTest test, FactTest.Key key) {
        Measure measure = key.measure();
        pattern.expr(
                test.id(),
                test::passes,
                PatternDSL.alphaIndexedBy(
                        String.class,
                        Index.ConstraintType.EQUAL,
                        measure.ordinal(),
                        facts -> facts.text(measure),
                        key.value()));
    }

    private static ObjectTypeNode rootOf(InternalKnowledgeBase base) {
        for (ObjectTypeNode node : base.getRete().getObjectTypeNodes()) {
            if (node.getObjectType() instanceof ClassObjectType type && type.getClassType() == Facts.class) {
                return node;
            }
        }
        throw new IllegalStateException("Drools built no network for facts");
    }

    /** Puts our reporting nodes where Drools' terminal nodes are; owned by the thread that builds. */
    private static final class Ends {
        private final Map<String, NetworkRule> byName;
        private int nextId = FIRST_NODE_ID;

        private Ends(Map<String, NetworkRule> byName) {
            this.byName = byName;
        }

        private void replaceBelow(ObjectSource source) {
            for (ObjectSink sink : source.getObjectSinkPropagator().getSinks().clone()) {
                if (sink instanceof AlphaTerminalNode terminal) {
                    source.removeObjectSink(terminal);
                    endsOf(terminal).forEach(source::addObjectSink);
                } else if (sink instanceof AlphaNode node) {
                    replaceBelow(node);
                } else {
                    throw new IllegalStateException("Drools built a node that is no alpha node: " + sink);
                }
            }
        }

        private List<ReportNode> endsOf(AlphaTerminalNode terminal) {
            List<ReportNode> ends = new ArrayList<>();
            for (NetworkNode node : terminal.getSinks()) {
                String name = ((TerminalNode) node).getRule().getName();
                NetworkRule rule = byName.get(name);
                if (rule == null) {
                    throw new IllegalStateException("Drools knows a rule `" + name + "` that we do not");
                }
                ends.add(rule.end().apply(nextId++));
            }
            return ends;
        }
    }
}
