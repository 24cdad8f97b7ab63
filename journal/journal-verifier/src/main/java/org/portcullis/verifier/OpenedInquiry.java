package org.portcullis.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds openings against the commitments of a journal as its entries pass, and puts what they open beside the answer to another question. It keeps
 * nothing of commitments that were not given an opening. Mutable, for one examination.
 */
final class OpenedInquiry extends Inquiry {

    private static final String TEXT = "committed:";
    private static final Pattern MENTION =
            Pattern.compile("p-[0-9a-f]{16}(?![0-9a-f])|" + TEXT + "sha256:[0-9a-f]{64}(?![0-9a-f])");

    private final Openings openings;
    private final Inquiry question;

    /** The commitments of opened people by their pseudonyms. */
    private final Map<String, String> people = new TreeMap<>();

    private final Set<String> found = new TreeSet<>();

    /** The commitments to texts that nothing has carried yet. */
    private final Set<String> sought = new TreeSet<>();

    private final Map<String, String> erased = new TreeMap<>();

    /** What the entries that the answer is from speak of, by how many lines the answer has up to there. */
    private final Map<Integer, Set<String>> mentions = new HashMap<>();

    private long committed;
    private long gone;

    OpenedInquiry(Openings openings, Inquiry question) {
        this.openings = openings;
        this.question = question;
        openings.byCommitment().forEach((commitment, opening) -> {
            if (opening.kind() == Openings.Kind.TEXT) {
                sought.add(commitment);
            }
        });
    }

    @Override
    void enter(String name) {
        super.enter(name);
        question.enter(name);
    }

    @Override
    void see(long index, EntryCheck.Entry entry) {
        if (entry.type().equals("person.committed")) {
            commit(entry.body());
        } else if (entry.type().equals("person.erased")) {
            erase(index, entry.body());
        }
        int before = question.answer().size();
        question.see(index, entry);
        int after = question.answer().size();
        boolean looked = after > before || !sought.isEmpty();
        Set<String> here = looked ? mentionsIn(entry) : Set.of();
        here.stream()
                .filter(mention -> mention.startsWith(TEXT))
                .map(mention -> mention.substring(TEXT.length()))
                .filter(sought::remove)
                .forEach(found::add);
        if (after > before) {
            mentions.put(after, here);
        }
    }

    @Override
    void finish(Vouched vouched, long signed, long published) {
        question.finish(vouched, signed, published);
    }

    @Override
    String subject() {
        return question.subject();
    }

    /** Gives the answer to the question; what is opened of an entry stands below what the answer says of it, once. */
    @Override
    List<String> answer() {
        List<String> lines = new ArrayList<>();
        Set<String> shown = new TreeSet<>();
        List<String> answer = question.answer();
        for (int i = 0; i < answer.size(); i++) {
            lines.add(answer.get(i));
            for (String mention : mentions.getOrDefault(i + 1, Set.of())) {
                opened(mention).filter(line -> shown.add(mention)).ifPresent(lines::add);
            }
        }
        return lines;
    }

    @Override
    Optional<Opened> opened() {
        List<Opened.Erased> stillFitting = new ArrayList<>();
        erased.forEach((person, where) ->
                stillFitting.add(new Opened.Erased(String.valueOf(people.get(person)), person, where)));
        List<String> unused = openings.byCommitment().keySet().stream()
                .filter(commitment -> !found.contains(commitment))
                .sorted()
                .toList();
        long texts = found.stream()
                .filter(commitment ->
                        openings.find(commitment, Openings.Kind.TEXT).isPresent())
                .count();
        return Optional.of(new Opened(
                openings.byCommitment().size(),
                people.size(),
                texts,
                committed,
                gone - erased.size(),
                stillFitting,
                unused));
    }

    private void commit(Value body) {
        committed++;
        String commitment = body.text("commitment").orElse("");
        if (openings.find(commitment, Openings.Kind.PERSON).isPresent()) {
            found.add(commitment);
            people.put(body.text("person").orElse(""), commitment);
        }
    }

    private void erase(long index, Value body) {
        gone++;
        String person = body.text("person").orElse("");
        if (people.containsKey(person)) {
            erased.put(person, "entry " + number(index));
        }
    }

    private Optional<String> opened(String mention) {
        if (mention.startsWith(TEXT)) {
            return openings.find(mention.substring(TEXT.length()), Openings.Kind.TEXT)
                    .map(opening -> "    = " + mention + ": " + quoted(opening.words()));
        }
        return Optional.ofNullable(people.get(mention))
                .flatMap(commitment -> openings.find(commitment, Openings.Kind.PERSON))
                .map(opening -> "    = " + mention + ": " + quoted(opening.words())
                        + Optional.ofNullable(erased.get(mention))
                                .map(where -> ", erased in " + where + "; the opening given still fits")
                                .orElse(""));
    }

    /** Gives the pseudonyms and commitments of an entry and of what people signed in it, in their order. */
    private static Set<String> mentionsIn(EntryCheck.Entry entry) {
        Set<String> mentions = new LinkedHashSet<>();
        String text = entry.canonical();
        addMentions(text, mentions);
        if (text.contains("\"payloadType\"")) {
            addSigned(entry.body(), mentions);
        }
        return mentions;
    }

    private static void addSigned(Value value, Set<String> mentions) {
        if (value.text("payloadType").isPresent()) {
            value.text("payload").ifPresent(payload -> addMentions(decoded(payload), mentions));
        }
        value.asMembers().ifPresent(members -> members.values().forEach(member -> addSigned(member, mentions)));
        value.asItems().ifPresent(items -> items.forEach(item -> addSigned(item, mentions)));
    }

    private static void addMentions(String text, Set<String> mentions) {
        Matcher matcher = MENTION.matcher(text);
        while (matcher.find()) {
            mentions.add(matcher.group());
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** Keeps words on one line, and a terminal from obeying them. */
    private static String quoted(String words) {
        StringBuilder out = new StringBuilder("\"");
        words.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean plain = type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
            if (point == '"' || point == '\\') {
                out.append('\\').appendCodePoint(point);
            } else if (plain) {
                out.appendCodePoint(point);
            } else {
                out.append(String.format(Locale.ROOT, "\\u{%x}", point));
            }
        });
        return out.append('"').toString();
    }
}
