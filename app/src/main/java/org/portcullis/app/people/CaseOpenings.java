package org.portcullis.app.people;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.portcullis.engine.entry.PersonEntry;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.people.CommittedText;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Digest;
import org.portcullis.vault.Opening;
import org.portcullis.vault.OpeningSource;
import org.portcullis.vault.VaultFailure;

/**
 * What a vault opens of one case: the words in its entries, and who the people are whom they name.
 *
 * @param openings in the order of their commitments
 * @param withheld commitments that nothing opens, because they were erased or are elsewhere
 */
public record CaseOpenings(List<Opening> openings, List<Digest> withheld) {

    /** Copies the lists. */
    public CaseOpenings {
        openings = List.copyOf(openings);
        withheld = List.copyOf(withheld);
    }

    /** Looks through the entries with a correlation id. */
    public static CaseOpenings of(EntrySource journal, String correlation, OpeningSource source)
            throws JournalFailure, VaultFailure {
        TreeSet<String> people = new TreeSet<>();
        TreeSet<String> commitments = new TreeSet<>();
        journal.forEach(entry -> {
            if (entry.correlation().equals(correlation)) {
                String body = CanonicalJson.text(entry.body());
                Pseudonym.SPELLING.matcher(body).results().forEach(found -> people.add(found.group()));
                CommittedText.SPELLING
                        .matcher(body)
                        .results()
                        .forEach(found -> commitments.add(
                                CommittedText.of(found.group()).commitment().value()));
            }
        });
        journal.forEach(entry -> committed(entry, people, commitments));
        List<Opening> openings = new ArrayList<>();
        List<Digest> withheld = new ArrayList<>();
        for (String commitment : commitments) {
            Digest digest = new Digest(commitment);
            source.find(digest).ifPresentOrElse(openings::add, () -> withheld.add(digest));
        }
        return new CaseOpenings(openings, withheld);
    }

    private static void committed(JournalEntry entry, TreeSet<String> people, TreeSet<String> commitments) {
        if (entry.type().equals(PersonEntry.COMMITTED)
                && people.contains(entry.body().text("person"))) {
            commitments.add(entry.body().text("commitment"));
        }
    }
}
