package org.portcullis.journal.anchor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.portcullis.journal.VerifierKey;

/**
 * Says which witnesses there are and which of them are enough (C2SP tlog-policy).
 *
 * <pre>{@code
 * witness audit <key> http://audit.example:8081
 * witness entity <key> http://entity.example:8081
 * group both all audit entity
 * quorum both
 * }</pre>
 *
 * @param logs the keys of the journals that it names; none where they are known from elsewhere
 * @param witnesses the witnesses by their names in the policy
 * @param groups the groups by their names
 * @param quorum the witness or group that must have witnessed, or {@code none}
 */
public record WitnessPolicy(
        List<VerifierKey> logs, SortedMap<String, Known> witnesses, SortedMap<String, Group> groups, String quorum) {

    /** The quorum that needs nobody. */
    public static final String NONE = "none";

    private static final int MAX_LINES = 1_000;

    /** Copies the collections. */
    public WitnessPolicy {
        logs = List.copyOf(logs);
        witnesses = Collections.unmodifiableSortedMap(new TreeMap<>(witnesses));
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    /**
     * Is a witness of the policy.
     *
     * @param key its verifier key
     * @param address where it is asked, or empty
     */
    public record Known(WitnessKey key, String address) {}

    /**
     * Is a group: enough of its members make it a witness.
     *
     * @param needed how many
     * @param members witnesses and groups that stand before it
     */
    public record Group(int needed, List<String> members) {

        /** Copies the members. */
        public Group {
            members = List.copyOf(members);
        }
    }

    /** Needs no witness and knows none. */
    public static WitnessPolicy none() {
        return new WitnessPolicy(List.of(), new TreeMap<>(), new TreeMap<>(), NONE);
    }

    /** Needs one witness, and knows no other. */
    public static WitnessPolicy of(WitnessKey witness, String address) {
        return new WitnessPolicy(
                List.of(), new TreeMap<>(Map.of("witness", new Known(witness, address))), new TreeMap<>(), "witness");
    }

    /**
     * Reads a policy.
     *
     * @throws IllegalArgumentException naming the line that cannot be followed
     */
    public static WitnessPolicy read(String text) {
        return new Reading().read(text);
    }

    /** Gives the text that {@link #read} reads. */
    public String text() {
        StringBuilder text = new StringBuilder();
        logs.forEach(log -> text.append("log ").append(log.line()).append('\n'));
        witnesses.forEach((name, known) -> text.append(
                        ("witness " + name + " " + known.key().line() + " " + known.address()).strip())
                .append('\n'));
        groupsInOrder()
                .forEach(name -> text.append("group " + name + " " + group(name).needed() + " "
                        + String.join(" ", group(name).members()) + "\n"));
        return text.append("quorum ").append(quorum).append('\n').toString();
    }

    /** Tells whether any witness is needed at all. */
    public boolean needsWitnesses() {
        return !quorum.equals(NONE);
    }

    /** Tells whether these witnesses, by their names in the policy, are enough. */
    public boolean isMet(Set<String> there) {
        return !needsWitnesses() || witnessed(quorum, there);
    }

    /** Gives the time from which enough witnesses had cosigned, by the time of each; nothing where none is needed. */
    public Optional<Instant> metAt(Map<String, Instant> cosigned) {
        if (!needsWitnesses()) {
            return Optional.empty();
        }
        Set<String> there = new HashSet<>();
        for (Instant time : new TreeSet<>(cosigned.values())) {
            cosigned.forEach((name, at) -> {
                if (at.equals(time)) {
                    there.add(name);
                }
            });
            if (isMet(there)) {
                return Optional.of(time);
            }
        }
        return Optional.empty();
    }

    private boolean witnessed(String name, Set<String> there) {
        if (!groups.containsKey(name)) {
            return there.contains(name);
        }
        return group(name).members().stream()
                        .filter(member -> witnessed(member, there))
                        .count()
                >= group(name).needed();
    }

    private Group group(String name) {
        return Optional.ofNullable(groups.get(name)).orElseThrow();
    }

    /** A group's members stand before it. */
    private List<String> groupsInOrder() {
        List<String> written = new ArrayList<>();
        Predicate<String> ready = name -> group(name).members().stream()
                .allMatch(member -> !groups.containsKey(member) || written.contains(member));
        for (int round = 0; round < groups.size(); round++) {
            groups.keySet().stream()
                    .filter(name -> !written.contains(name) && ready.test(name))
                    .toList()
                    .forEach(written::add);
        }
        return written;
    }

    /** Reads the lines; mutable, for one policy. */
    private static final class Reading {

        private final List<VerifierKey> logs = new ArrayList<>();
        private final SortedMap<String, Known> witnesses = new TreeMap<>();
        private final SortedMap<String, Group> groups = new TreeMap<>();
        private final Set<String> grouped = new HashSet<>();
        private final Set<String> keys = new HashSet<>();
        private String quorum = "";
        private int line;

        WitnessPolicy read(String text) {
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
            if (quorum.isEmpty()) {
                throw new IllegalArgumentException("the policy has no `quorum` line");
            }
            return new WitnessPolicy(logs, witnesses, groups, quorum);
        }

        private void take(String keyword, List<String> words) {
            switch (keyword) {
                case "log" -> log(words);
                case "witness" -> witness(words);
                case "group" -> group(words);
                case "quorum" -> quorum(words);
                default -> throw wrong("it begins with the unknown word `" + keyword + "`");
            }
        }

        private void log(List<String> words) {
            requireCount(words, 1, 2, "log <key> [<address>]");
            VerifierKey key = key(() -> VerifierKey.read(words.get(0)));
            requireDistinct("log " + key.keyBase64());
            logs.add(key);
        }

        private void witness(List<String> words) {
            requireCount(words, 2, 3, "witness <name> <key> [<address>]");
            requireNew(words.get(0));
            WitnessKey key = key(() -> WitnessKey.read(words.get(1)));
            requireDistinct("witness " + key.keyBase64());
            witnesses.put(words.get(0), new Known(key, words.size() == 3 ? words.get(2) : ""));
        }

        private void group(List<String> words) {
            requireCount(words, 3, Integer.MAX_VALUE, "group <name> <number, any or all> <member>...");
            requireNew(words.get(0));
            List<String> members = words.subList(2, words.size());
            for (String member : members) {
                requireKnown(member);
                if (!grouped.add(member)) {
                    throw wrong("`" + member + "` is a member of a group already");
                }
            }
            groups.put(words.get(0), new Group(needed(words.get(1), members.size()), members));
        }

        private void quorum(List<String> words) {
            requireCount(words, 1, 1, "quorum <name>");
            if (!quorum.isEmpty()) {
                throw wrong("it is the second `quorum` line");
            }
            if (!words.get(0).equals(NONE)) {
                requireKnown(words.get(0));
            }
            quorum = words.get(0);
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

        private <K> K key(java.util.function.Supplier<K> reading) {
            try {
                return reading.get();
            } catch (IllegalArgumentException malformed) {
                throw wrong(String.valueOf(malformed.getMessage()));
            }
        }

        private void requireKnown(String name) {
            if (!witnesses.containsKey(name) && !groups.containsKey(name)) {
                throw wrong("`" + name + "` is no witness or group on a line before it");
            }
        }

        private void requireNew(String name) {
            if (name.equals(NONE) || witnesses.containsKey(name) || groups.containsKey(name)) {
                throw wrong("the name `" + name + "` is taken");
            }
        }

        private void requireDistinct(String key) {
            if (!keys.add(key)) {
                throw wrong("its key is on a line before it");
            }
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
