package org.portcullis.witness;

/**
 * Is what a witness answers.
 *
 * @param status the HTTP status
 * @param type the content type
 * @param body the text
 */
record Answer(int status, String type, String body) {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    static Answer ok(String body) {
        return new Answer(200, TEXT, body);
    }

    static Answer conflict(long size) {
        return new Answer(409, SIZE, size + "\n");
    }

    static Answer refused(int status, String reason) {
        return new Answer(status, TEXT, reason + "\n");
    }
}
