package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portcullis.engine.approval.Freeze;
import org.portcullis.engine.approval.Separation;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.people.Directory;
import org.portcullis.model.control.Role;

/**
 * What one command is judged by; reads the state and changes nothing.
 *
 * @param stops what is stopped
 * @param active the policy in force, once there is one
 * @param proposed packs that people are asked to sign for, by their fingerprints, as far as they were proposed since the engine was opened
 * @param at the command's time
 */
record Context(
        EngineState state,
        Directory directory,
        EnginePorts ports,
        EngineTerms terms,
        Stops stops,
        Optional<Command.Activate> active,
        Map<String, Command.Activate> proposed,
        Instant at) {

    /** Reads the people as they are now, for what somebody asks for. */
    Freeze freeze(String requester) {
        return new Freeze(
                directory,
                active.map(Command.Activate::edits).orElse(List.of()),
                active.map(command -> new Separation(command.assessor().pack().duties()))
                        .orElse(Separation.NONE),
                requester,
                at);
    }

    /** The names of the roles that a person holds now; none where the person is not known. */
    Set<String> rolesOf(String person) {
        return directory
                .find(person)
                .map(known -> known.roles().stream().map(Role::name).collect(Collectors.toCollection(TreeSet::new)))
                .orElseGet(TreeSet::new);
    }

    /** A draft about a submission that is known. */
    Draft about(SubmissionState submission, EntryBody body) {
        return new Draft(body, submission.id(), submission.policy);
    }

    /** A draft about a submission that may not be known. */
    Draft about(String submission, EntryBody body) {
        return state.submission(submission)
                .map(known -> about(known, body))
                .orElseGet(() -> new Draft(body, "", state.policy));
    }

    /** A draft about no submission. */
    Draft general(EntryBody body) {
        return new Draft(body, "", state.policy);
    }

    /** The outcome that the state shows after the entries were folded. */
    Outcome outcomeOf(String id) {
        SubmissionState submission = state.known(id);
        return switch (submission.phase) {
            case WAITING -> new Outcome.Waiting(submission.view(), Optional.empty());
            case RELEASED -> Release.outcome(state, submission, Optional.empty());
            case RECEIVED,
                    BLOCKED,
                    GONE,
                    REJECTED,
                    EXPIRED,
                    UNACKNOWLEDGED,
                    WITHDRAWN,
                    SUPERSEDED,
                    NOT_PRESENTED,
                    KILLED -> new Outcome.Ended(submission.view());
        };
    }

    /** A transition whose outcome is read from the submission. */
    Transition leadingTo(String submission, List<Draft> drafts) {
        return new Transition(drafts, () -> outcomeOf(submission));
    }
}
