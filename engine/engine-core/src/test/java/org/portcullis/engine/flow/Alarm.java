package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.portcullis.engine.Sample;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.SpanUnit;

/** Escalations and monitors for tests, the people whom they tell, and short spellings of what these do. */
final class Alarm {
    static final String DESK = "EE Desk";
    static final String SERVICE = "Algo Service Desk";
    static final String HEAD = "Head of Equities";
    static final String DESK_PERSON = "p-desk";
    static final String SERVICE_PERSON = "p-service";
    static final String HEAD_PERSON = "p-head";
    static final String COVER = "p-cover";
    static final String ALERT = "A-000001";

    private Alarm() {}

    /** The people of the scene, with one for each role that alerts tell; somebody covers for the first. */
    static FixedPeople people() {
        return Scene.desk()
                .with(DESK_PERSON, Set.of(COVER), DESK)
                .with(COVER, "Sales")
                .with(SERVICE_PERSON, SERVICE)
                .with(HEAD_PERSON, HEAD, "Trading Risk");
    }

    /** Tells the desk at once, the service desk after two minutes, suspends the basket and tells the head after five, and cancels it after ten. */
    static Control onSuspensions() {
        return escalation(
                "D1-SUSPENSIONS",
                Sample.is(Measure.ALERT_EVENT, "suspended"),
                Optional.of(Reference.to(Measure.BASKET_ID)),
                atOnce(DESK),
                after(2, List.of(SERVICE)),
                after(5, List.of(HEAD), new EscalationStage.Act(Action.SUSPEND, Target.WHOLE_BASKET)),
                after(10, List.of(), new EscalationStage.Act(Action.CANCEL, Target.WHOLE_BASKET)));
    }

    static Control escalation(String id, Condition when, Optional<Reference> groupedBy, EscalationStage... stages) {
        return new Control.Escalation(
                Sample.heading(id, Subject.BASKETS, Sample.LONDON), when, groupedBy, List.of(stages));
    }

    static EscalationStage atOnce(String... roles) {
        return new EscalationStage(
                Optional.empty(), Stream.of(roles).map(Role::new).toList(), List.of());
    }

    static EscalationStage after(long minutes, List<String> roles, EscalationStage.Act... acts) {
        return new EscalationStage(
                Optional.of(Sample.span(minutes, SpanUnit.MINUTES)),
                roles.stream().map(Role::new).toList(),
                List.of(acts));
    }

    /** Tells the desk of every order worth more than so many dollars. */
    static Control monitor(long dollars, Stage stage, Optional<Reference> groupedBy) {
        Heading usual = Sample.heading("D1-LARGE-INCOMING", Subject.ORDERS, Sample.LONDON);
        return new Control.Monitor(
                new Heading(
                        usual.id(),
                        usual.citations(),
                        usual.owner(),
                        usual.review(),
                        new Applicability(Subject.ORDERS, List.of(), Sample.LONDON, stage),
                        usual.missingData(),
                        usual.message(),
                        usual.sentence()),
                new Role(DESK),
                Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(dollars)),
                groupedBy);
    }

    /** A desk that works a basket under the controls, and one order of it suspended at second 4. */
    static Flight suspended(Control... more) throws EngineFailure {
        return suspended(people(), more);
    }

    static Flight suspended(FixedPeople people, Control... more) throws EngineFailure {
        Flight flight = working(people, more);
        flight.price(4, "AAA", 90);
        return flight;
    }

    static Flight working(FixedPeople people, Control... more) throws EngineFailure {
        List<Control> controls = new ArrayList<>(List.of(Scene.GRANT, Scene.FREE, Flight.priceOnArrival(5, true)));
        controls.addAll(List.of(more));
        return Flight.working(people, controls.toArray(new Control[0]));
    }

    /** The people to whom a reply says that an alert is to be told, by role. */
    static List<String> told(List<Instruction> instructions) {
        List<String> told = new ArrayList<>();
        for (Instruction instruction : instructions) {
            instruction.match(new Instruction.Cases<Boolean>() {
                @Override
                public Boolean suspend(Instruction.Suspend other) {
                    return false;
                }

                @Override
                public Boolean resume(Instruction.Resume other) {
                    return false;
                }

                @Override
                public Boolean cancel(Instruction.Cancel other) {
                    return false;
                }

                @Override
                public Boolean tell(Instruction.Tell tell) {
                    return told.add(tell.role() + ": " + String.join(", ", new TreeSet<>(tell.people())));
                }
            });
        }
        return told;
    }

    static AlertView alert(Scene scene) {
        return scene.engine.alert(ALERT).orElseThrow();
    }

    static Reply acknowledge(Scene scene, long second, String person) throws EngineFailure {
        return scene.handle(second, new Command.AcknowledgeAlert(ALERT, person, "the feed was wrong"));
    }
}
