package org.portcullis.app.scenario;

import java.time.Instant;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.submission.Submission;
import org.portcullis.vault.Concealing;
import org.portcullis.vault.VaultFailure;

/**
 * An engine that is told of a scenario's people under their pseudonyms, with the vault that knows who they are. A vault that cannot be written ends the replay.
 *
 * @param engine knows pseudonyms alone; whatever names nobody may go to it directly
 */
public record ConcealedEngine(OrderEngine engine, Concealing concealing) {

    /** Records the people of the scenario, before anything is heard of them. */
    public void recordPeople(Instant at) throws EngineFailure {
        concealing.recordPeople(commands -> engine.handleAll(commands, at));
    }

    /** Does what the command asks, with people and words concealed. */
    public Reply handle(Command command, Instant at) throws EngineFailure {
        try {
            return concealing.handle(command, commands -> engine.handleAll(commands, at));
        } catch (VaultFailure failure) {
            throw mistake(failure);
        }
    }

    /** The pseudonym of a person. */
    public String person(String id) {
        try {
            return concealing.person(id);
        } catch (VaultFailure failure) {
            throw mistake(failure);
        }
    }

    /** What stands for the words of a person in what is signed. */
    public String words(String author, String text) {
        try {
            return concealing.words(author, text);
        } catch (VaultFailure failure) {
            throw mistake(failure);
        }
    }

    /** The submission as the engine knows it. */
    public Submission submission(Submission submission) {
        try {
            return concealing.submission(submission);
        } catch (VaultFailure failure) {
            throw mistake(failure);
        }
    }

    /** The id that the scenario has for a pseudonym; anything else as it is. */
    public String id(String pseudonym) {
        return concealing.id(pseudonym);
    }

    private static UserMistake mistake(VaultFailure failure) {
        return new UserMistake(String.valueOf(failure.getMessage()));
    }
}
