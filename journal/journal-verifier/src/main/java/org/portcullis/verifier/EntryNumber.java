package org.portcullis.verifier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names an entry: by its index, and in a series, where each shard begins anew, with its shard before it, such as {@code 2022-05/17}.
 *
 * @param shard the shard, or empty where there is one journal alone
 * @param index the index
 */
record EntryNumber(String shard, long index) {

    private static final Pattern SPELLING = Pattern.compile("(?:([0-9]{4}-(?:0[1-9]|1[0-2]))/)?(0|[1-9][0-9]{0,15})");

    static EntryNumber read(String spelled) throws WrongUsage {
        Matcher matcher = SPELLING.matcher(spelled);
        if (!matcher.matches()) {
            throw new WrongUsage("`--entry-index` needs a whole number from 0, in a series with its shard such as"
                    + " 2022-05/17, and not `" + spelled + "`");
        }
        String shard = matcher.group(1) == null ? "" : matcher.group(1);
        return new EntryNumber(shard, Long.parseLong(matcher.group(2)));
    }

    /** Requires that it names a shard in a series, and none elsewhere. */
    void requireFor(boolean series) throws WrongUsage {
        if (series && shard.isEmpty()) {
            throw new WrongUsage("each shard of a series numbers its entries from 0; name the shard too, such as"
                    + " `--entry-index 2022-05/" + index + "`");
        }
        if (!series && !shard.isEmpty()) {
            throw new WrongUsage(
                    "`--entry-index " + this + "` is of a series, and this is none; give the number alone");
        }
    }

    @Override
    public String toString() {
        return shard.isEmpty() ? Long.toString(index) : shard + "/" + index;
    }
}
