package org.portcullis.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Is a policy of C2SP tlog-policy: whose logs are accepted, who the witnesses are, and which of them are enough.
 *
 * @param logs the keys of the journals that the examiner trusts; none when they are known from elsewhere
 * @param witnesses the keys of the witnesses by their names in the policy
 * @param groups the groups by their names
 * @param quorum the name of the witness or group that must have witnessed, or {@code none}
 */
record TlogPolicy(
        List<NoteKey> logs, SortedMap<String, NoteKey> witnesses, SortedMap<String, Group> groups, String quorum) {

    private static final String NONE = "none";
    private static final int MAX_LINES = 1_000;

    /**
     * Is a group: enough of its members make it a witness.
     *
     * @param needed how many
     * @param members witnesses and groups that stand before it
     */
    record Group(int needed, List<String> members) {}

    /**
     * Reads a policy.
     *
     * @throws IllegalArgumentException naming the line that cannot be followed
     */
    static TlogPolicy read(String text) {
        return new Reading().read(text);
    }

    /** Tells whether any witness is needed at all. */
    boolean needsWitnesses() {
        return !quorum.equals(NONE);
    }

    /** Gives the time from which the quorum was met, by the time of each witness's cosignature. */
    Optional<Instant> metAt(Map<String, Instant> cosigned) {
        if (!needsWitnesses()) {
            return Optional.empty();
        }
        Set<Instant> times = new TreeSet<>(cosigned.values());
        for (Instant time : times) {
            Set<String> there = new HashSet<>();
            cosigned.forEach((witness, at) -> {
                if (!at.isAfter(time)) {
                    there.add(witness);
                }
            });
            if (met(there)) {
                return Optional.of(time);
            }
        }
        return Optional.empty();
    }

    /** Tells whether these witnesses are enough. A group's members stand before it, so this ends. */
    boolean met(Set<String> there) {
        return !needsWitnesses() || witnessed(quorum, there);
    }

    private boolean witnessed(String name, Set<String> there) {
        Optional<Group> group = Optional.ofNullable(groups.get(name));
        if (group.isEmpty()) {
            return there.contains(name);
        }
        long present = group.get().members().stream()
                .filter(member -> witnessed(member, there))
                .count();
        return present >= group.get().needed();
    }

    /** Reads the lines; mutable, for one policy. */
    private static final class Reading {

        private final List<NoteKey> logs = new ArrayList<>();
        private final SortedMap<String, NoteKey> witnesses = new TreeMap<>();
        private final SortedMap<String, Group> groups = new TreeMap<>();
        private final Set<String> grouped = new HashSet<>();
        private final Set<String> publicKeys = new HashSet<>();
        private Optional<String> quorum = Optional.empty();
        private int line;

        TlogPolicy read(String text) {
            for (String content : text.split("\n", MAX_LINES)) {
                line++;
                if (content.chars().anyMatch(unit -> (unit < 0x20 && unit != '\t') || unit == 0x7F)) {
                    throw wrong("it has a control character");
                }
                List<String> words = List.of(content.replace('\t', ' ').strip().split(" +"));
                String keyword = words.get(0);
                if (!keyword.isEmpty() && !keyword.startsWith("#")) {
                    take(keyword, words.subList(1, words.size()));
                }
            }
            String name = quorum.orElseThrow(() -> new IllegalArgumentException("the policy has no `quorum` line"));
            return new TlogPolicy(List.copyOf(logs), witnesses, groups, name);
        }

        private void take(String keyword, List<String> words) {
            switch (keyword) {
                case "log" -> {
                    requireCount(words, 1, 2, "log <key> [<address>]");
                    logs.add(distinct(NoteKey.read(words.get(0)), "log"));
                }
                case "witness" -> {
                    requireCount(words, 2, 3, "witness <name> <key> [<address>]");
                    requireNew(words.get(0));
                    witnesses.put(words.get(0), distinct(NoteKey.readWitness(words.get(1)), "witness"));
                }
                case "group" -> group(words);
                case "quorum" -> {
                    requireCount(words, 1, 1, "quorum <name>");
                    if (quorum.isPresent()) {
                        throw wrong("it is the second `quorum` line");
                    }
                    quorum = Optional.of(words.get(0).equals(NONE) ? NONE : known(words.get(0)));
                }
                default -> throw wrong("it begins with the unknown word `" + keyword + "`");
            }
        }

        private void group(List<String> words) {
            requireCount(words, 3, Integer.MAX_VALUE, "group <name> <number, any or all> <member> ...");
            requireNew(words.get(0));
            List<String> members = List.copyOf(words.subList(2, words.size()));
            for (String member : members) {
                if (!grouped.add(known(member))) {
                    throw wrong("`" + member + "` is a member of a group already");
                }
            }
            groups.put(words.get(0), new Group(needed(words.get(1), members.size()), members));
        }

        private int needed(String word, int members) {
            int needed = switch (word) {
                case "any" -> 1;
                case "all" -> members;
                default -> word.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(word) : 0;
            };
            if (needed < 1 || needed > members) {
                throw wrong("`" + word + "` of " + members + " members cannot be needed");
            }
            return needed;
        }

        private String known(String name) {
            if (!witnesses.containsKey(name) && !groups.containsKey(name)) {
                throw wrong("`" + name + "` is no witness or group on a line before it");
            }
            return name;
        }

        private void requireNew(String name) {
            if (name.equals(NONE) || witnesses.containsKey(name) || groups.containsKey(name)) {
                throw wrong("the name `" + name + "` is taken");
            }
        }

        private NoteKey distinct(Optional<NoteKey> read, String kind) {
            NoteKey key = read.orElseThrow(() -> wrong("it has no verifier key of a " + kind));
            if (!publicKeys.add(kind + Base64.getEncoder().encodeToString(key.publicKey()))) {
                throw wrong("its key is on a line before it");
            }
            return key;
        }

        private void requireCount(List<String> words, int atLeast, int atMost, String form) {
            if (words.size() < atLeast || words.size() > atMost) {
                throw wrong("it is not of the form `" + form + "`");
            }
        }

        private IllegalArgumentException wrong(String reason) {
            return new IllegalArgumentException("line " + line + " of the policy cannot be followed: " + reason);
        }
    }
}
