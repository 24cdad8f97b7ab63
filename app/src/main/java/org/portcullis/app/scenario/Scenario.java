package org.portcullis.app.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.people.Person;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.control.Role;

/**
 * An incident to replay: people, baskets, policies, and what is done with them.
 *
 * @param lessons what the scenario says of itself, to be shown behind its results
 * @param synthetic what of it is a reconstruction, to be shown wherever its numbers are
 * @param at the instant at which every run begins
 * @param keyIds the ids of the people's own keys by person; the keys themselves are made for each replay
 * @param flights what becomes of baskets once they are with their algos; played after the runs, each with a journal of its own
 * @param catalogueAsOf the day as of which citations are checked
 */
public record Scenario(
        String name,
        String entity,
        String desk,
        String synthetic,
        Lessons lessons,
        Instant at,
        LocalDate catalogueAsOf,
        List<Person> people,
        Map<String, String> keyIds,
        Map<String, Basket> baskets,
        Map<String, PolicyFile> policies,
        List<Run> runs,
        List<Flight> flights) {
    public Scenario {
        flights = List.copyOf(flights);
        people = List.copyOf(people);
        keyIds = Map.copyOf(keyIds);
        runs = List.copyOf(runs);
    }

    /** A basket with the market data that it is judged by; the submission's requester is the run's. */
    public record Basket(String id, String title, Submission submission, MarketSnapshot market) {}

    /** A policy text. */
    public record PolicyFile(String id, String title, Path file) {}

    /**
     * What is to be learned, each a sentence or two.
     *
     * @param wouldHaveStopped the controls that would have stopped it, and how
     * @param notPrevented what the repaired policy still does not prevent
     */
    public record Lessons(List<String> wouldHaveStopped, List<String> notPrevented) {
        public Lessons {
            wouldHaveStopped = List.copyOf(wouldHaveStopped);
            notPrevented = List.copyOf(notPrevented);
        }
    }

    /**
     * One policy on one basket, and what people do about it.
     *
     * @param router the router that works what is released; empty where the run ends with the release
     * @param must what the run has to come to; empty where the scenario says nothing about it
     */
    public record Run(
            PolicyFile policy,
            Basket basket,
            String requester,
            List<Step> steps,
            Optional<Router> router,
            Optional<Must> must) {
        public Run {
            steps = List.copyOf(steps);
        }

        /** The basket's title, and how it is worked. */
        public String title() {
            return basket.title() + router.map(worked -> ", " + worked.title()).orElse("");
        }
    }

    /**
     * One policy on one basket from its submission to the end of its last order.
     *
     * @param outcomes what became of each line on the day
     * @param handOver the duty that changed hands before
     */
    public record Flight(
            PolicyFile policy,
            Basket basket,
            String requester,
            List<LineOutcome> outcomes,
            Optional<HandOver> handOver) {
        public Flight {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * A duty to answer for what tells a role, handed over so long before the basket is submitted.
     *
     * @param from the person who hands it over
     * @param to the person who takes it over
     */
    public record HandOver(Duration before, Role role, String from, String to) {}

    /**
     * A router that works released orders, as {@link RouterStream} makes it.
     *
     * @param repeats whether it goes on when an order is filled
     * @param isAsked whether it asks before each child order, or is only reported on
     * @param obeysAfter how long it takes to take orders off a router that does not ask
     * @param scale how its numbers stand to the published ones, to be shown with its results
     */
    public record Router(
            String title,
            String strategy,
            long seed,
            int ordersPerSecond,
            Duration lasting,
            long sharesPerOrder,
            boolean repeats,
            boolean isAsked,
            Duration obeysAfter,
            String scale) {}

    /**
     * What somebody does, so long after the run began.
     *
     * @param retyped the amounts that the person types again, by the measure's path
     */
    public record Step(
            Duration after, Action action, Optional<String> by, Optional<String> reason, Map<String, String> retyped) {
        public Step {
            retyped = Map.copyOf(retyped);
        }
    }

    /** What a run has to come to for the replay to succeed. */
    public enum Must {
        /** Nothing leaves, and no token is issued that would let anything go. */
        STOP("stop everything"),
        /** Something is suspended while a router works, and what it does not get past that is not executed. */
        STOP_IN_FLIGHT("stop the router"),
        /** Every order goes on; where a router works them, each is executed as it was asked for and nothing is suspended. */
        RELEASE("let everything through");

        private final String words;

        Must(String words) {
            this.words = words;
        }

        /** What has to happen, as scenarios and answers write it. */
        public String words() {
            return words;
        }
    }

    /** What can be done in a step. */
    public enum Action {
        /** The maker clears all warnings with one act. */
        ACKNOWLEDGE_ALL,
        /** A person signs an approval. */
        APPROVE,
        /** A person signs a rejection. */
        REJECT,
        /** The release token is shown at the gateway before the algo. */
        PRESENT_TOKEN
    }
}
