package org.portcullis.engine.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.CompositeObjectSinkAdapter;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSource;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;

/** Holds what Drools builds of a pack: the speed and the names depend on it, the answers do not. */
class NetworkShapeTest {
    private static final Condition BREACH = Packs.moreThan(Measure.ORDER_NOTIONAL, Packs.usd(10));

    @Test
    void desksAreLookedUpInAHashTable() {
        CompositeObjectSinkAdapter sinks = assertInstanceOf(
                CompositeObjectSinkAdapter.class, root(desks(50)).getObjectSinkPropagator());
        assertEquals(50, sinks.getHashedSinkMap().size());
    }

    @Test
    void flowsBelowADeskAreLookedUpInAHashTable() {
        List<Control> controls = new ArrayList<>();
        for (String desk : List.of("A", "B", "C", "D")) {
            for (String flow : List.of("X", "Y", "Z")) {
                Condition scope = new Condition.All(
                        List.of(Packs.is(Measure.ORDER_DESK, desk), Packs.is(Measure.ORDER_FLOW, flow)));
                controls.add(Packs.hardLimit("LIMIT-" + desk + "-" + flow, scope, BREACH));
            }
        }
        CompositeObjectSinkAdapter sinks = assertInstanceOf(
                CompositeObjectSinkAdapter.class, root(Packs.of(controls)).getObjectSinkPropagator());
        for (AlphaNode desk : sinks.getHashedSinkMap().values()) {
            CompositeObjectSinkAdapter below =
                    assertInstanceOf(CompositeObjectSinkAdapter.class, desk.getObjectSinkPropagator());
            assertEquals(3, below.getHashedSinkMap().size());
        }
        assertEquals(4, sinks.getHashedSinkMap().size());
    }

    @Test
    void whatTheHashTableAnswersIsNotAskedAgain() {
        CompositeObjectSinkAdapter sinks = assertInstanceOf(
                CompositeObjectSinkAdapter.class, root(desks(3)).getObjectSinkPropagator());
        for (AlphaNode desk : sinks.getHashedSinkMap().values()) {
            ObjectSink[] below = desk.getObjectSinkPropagator().getSinks();
            assertEquals(1, below.length);
            assertInstanceOf(ControlGroup.class, below[0]);
        }
    }

    @Test
    void missingFactsCostOneTestWhereNoneIsMissing() {
        CompositeObjectSinkAdapter sinks = assertInstanceOf(
                CompositeObjectSinkAdapter.class, root(desks(50)).getObjectSinkPropagator());
        assertEquals(1, sinks.getOthers().size());
    }

    @Test
    void everyControlIsOneLeafThatCarriesItsName() {
        List<String> names = new ArrayList<>();
        collectLeaves(root(desks(5)), names);
        assertEquals(
                List.of("DESK-0", "DESK-1", "DESK-2", "DESK-3", "DESK-4"),
                names.stream().sorted().toList());
    }

    @Test
    void controlsOfOneScopeShareOneGroup() {
        Condition scope = Packs.is(Measure.ORDER_DESK, "A");
        PolicyPack pack = Packs.of(
                Packs.hardLimit("LIMIT-ONE", scope, BREACH),
                Packs.hardLimit("LIMIT-TWO", Packs.is(Measure.ORDER_DESK, "A"), Packs.missing(Measure.ORDER_VENUE)));
        List<ControlGroup> groups = new ArrayList<>();
        collectGroups(root(pack), groups);
        assertEquals(1, groups.size());
        assertEquals(2, groups.get(0).leaves().size());
    }

    @Test
    void noNodeOfDroolsAgendaIsLeft() {
        List<ObjectSink> ends = new ArrayList<>();
        collectEnds(root(desks(5)), ends);
        assertTrue(ends.stream().allMatch(ReportNode.class::isInstance), ends.toString());
        assertEquals(10, ends.size());
    }

    @Test
    void scopeOfTooManyValuesIsAskedInPlaceOfBeingSplit() {
        String[] desks = new String[NetworkLayout.MAX_PATHS + 1];
        for (int i = 0; i < desks.length; i++) {
            desks[i] = "Desk " + i;
        }
        PolicyPack pack = Packs.of(Packs.hardLimit("WIDE-SCOPE", Packs.oneOf(Measure.ORDER_DESK, desks), BREACH));
        List<ControlGroup> groups = new ArrayList<>();
        collectGroups(root(pack), groups);
        assertEquals(1, groups.size());
    }

    @Test
    void networkIsBuiltOnlyForStagesAndTiersThatHaveControls() {
        DroolsEvaluator evaluator = load(desks(1));
        assertNotNull(evaluator.network(Stage.ENTERED, Tier.ORDERS));
        assertEquals(null, evaluator.network(Stage.RELEASED, Tier.ORDERS));
        assertEquals(null, evaluator.network(Stage.ENTERED, Tier.FLOOD));
    }

    private static PolicyPack desks(int count) {
        List<Control> controls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            controls.add(Packs.hardLimit("DESK-" + i, Packs.is(Measure.ORDER_DESK, "Desk " + i), BREACH));
        }
        return Packs.of(controls);
    }

    private static DroolsEvaluator load(PolicyPack pack) {
        return DroolsEvaluator.load(pack, new ConditionCompiler(Packs.USD), FactTests::digest);
    }

    private static ObjectSource root(PolicyPack pack) {
        Network network = load(pack).network(Stage.ENTERED, Tier.ORDERS);
        assertNotNull(network);
        return network.root();
    }

    private static void collectLeaves(ObjectSource source, List<String> names) {
        List<ControlGroup> groups = new ArrayList<>();
        collectGroups(source, groups);
        groups.forEach(
                group -> group.leaves().forEach(leaf -> names.add(leaf.id().text())));
    }

    private static void collectGroups(ObjectSource source, List<ControlGroup> groups) {
        List<ObjectSink> ends = new ArrayList<>();
        collectEnds(source, ends);
        ends.stream()
                .filter(ControlGroup.class::isInstance)
                .map(ControlGroup.class::cast)
                .forEach(groups::add);
    }

    private static void collectEnds(ObjectSource source, List<ObjectSink> ends) {
        for (ObjectSink sink : source.getObjectSinkPropagator().getSinks()) {
            if (sink instanceof ObjectSource below) {
                collectEnds(below, ends);
            } else {
                ends.add(sink);
            }
        }
    }
}
