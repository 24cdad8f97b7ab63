package org.portcullis.journal;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portcullis.model.json.Json;

/**
 * Names an entry for people: by its index, and in a series, where each shard begins anew, with its shard before it, such as {@code 2022-05/17}.
 *
 * @param shard the month of the shard, or empty for a journal that is no series
 * @param index the index
 */
public record EntryNumber(String shard, long index) implements Comparable<EntryNumber> {

    private static final Pattern SPELLING = Pattern.compile("(?:([0-9]{4}-(?:0[1-9]|1[0-2]))/)?(0|[1-9][0-9]{0,15})");
    private static final Comparator<EntryNumber> ORDER =
            Comparator.comparing(EntryNumber::shard).thenComparingLong(EntryNumber::index);

    /** Reads the spelling of {@link #toString}; empty for another text. */
    public static Optional<EntryNumber> read(String spelled) {
        Matcher matcher = SPELLING.matcher(spelled);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String shard = matcher.group(1) == null ? "" : matcher.group(1);
        return Optional.of(new EntryNumber(shard, Long.parseLong(matcher.group(2))));
    }

    /** Gives it for programs: a number, and in a series a text. */
    public Json toJson() {
        return shard.isEmpty() ? Json.whole(index) : Json.text(toString());
    }

    @Override
    public int compareTo(EntryNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return shard.isEmpty() ? Long.toString(index) : shard + "/" + index;
    }
}
