package org.portcullis.vault;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.portcullis.engine.entry.PersonEntry;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.people.CommittedText;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;

/**
 * Shows texts of a journal to people: names in place of pseudonyms and words in place of commitments, as far as openings are at hand.
 *
 * <p>What cannot be opened is shown as such and never left out: `[withheld]` for words whose opening is not at hand, `[erased <date>]` where the journal says
 * that the person was erased, `[does not match]` where there is something that does not open the commitment in the journal. It trusts the journal, which is
 * verified elsewhere, and nothing else: who stands behind a pseudonym is what opens the commitment of its entry.
 */
public final class Lens implements UnaryOperator<String> {
    /** Where entries name who wrote what is in them: the first that is there. */
    private static final List<String> AUTHORS = List.of("by", "revokedBy", "approver", "from", "person", "requester");

    private static final Set<String> PEOPLE = Set.of(PersonEntry.COMMITTED, PersonEntry.ERASED);

    private static final String NO_MATCH = "[does not match]";

    private final OpeningSource openings;
    private final Map<String, Digest> people = new TreeMap<>();
    private final Map<String, LocalDate> erased = new TreeMap<>();
    private final Map<String, LocalDate> erasedTexts = new TreeMap<>();
    private final Map<String, String> labels = new TreeMap<>();

    private Lens(OpeningSource openings) {
        this.openings = openings;
    }

    /** Makes a lens for the texts of a journal. */
    public static Lens of(EntrySource journal, OpeningSource openings) throws JournalFailure {
        Lens lens = new Lens(openings);
        journal.forEach(PEOPLE, lens::meet);
        if (!lens.erased.isEmpty()) {
            journal.forEach(lens::find);
        }
        lens.label();
        return lens;
    }

    /** Shows a text; what is neither pseudonym nor commitment stays as it is. */
    @Override
    public String apply(String text) {
        String named = text.contains(Pseudonym.PREFIX)
                ? replace(Pseudonym.SPELLING.matcher(text), pseudonym -> labels.getOrDefault(pseudonym, pseudonym))
                : text;
        return named.contains(CommittedText.PREFIX)
                ? replace(CommittedText.SPELLING.matcher(named), this::words)
                : named;
    }

    private static String replace(Matcher matcher, UnaryOperator<String> by) {
        return matcher.replaceAll((MatchResult found) -> Matcher.quoteReplacement(by.apply(found.group())));
    }

    private String words(String committed) {
        LocalDate date = erasedTexts.get(committed);
        if (date != null) {
            return erasedOn(date);
        }
        try {
            Optional<Opening> opening =
                    openings.find(CommittedText.of(committed).commitment());
            return opening.isEmpty() ? "[withheld]" : opening.get().text().orElse(NO_MATCH);
        } catch (VaultFailure unsound) {
            return NO_MATCH;
        }
    }

    private void meet(JournalEntry entry) {
        if (entry.type().equals(PersonEntry.COMMITTED)) {
            people.put(entry.body().text("person"), new Digest(entry.body().text("commitment")));
        } else if (entry.type().equals(PersonEntry.ERASED)) {
            erased.put(entry.body().text("person"), LocalDate.ofInstant(entry.at(), ZoneOffset.UTC));
        }
    }

    /** Learns which words are those of people who are erased. */
    private void find(JournalEntry entry) {
        author(entry.body())
                .flatMap(author -> Optional.ofNullable(erased.get(author)))
                .ifPresent(date -> CommittedText.SPELLING
                        .matcher(CanonicalJson.text(entry.body()))
                        .results()
                        .forEach(found -> erasedTexts.putIfAbsent(found.group(), date)));
    }

    private static Optional<String> author(JsonObject body) {
        return AUTHORS.stream()
                .flatMap(member -> text(body, member))
                .filter(Pseudonym::isPseudonym)
                .findFirst();
    }

    private static Stream<String> text(JsonObject body, String member) {
        try {
            return body.findText(member).stream();
        } catch (JsonMismatch other) {
            return Stream.empty();
        }
    }

    /** Two people of one name are told apart by their ids. */
    private void label() {
        Map<String, Identity> known = new TreeMap<>();
        Map<String, Integer> names = new TreeMap<>();
        people.forEach((pseudonym, commitment) -> {
            labels.put(pseudonym, pseudonym);
            try {
                openings.find(commitment).flatMap(Opening::person).ifPresent(identity -> {
                    known.put(pseudonym, identity);
                    names.merge(identity.name(), 1, Integer::sum);
                });
            } catch (VaultFailure unsound) {
                labels.put(pseudonym, pseudonym + " " + NO_MATCH);
            }
        });
        known.forEach((pseudonym, identity) -> {
            boolean alone = !identity.name().isEmpty() && names.getOrDefault(identity.name(), 0) == 1;
            String other = identity.name().isEmpty() ? identity.id() : identity.name() + " (" + identity.id() + ")";
            labels.put(pseudonym, alone ? identity.name() : other);
        });
        erased.forEach((pseudonym, date) -> labels.put(pseudonym, pseudonym + " " + erasedOn(date)));
    }

    private static String erasedOn(LocalDate date) {
        return "[erased " + date + "]";
    }
}
