package org.portcullis.report.obligation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.TokenEntry;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.json.Digest;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.TextBook;

/**
 * Holds every release token against the decision before it: once for the digest that it carries, once for the lines that it names. Keeps what
 * may still be released. Mutable; one thread.
 */
final class Releases extends Judging {

    private static final String SEPARATOR = "\n";

    /** Is what a token of a submission is held against: its decision and the lines that this lets go. */
    private record Underway(Digest decision, LineSet releasable) {
        String text() {
            return decision.value() + SEPARATOR + releasable.text();
        }

        static Underway read(String text) {
            int end = text.indexOf(SEPARATOR);
            return new Underway(new Digest(text.substring(0, end)), LineSet.parse(text.substring(end + 1)));
        }
    }

    /** Has an empty text for each submission that has ended. */
    private final TextBook open = new TextBook();

    private final Set<String> exceptional = new HashSet<>();
    private final Instances blocks = new Instances();

    Releases(EvidenceRequest request) {
        super(request);
    }

    @Override
    public Boolean made(DecisionEntry.Made body) {
        open.put(body.submission(), new Underway(Digest.of(now().body()), body.releasable()).text());
        return true;
    }

    @Override
    public Boolean ended(SubmissionEntry.Ended body) {
        open.put(body.submission(), "");
        return true;
    }

    @Override
    public Boolean asked(PetitionEntry.Asked body) {
        if (body.purpose().kind() == Purpose.Kind.EXCEPTIONAL_RELEASE) {
            exceptional.add(body.petition());
        }
        return true;
    }

    @Override
    public Boolean issued(TokenEntry.Issued body) {
        Optional<Underway> before = open.find(body.token().submission())
                .filter(text -> !text.isEmpty())
                .map(Underway::read);
        boolean asked = body.petition().filter(exceptional::contains).isPresent();
        Optional<Digest> bound = before.map(Underway::decision);
        count(
                bound.equals(Optional.of(body.token().decisionDigest()))
                        && (asked || body.petition().isEmpty()),
                "the token of submission " + body.token().submission() + " is bound to no decision before it");
        boolean stays = asked
                || before.filter(each -> body.token().lines().lines().stream().allMatch(each.releasable()::contains))
                        .isPresent();
        if (inPeriod()) {
            blocks.add(
                    stays,
                    index(),
                    "the token of submission " + body.token().submission() + " names a line that its decision stops");
        }
        return true;
    }

    @Override
    Judgement judgement(Controls controls) {
        return instances.judge(
                Obligation.RELEASES_JUDGED, !controls.stated().isEmpty(), "no policy was in force in the period");
    }

    Judgement blocks(Controls controls) {
        return blocks.judge(
                Obligation.BLOCKS_HELD,
                controls.have(ControlKind.HARD_LIMIT, ControlKind.GRANT, ControlKind.CUMULATIVE_LIMIT),
                "no policy of the period has a control that blocks");
    }
}
