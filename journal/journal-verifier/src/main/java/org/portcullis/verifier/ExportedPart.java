package org.portcullis.verifier;

/**
 * Says which part of a journal an export is, as far as it was read.
 *
 * @param journal the name of the journal
 * @param scope what the exporter says it chose by, in words
 * @param from the first entry of the range
 * @param to the first entry behind the range
 * @param size how many entries the checkpoint signs
 * @param shown entries of the range that are shown
 * @param withheld entries of the range that are withheld
 * @param context entries outside of the range that are shown because checks need them
 * @param digest the digest of the export, empty where its last line was not reached
 */
public record ExportedPart(
        String journal,
        String scope,
        long from,
        long to,
        long size,
        long shown,
        long withheld,
        long context,
        String digest) {

    /** Gives the members of a JSON object in their order, without its braces. */
    String jsonMembers() {
        return "\"context\":" + context + ",\"digest\":" + VerdictText.quoted(digest) + ",\"from\":" + from
                + ",\"journal\":" + VerdictText.quoted(journal) + ",\"scope\":" + VerdictText.quoted(scope)
                + ",\"shown\":" + shown + ",\"size\":" + size + ",\"to\":" + to + ",\"withheld\":" + withheld;
    }

    /** Gives what is shown and what is not, as the verdict says it. */
    String inWords() {
        String range = from == to
                ? "no entry is in the range"
                : "the " + shown + " shown of the entries " + from + " to " + (to - 1)
                        + " are the ones that were signed with the trusted key";
        return range + ", withheld " + withheld + " of " + (to - from);
    }
}
