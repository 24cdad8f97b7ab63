package org.portcullis.engine.approval;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;

/**
 * What an approver signs with the own key.
 *
 * @param approver the id of the person who signs
 * @param roles the roles in which the person acts; a role that is not named here fills no seat
 * @param reason why, in the approver's words; may be empty where the hold asks for none
 * @param retyped what the approver typed, by the path of the measure
 */
public record Statement(
        Action action,
        String approver,
        SortedSet<Role> roles,
        Binding binding,
        String reason,
        SortedMap<String, String> retyped) {

    /** The media type under which votes are signed. */
    public static final String PAYLOAD_TYPE = "application/vnd.portcullis.approval+json";

    public Statement {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        retyped = Collections.unmodifiableSortedMap(new TreeMap<>(retyped));
    }

    /** What a vote asks for. */
    public enum Action {
        /** Approves, where nothing is blocked. */
        APPROVE("approve"),
        /** Confirms, as risk does, that what is blocked may be released exceptionally. */
        VERIFY("verify"),
        /** Authorises, as a designated person does, what others verify. */
        AUTHORISE("authorise"),
        REJECT("reject");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        /** The action as it is signed. */
        public String word() {
            return word;
        }

        /** Whether it speaks for what is asked; one that does not ends the hold. */
        public boolean isFor() {
            return this != REJECT;
        }

        /** Reads a word; {@link IllegalArgumentException} for one that no action has. */
        public static Action of(String word) {
            for (Action action : values()) {
                if (action.word.equals(word)) {
                    return action;
                }
            }
            throw new IllegalArgumentException("`" + word + "` is no action of a vote");
        }
    }

    /** Signs the statement and gives the envelope that the engine takes as a vote. */
    public JsonObject sign(Signer signer) {
        return Dsse.sign(PAYLOAD_TYPE, toJson(), signer);
    }

    /** The statement as it is signed. */
    public JsonObject toJson() {
        JsonObject.Builder typed = JsonObject.builder();
        retyped.forEach(typed::put);
        return binding.addTo(JsonObject.builder())
                .put("action", action.word())
                .put("approver", approver)
                .put("roles", JsonArray.texts(roles.stream().map(Role::name).toList()))
                .put("reason", reason)
                .put("retyped", typed.build())
                .build();
    }

    /**
     * Reads a statement.
     *
     * @throws JsonMismatch for missing members
     * @throws IllegalArgumentException for members that are not what they must be
     * @throws java.time.DateTimeException for an unreadable instant
     */
    public static Statement fromJson(JsonObject json) {
        SortedSet<Role> roles = new TreeSet<>();
        json.array("roles").texts().forEach(name -> roles.add(new Role(name)));
        SortedMap<String, String> retyped = new TreeMap<>();
        JsonObject typed = json.object("retyped");
        typed.members().keySet().forEach(measure -> retyped.put(measure, typed.text(measure)));
        return new Statement(
                Action.of(json.text("action")),
                json.text("approver"),
                roles,
                Binding.fromJson(json),
                json.text("reason"),
                retyped);
    }
}
