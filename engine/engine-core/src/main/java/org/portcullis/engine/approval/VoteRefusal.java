package org.portcullis.engine.approval;

/** Why a vote does not count; codes are forever. */
public enum VoteRefusal {
    MALFORMED("malformed", "the vote is not a complete statement in canonical form"),
    UNKNOWN_KEY("unknown-key", "the key that signed is not enrolled"),
    RETIRED_KEY("retired-key", "the key that signed was replaced, and the time for both is over"),
    REVOKED_KEY("revoked-key", "the key that signed was revoked"),
    BAD_SIGNATURE("bad-signature", "the statement is altered or was not signed by the key that it names"),
    NOT_OWN_KEY("not-own-key", "the key belongs to another person than the one who is named as approver"),
    UNKNOWN_HOLD("unknown-hold", "there is no such hold"),
    OTHER_DECISION("other-decision", "the statement is about another basket, decision, text or policy"),
    EARLY("early", "the vote came before the hold began"),
    LATE("late", "the vote came after the hold's time limit"),
    HOLD_ENDED("hold-ended", "the hold is over"),
    REQUESTER("requester", "whoever submits does not approve"),
    EXCLUDED("excluded", "the person is excluded from approving this"),
    NOT_ELIGIBLE(
            "not-eligible",
            "the person did not hold the stated roles, or they do not approve this, when the hold began"),
    ROLE_LOST("role-lost", "the person no longer holds a role that approves this"),
    DUTIES("duties", "the person holds two roles that different people must hold, and counts in neither"),
    OTHER_ACT(
            "other-act",
            "the roles stated do not count for what the statement does; people approve, or verify, or authorise"),
    SECOND_VOTE("second-vote", "the person has voted already"),
    PACK_NOT_HERE("pack-not-here", "the pack itself is not here since a restart: propose it again"),
    NO_REASON("no-reason", "a reason must be stated"),
    NO_ESTIMATE("no-estimate", "an own estimate must be given before the amount is seen and approved"),
    WRONG_AMOUNT("wrong-amount", "the amount that was typed is not the amount to approve");

    private final String code;
    private final String sentence;

    VoteRefusal(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** The code as the journal carries it. */
    public String code() {
        return code;
    }

    /** The reason as people read it. */
    public String sentence() {
        return sentence;
    }
}
