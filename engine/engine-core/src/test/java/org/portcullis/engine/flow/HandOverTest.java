package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.model.control.Role;

/** Who answers for a desk's alerts while somebody hands it over. Offers are made at second 10 and may be accepted until second 70. */
class HandOverTest {
    private static final Role DESK = new Role(Alarm.DESK);
    private static final String TAKER = "p-taker";
    private static final String OFFER = "D-000001";
    private static final long UNTIL = 70;

    private Flight flight;

    @BeforeEach
    void aBasketWorks() throws EngineFailure {
        flight = Alarm.working(Alarm.people().with(TAKER, "Sales"), Alarm.onSuspensions());
    }

    private Reply offer(String from, String to, Optional<Role> toRole, long until) throws EngineFailure {
        return flight.scene.handle(
                10,
                new Command.OfferHandOver(
                        DESK, "Delta 1", from, to, toRole, "until the bank holiday", Scene.at(until)));
    }

    private Reply offer() throws EngineFailure {
        return offer(Alarm.DESK_PERSON, TAKER, Optional.empty(), UNTIL);
    }

    private Reply accept(long second, String person) throws EngineFailure {
        return flight.scene.handle(second, new Command.AcceptHandOver(OFFER, person));
    }

    private List<String> toldOf(String symbol, long second) throws EngineFailure {
        return Alarm.told(flight.price(second, symbol, 30).instructions());
    }

    @Test
    void whatIsOfferedIsRecorded() throws EngineFailure {
        assertEquals(List.of("desk.handover.offered"), Flight.types(offer()));
    }

    @Test
    void untilItIsAcceptedWhoOffersIsTold() throws EngineFailure {
        offer();
        assertEquals(List.of("EE Desk: p-desk"), toldOf("AAA", 20));
    }

    @Test
    void untilItIsAcceptedWhoOffersIsToldThoughOffDuty() throws EngineFailure {
        FixedPeople people = Alarm.people().with(TAKER, Alarm.DESK).onDuty(TAKER);
        flight = Alarm.working(people, Alarm.onSuspensions());
        offer();
        assertEquals(List.of("EE Desk: p-desk, p-taker"), toldOf("AAA", 20));
    }

    @Test
    void onceItIsAcceptedWhoTakesOverIsTold() throws EngineFailure {
        offer();
        accept(20, TAKER);
        assertEquals(List.of("EE Desk: p-taker"), toldOf("AAA", 30));
    }

    @Test
    void whoTakesOverAcknowledges() throws EngineFailure {
        offer();
        accept(20, TAKER);
        flight.price(30, "AAA", 30);
        assertEquals(List.of("alert.acknowledged"), Flight.types(Alarm.acknowledge(flight.scene, 40, TAKER)));
    }

    @Test
    void whoTakesOverIsToldOfWhatIsOpen() throws EngineFailure {
        flight.price(5, "AAA", 30);
        offer();
        Reply reply = accept(20, TAKER);
        assertEquals(List.of("desk.handover.accepted", "alert.told"), Flight.types(reply));
        assertEquals(List.of("EE Desk: p-taker"), Alarm.told(reply.instructions()));
    }

    @Test
    void aRoleTakesOverWithAllWhoHoldIt() throws EngineFailure {
        offer(Alarm.DESK_PERSON, "", Optional.of(new Role(Alarm.SERVICE)), UNTIL);
        accept(20, Alarm.SERVICE_PERSON);
        assertEquals(List.of("EE Desk: p-service"), toldOf("AAA", 30));
    }

    @Test
    void givingItBackToTheRoleEndsIt() throws EngineFailure {
        offer();
        accept(20, TAKER);
        flight.scene.handle(
                30, new Command.OfferHandOver(DESK, "Delta 1", TAKER, "", Optional.of(DESK), "back", Scene.at(90)));
        flight.scene.handle(40, new Command.AcceptHandOver("D-000002", Alarm.DESK_PERSON));
        assertEquals(List.of("EE Desk: p-desk"), toldOf("AAA", 50));
    }

    @Test
    void anotherDeskIsNotHandedOver() throws EngineFailure {
        offer();
        accept(20, TAKER);
        assertEquals(List.of(Alarm.DESK_PERSON), flight.scene.engine.responsible(DESK, "Swaps", Scene.at(30)));
    }

    @Test
    void itIsAcceptedAtTheLastInstant() throws EngineFailure {
        offer();
        assertEquals(List.of("desk.handover.accepted"), Flight.types(accept(UNTIL, TAKER)));
    }

    @Test
    void aNanosecondLaterIsLateThoughNobodyPolled() throws EngineFailure {
        offer();
        Reply reply = flight.scene.engine.handle(
                new Command.AcceptHandOver(OFFER, TAKER), Scene.at(UNTIL).plusNanos(1));
        assertEquals("late", Scene.refusal(reply));
    }

    @Test
    void whatNobodyAcceptsLapsesWithAnAlert() throws EngineFailure {
        offer();
        assertEquals(List.of(), flight.scene.engine.poll(Scene.at(UNTIL), 10).entries());
        PollReply reply = flight.scene.engine.poll(Scene.at(UNTIL).plusNanos(1), 10);
        assertEquals(
                List.of("alert.raised", "alert.told", "alert.told", "alert.step.taken", "desk.handover.lapsed"),
                Scene.types(reply.entries()));
        assertEquals(List.of("EE Desk: p-desk", "Algo Service Desk: p-service"), Alarm.told(reply.instructions()));
    }

    @Test
    void onceItHasLapsedItCannotBeAccepted() throws EngineFailure {
        offer();
        flight.scene.engine.poll(Scene.at(UNTIL + 1), 10);
        assertEquals("unknown-hand-over", Scene.refusal(accept(UNTIL + 2, TAKER)));
    }

    @Test
    void somebodyElseDoesNotAccept() throws EngineFailure {
        offer();
        assertEquals("not-offered-to", Scene.refusal(accept(20, Scene.STRANGER)));
    }

    @Test
    void whoDoesNotAnswerForItDoesNotOfferIt() throws EngineFailure {
        assertEquals("role-not-held", Scene.refusal(offer(Scene.STRANGER, TAKER, Optional.empty(), UNTIL)));
    }

    @Test
    void toARoleThatNobodyHoldsItIsNotOffered() throws EngineFailure {
        Reply reply = offer(Alarm.DESK_PERSON, "", Optional.of(new Role("Night Desk")), UNTIL);
        assertEquals("nobody-takes", Scene.refusal(reply));
    }

    @Test
    void toSomebodyWhoIsNotKnownItIsNotOffered() throws EngineFailure {
        assertEquals("nobody-takes", Scene.refusal(offer(Alarm.DESK_PERSON, "p-nobody", Optional.empty(), UNTIL)));
    }

    @Test
    void itMustBePossibleToAcceptIt() throws EngineFailure {
        assertEquals("not-in-time", Scene.refusal(offer(Alarm.DESK_PERSON, TAKER, Optional.empty(), 10)));
    }

    @Test
    void oneDutyIsOfferedOnceAtATime() throws EngineFailure {
        offer();
        assertEquals("offered-already", Scene.refusal(offer()));
    }

    @Test
    void aRestartKeepsWhoAnswersAndWhatIsOffered() throws EngineFailure {
        offer();
        assertTrue(flight.scene.restarted().engine.state().equals(flight.scene.engine.state()));
        accept(20, TAKER);
        assertEquals(List.of(TAKER), flight.scene.restarted().engine.responsible(DESK, "Delta 1", Scene.at(30)));
    }
}
