package org.portcullis.engine.people;

/** Why a person was not committed to or not erased; codes are forever. */
public enum PersonRefusal {
    COMMITTED_ALREADY("committed-already", "the journal knows this pseudonym, and a pseudonym stands for one person"),
    UNKNOWN_PERSON("unknown-person", "the journal does not know this pseudonym"),
    ERASED_ALREADY("erased-already", "the person is erased already"),
    KEY_IN_FORCE("key-in-force", "a key of the person is in force; revoke it first"),
    STILL_ASKING("still-asking", "something that the person asked for or voted on is open; wait until it is over"),
    NO_SECOND_PERSON("no-second-person", "another person whom the journal knows and who is not erased erases");

    private final String code;
    private final String sentence;

    PersonRefusal(String code, String sentence) {
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
