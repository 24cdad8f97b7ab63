package org.portcullis.model;

import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;

/**
 * A claim about the policy that nothing has proved: nothing that it describes can ever reach the stage.
 *
 * @param condition what can never be, scopes included
 * @param stage {@link Stage#RELEASED} or {@link Stage#SENT_TO_ALGO}
 * @param sentence its canonical spelling
 */
public record Claim(String name, Subject subject, Condition condition, Stage stage, String sentence) {}
