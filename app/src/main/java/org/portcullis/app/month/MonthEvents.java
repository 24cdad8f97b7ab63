package org.portcullis.app.month;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.engine.approval.Statement.Action;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.Side;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.JsonObject;

/**
 * What happens in the month beside ordinary orders: every kind of thing that the workbook has a sheet for, spread over its days. The engine decides what comes of
 * each; this says only what people and markets do.
 */
final class MonthEvents {
    private static final String FOUNDER = "p-thorn";
    private static final int MILLION = 1_000_000;

    private final TradingFloor floor;
    private final MonthFirm firm;
    private final MonthMarket market;
    private final MonthPlan plan;
    private final MonthPolicies policies;
    private final List<Assessor> versions;
    private final Tickets tickets;
    private final WorkingEvents working;

    MonthEvents(
            TradingFloor floor,
            MonthFirm firm,
            MonthMarket market,
            MonthPlan plan,
            MonthPolicies policies,
            List<Assessor> versions) {
        this.floor = floor;
        this.firm = firm;
        this.market = market;
        this.plan = plan;
        this.policies = policies;
        this.versions = List.copyOf(versions);
        this.tickets = new Tickets(floor, market);
        this.working = new WorkingEvents(floor, market, plan, tickets);
    }

    /** Puts the events of a day into the agenda. */
    void plan(int day) {
        switch (day) {
            case 0 -> beginning(day);
            case 1 -> drillsAndMissingFacts(day);
            case 2 -> warnings(day);
            case 3 -> holds(day);
            case 4 -> newLimits(day);
            case 5 -> {
                rotation(day);
                working.suspension(day);
            }
            case 6 -> exceptionalReleases(day);
            case 7 -> holdsThatEnd(day);
            case 8 -> working.strategyStops(day);
            case 9 -> lostKey(day);
            case 10 -> working.silence(day);
            case 11 -> working.pulledSwitch(day);
            case 12 -> {
                thirdPolicy(day);
                working.halt(day);
            }
            case 13 -> handOvers(day);
            case 14 -> floods(day);
            case 15 -> hardBlocks(day);
            case 16 -> {
                working.correctedFills(day);
                largeBasket(day, "14:00", Desk.EQUITIES_LONDON, "p-hale", 61);
            }
            default -> largeBasket(day, "10:40", Desk.EQUITIES_LONDON, "p-stone", 58);
        }
    }

    private void on(int day, String time, TradingFloor.Act act) {
        floor.at(at(day, time), act);
    }

    private Instant at(int day, String time) {
        return MonthPlan.at(plan.days().get(day), time);
    }

    // Day 1: keys, the first policy, a basket that two people sign for.

    private void beginning(int day) {
        on(day, "06:30", () -> {
            for (String person : firm.people()) {
                if (person.equals(FOUNDER)) {
                    floor.handle(Command.EnrolKey.founding(enrolment(person, firm.keyOf(person)), "p-lane"));
                }
            }
            for (String person : firm.people()) {
                if (!person.equals(FOUNDER)) {
                    enrol(person, firm.keyOf(person), FOUNDER);
                }
            }
        });
        propose(day, "06:45", 1);
        if (!plan.ordersOnly()) {
            largeBasket(day, "10:15", Desk.EQUITIES_LONDON, "p-hale", 58);
        }
    }

    private JsonObject enrolment(String person, Signer key) {
        return Enrolment.sign(floor.person(person), key);
    }

    private void enrol(String person, Signer key, String second) throws EngineFailure {
        JsonObject enrolment = enrolment(person, key);
        floor.handle(new Command.EnrolKey(
                enrolment, second, KeyConfirmation.sign(enrolment, floor.person(second), firm.keyOf(second))));
    }

    private Command.Activate version(int number) {
        return new Command.Activate(versions.get(number - 1), policies.title(number), "p-ferro", List.of());
    }

    /** The head of Equities proposes a policy, and everybody signs whose signature it needs. */
    private void propose(int day, String time, int number) {
        on(day, time, () -> {
            String petition = TradingFloor.petition(floor.handle(new Command.ProposePack(version(number))));
            int minutes = 2;
            for (String signer : List.of("p-thorn", "p-king", "p-okafor", "p-novak")) {
                floor.in(minutes * 60L, () -> {
                    boolean isOpen = floor.front()
                            .petition(petition)
                            .filter(view -> view.hold().isOpenAt(floor.now()))
                            .filter(view -> !view.hold()
                                    .hold()
                                    .rolesOf(floor.person(signer))
                                    .isEmpty())
                            .isPresent();
                    if (isOpen) {
                        floor.vote(petition, signer, Action.APPROVE, "read the changes; they are what was agreed");
                    }
                });
                minutes += 2;
            }
        });
    }

    /** A basket of twelve orders that two people sign for, after its maker tried to. */
    private void largeBasket(int day, String time, Desk desk, String trader, long millions) {
        on(day, time, () -> {
            TradingFloor.Placed placed =
                    tickets.submitAndExecute(tickets.basket(desk, trader, 12, millions * MILLION / 12));
            floor.in(60, () -> floor.vote(placed, trader, Action.APPROVE, "it is right"));
            floor.in(150, () -> floor.vote(placed, "p-reid", Action.APPROVE, "client instruction seen and matched"));
            floor.in(260, () -> floor.vote(placed, "p-okafor", Action.APPROVE, "within the client's mandate"));
        });
    }

    // Day 2: kill switches are tried, and facts are missing.

    private void drillsAndMissingFacts(int day) {
        drill(day, "06:10", "FIRM-KILL", "p-lund", List.of("p-ferro", "p-okafor", "p-novak"));
        drill(day, "06:40", "EQ-KILL", "p-roy", List.of("p-iqbal", "p-okafor"));
        on(day, "11:00", () -> tickets.submit(single("ALDER.L", 400_000), 2_640));
        on(
                day,
                "11:10",
                () -> tickets.submit(tickets.single(
                        Desk.EQUITIES_LONDON,
                        "p-stone",
                        new Tickets.Line("NEWCO.L", Side.BUY, Given.whole(10_000), Given.parse("")))));
        on(
                day,
                "11:20",
                () -> tickets.submit(tickets.single(
                        Desk.EQUITIES_LONDON,
                        "p-stone",
                        new Tickets.Line("FERN.L", Side.SELL, Given.parse("12o0"), Given.parse("")))));
    }

    private Tickets.Ticket single(String symbol, long dollars) {
        return tickets.single(Desk.EQUITIES_LONDON, "p-hale", tickets.buy(symbol, dollars));
    }

    /** Somebody pulls a switch before the market opens, and those who may let it go again. */
    private void drill(int day, String time, String control, String person, List<String> signers) {
        on(day, time, () -> {
            floor.handle(new Command.PullSwitch(new ControlId(control), person, "quarterly drill before the opening"));
            floor.in(300, () -> floor.letGo(control, person, "the drill is over", signers));
        });
    }

    // Day 3: warnings that are read slowly, never or at the third attempt, and an amount in the field for units.

    private void warnings(int day) {
        on(
                day,
                "09:30",
                () -> floor.acknowledgeAll(
                        tickets.submitAndExecute(single("CEDAR.L", 12 * MILLION)),
                        "p-hale",
                        "client confirmed by telephone",
                        510,
                        5));
        on(day, "10:30", () -> tickets.submitAndExecute(single("HAZEL.L", 14 * MILLION)));
        on(day, "11:30", () -> {
            TradingFloor.Placed placed = tickets.submitAndExecute(single("GORSE.L", 13 * MILLION));
            floor.in(5, () -> floor.acknowledge(placed, "p-hale", "", "USD 13,000,000"));
            floor.in(12, () -> floor.acknowledge(placed, "p-hale", "client order", "USD 130"));
            floor.acknowledgeAll(placed, "p-hale", "client order, read back", 30, 5);
        });
        on(day, "13:00", () -> {
            Tickets.Ticket meant = tickets.basket(Desk.DELTA_ONE_LONDON, "p-moss", 40, 1_450_000);
            List<Tickets.Line> wrong = new ArrayList<>();
            meant.lines()
                    .forEach(line -> wrong.add(
                            new Tickets.Line(line.symbol(), line.side(), Given.whole(58 * MILLION), line.limit())));
            tickets.submit(meant.with(wrong));
            floor.in(240, () -> tickets.submitAndExecute(meant));
        });
    }

    // Day 4: a policy that is rejected, votes that do not count, and people who say first how large a basket should be.

    private void holds(int day) {
        on(day, "06:30", () -> {
            String petition = TradingFloor.petition(floor.handle(new Command.ProposePack(version(2))));
            floor.in(
                    300,
                    () -> floor.vote(
                            petition, "p-bose", Action.REJECT, "the weights of the index are not confirmed yet"));
        });
        on(day, "10:00", () -> {
            TradingFloor.Placed placed =
                    tickets.submitAndExecute(tickets.basket(Desk.DELTA_ONE_LONDON, "p-varga", 24, 5 * MILLION));
            floor.in(120, () -> floor.vote(placed, "p-ashby", Action.APPROVE, "rebalancing instruction matched"));
            floor.in(130, () -> floor.vote(placed, "p-ashby", Action.APPROVE, "rebalancing instruction matched"));
            floor.in(170, () -> floor.voteWith(placed, "p-okafor", firm.keyOf("p-novak"), "matched"));
            floor.in(290, () -> floor.vote(placed, "p-novak", Action.APPROVE, "within the limits of the desk"));
        });
        on(day, "15:00", () -> {
            TradingFloor.Placed placed =
                    tickets.submitAndExecute(tickets.basket(Desk.EQUITIES_NEW_YORK, "p-quinn", 10, 9 * MILLION));
            signsAfterEstimate(placed, 60, "p-hayes", "USD 85 million");
            signsAfterEstimate(placed, 180, "p-cruz", "USD 95 million");
            signsAfterEstimate(placed, 320, "p-weber", "USD 9 million");
        });
    }

    private void signsAfterEstimate(TradingFloor.Placed placed, long after, String person, String amount) {
        floor.in(after, () -> floor.estimate(placed, person, amount));
        floor.in(after + 40, () -> floor.vote(placed, person, Action.APPROVE, "compared with the client's programme"));
    }

    // Day 5: new limits, signed; nobody signs for a basket.

    private void newLimits(int day) {
        propose(day, "06:30", 2);
        on(
                day,
                "12:00",
                () -> tickets.submitAndExecute(tickets.basket(Desk.EQUITIES_LONDON, "p-stone", 10, 6 * MILLION)));
    }

    // Day 6: a key is replaced.

    private void rotation(int day) {
        on(day, "06:15", () -> rotate("p-okafor", "p-novak"));
    }

    private void rotate(String person, String second) throws EngineFailure {
        Signer old = firm.keyOf(person);
        Signer next = firm.key(person, 2);
        Rotation rotation =
                Rotation.of(floor.person(person), next, old.keyId(), floor.now().plus(Duration.ofDays(7)));
        JsonObject proof = rotation.sign(next);
        floor.handle(new Command.RotateKey(
                proof,
                rotation.sign(old),
                second,
                KeyConfirmation.sign(proof, floor.person(second), firm.keyOf(second))));
        firm.use(person, next);
    }

    // Day 7: two orders past a hard limit: one goes, for the other nobody authorises.

    private void exceptionalReleases(int day) {
        on(day, "10:30", () -> {
            TradingFloor.Placed placed = tickets.submit(single("BRAMBLE.L", 80 * MILLION));
            floor.in(70, () -> {
                String petition = askRelease(placed, "client closes a fund; the amount is confirmed in writing");
                floor.in(60, () -> floor.vote(petition, "p-okafor", Action.VERIFY, "letter of the client seen"));
                floor.in(90, () -> floor.vote(petition, "p-hale", Action.AUTHORISE, "please"));
                floor.in(150, () -> floor.vote(petition, "p-frey", Action.AUTHORISE, "once, for this order"));
                floor.in(200, () -> floor.vote(petition, "p-reid", Action.APPROVE, "matched with the order book"));
                floor.in(260, () -> {
                    Reply last = floor.vote(petition, "p-novak", Action.APPROVE, "second look by Risk");
                    floor.present(placed, last);
                });
            });
        });
        on(day, "14:10", () -> {
            TradingFloor.Placed placed = tickets.submitAndExecute(single("ELDER.L", 78 * MILLION));
            floor.in(100, () -> {
                String petition = askRelease(placed, "client asked for it today");
                floor.in(90, () -> floor.vote(petition, "p-iqbal", Action.VERIFY, "size is right"));
            });
        });
    }

    private String askRelease(TradingFloor.Placed placed, String circumstances) throws EngineFailure {
        return TradingFloor.petition(floor.handle(new Command.AskExceptionalRelease(
                placed.id(),
                "p-hale",
                new ControlId("EQ-ORDER-NOTIONAL"),
                1,
                "one order above the limit of the first quarter",
                circumstances)));
    }

    // Day 8: holds that end otherwise.

    private void holdsThatEnd(int day) {
        on(day, "09:45", () -> {
            TradingFloor.Placed placed =
                    tickets.submitAndExecute(tickets.basket(Desk.EQUITIES_LONDON, "p-hale", 10, 7 * MILLION));
            floor.in(200, () -> floor.vote(placed, "p-iqbal", Action.REJECT, "twice what the client asked for"));
        });
        on(day, "13:30", () -> {
            Tickets.Ticket first = tickets.basket(Desk.DELTA_ONE_LONDON, "p-varga", 22, 5 * MILLION);
            tickets.submit(first);
            floor.in(
                    180,
                    () -> tickets.submitAndExecute(first.with(tickets.lines(Desk.DELTA_ONE_LONDON, 18, 5 * MILLION))));
        });
        on(day, "15:10", () -> {
            TradingFloor.Placed placed =
                    tickets.submitAndExecute(tickets.basket(Desk.EQUITIES_NEW_YORK, "p-sato", 10, 5_500_000));
            floor.in(240, () -> floor.handle(new Command.Withdraw(placed.id(), "p-sato")));
        });
        on(day, "15:40", () -> {
            TradingFloor.Placed placed =
                    tickets.submitAndExecute(tickets.basket(Desk.DELTA_ONE_NEW_YORK, "p-diaz", 24, 5 * MILLION));
            floor.in(460, () -> floor.vote(placed, "p-blake", Action.APPROVE, "matched, after a call to the client"));
            floor.in(520, () -> floor.vote(placed, "p-rossi", Action.APPROVE, "within the limits of the desk"));
        });
    }

    // Day 10: a key is lost; what it signs no longer counts.

    private void lostKey(int day) {
        on(
                day,
                "14:40",
                () -> floor.handle(new Command.RevokeKey(
                        firm.keyOf("p-chan").keyId(), "p-weber", "token lost on the way to work")));
        on(day, "15:20", () -> {
            TradingFloor.Placed placed =
                    tickets.submitAndExecute(tickets.basket(Desk.EQUITIES_NEW_YORK, "p-sato", 11, 5_200_000));
            floor.in(100, () -> floor.vote(placed, "p-chan", Action.APPROVE, "matched"));
            floor.in(180, () -> floor.vote(placed, "p-cruz", Action.APPROVE, "client instruction seen"));
            floor.in(240, () -> floor.vote(placed, "p-weber", Action.APPROVE, "within the mandate"));
        });
        on(day, "17:05", () -> {
            firm.use("p-chan", firm.key("p-chan", 2));
            enrol("p-chan", firm.keyOf("p-chan"), "p-weber");
        });
    }

    // Day 13: the third policy needs signatures.

    private void thirdPolicy(int day) {
        on(day, "06:30", () -> floor.handle(version(3)));
        propose(day, "06:32", 3);
    }

    // Day 14: duties are handed over.

    private void handOvers(int day) {
        on(day, "12:00", () -> {
            floor.handle(offer("Algo Service Desk", "p-roy", "p-mann", 30));
            floor.in(
                    300,
                    () -> floor.handle(new Command.AcceptHandOver(
                            floor.front().handOvers().get(0).id(), "p-mann")));
        });
        on(day, "17:00", () -> floor.handle(offer("Trading Risk", "p-okafor", "p-weber", 20)));
        largeBasket(day, "14:20", Desk.EQUITIES_LONDON, "p-hale", 66);
    }

    private Command offer(String role, String from, String to, long minutes) {
        return new Command.OfferHandOver(
                new Role(role),
                "",
                from,
                to,
                Optional.empty(),
                "open alerts and the day's incidents are in the log",
                floor.now().plus(Duration.ofMinutes(minutes)));
    }

    // Day 15: more warnings than anybody reads.

    private void floods(int day) {
        on(day, "10:05", () -> {
            TradingFloor.Placed placed =
                    tickets.submitAndExecute(tickets.basket(Desk.EQUITIES_LONDON, "p-stone", 6, 8_200_000));
            floor.acknowledgeAll(placed, "p-stone", "programme of one client, each line read", 40, 25);
            floor.in(420, () -> floor.vote(placed, "p-iqbal", Action.APPROVE, "read with the trader"));
        });
        on(
                day,
                "11:15",
                () -> tickets.submitAndExecute(tickets.basket(Desk.DELTA_ONE_LONDON, "p-varga", 11, 26 * MILLION)));
    }

    // Day 16: what never goes.

    private void hardBlocks(int day) {
        on(day, "09:20", () -> {
            for (int i = 0; i < 7; i++) {
                tickets.submitAndExecute(single("ALDER.L", 90_000));
            }
        });
        on(
                day,
                "10:10",
                () -> tickets.submit(tickets.single(
                        Desk.EQUITIES_LONDON,
                        "p-hale",
                        new Tickets.Line(
                                "DAMSON.L",
                                Side.BUY,
                                Given.whole(1_000),
                                new Given.Amount(market.listing("DAMSON.L").priceMicros() / 100 * 111)))));
        on(
                day,
                "10:40",
                () -> tickets.submit(tickets.single(Desk.EQUITIES_LONDON, "p-stone", tickets.buy("ASPEN.N", 200_000))));
        on(
                day,
                "11:25",
                () -> tickets.submit(
                        tickets.single(Desk.DELTA_ONE_LONDON, "p-hale", tickets.buy("ERABLE.PA", 300_000))));
        on(
                day,
                "12:50",
                () -> tickets.submit(tickets.single(
                        Desk.EQUITIES_LONDON,
                        "p-stone",
                        new Tickets.Line("RESTRICTED.L", Side.BUY, Given.whole(500), Given.parse("")))));
        on(day, "15:30", () -> tickets.submit(tickets.basket(Desk.DELTA_ONE_NEW_YORK, "p-young", 20, 250 * MILLION)));
    }
}
