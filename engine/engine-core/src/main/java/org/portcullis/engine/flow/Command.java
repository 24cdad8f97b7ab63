package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.ControlEdit;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/**
 * What the engine is asked to do.
 *
 * <p>Constructors throw {@link IllegalArgumentException} for texts that evidence cannot carry: lone surrogates, noncharacters, or more than {@link
 * #MAX_ID} characters in an id and {@link #MAX_TEXT} in anything else, envelopes nested too deeply. Who a person is, is the caller's to establish; only votes prove it by themselves.
 */
public sealed interface Command {

    /** The longest id, in characters. */
    int MAX_ID = 200;

    /** The longest reason or typed amount, in characters. */
    int MAX_TEXT = 2_000;

    /** Dispatches on the kind of command. */
    <R> R match(CommandCases<R> cases);

    /** What the command is called in the journal, for example `present token`. */
    default String words() {
        return match(new CommandWords());
    }

    /**
     * Puts a policy pack in force that nobody has to sign, for submissions from now on; refused where it or the one in force demands signatures, unless it is in
     * force already and comes back after a restart. What is waiting goes on under the terms that held when it came in.
     *
     * @param assessor decides under the pack
     * @param title the file or name under which people know the pack
     * @param by the person or program that puts it in force
     * @param edits who changed its controls and when, as far back as its exclusions look
     */
    record Activate(Assessor assessor, String title, String by, List<ControlEdit> edits) implements Command {
        public Activate {
            edits = List.copyOf(edits);
            CommandTexts.requireText(title, MAX_TEXT);
            CommandTexts.requireText(by, MAX_ID);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.activate(this);
        }
    }

    /**
     * Asks people to sign for a policy pack: those whom the pack in force demands and those whom it demands itself, in the header's `changes signed by`. It is
     * in force once all have signed; at once where neither demands a signature.
     *
     * <p>After a restart, the same command brings back the pack that is signed for, and is refused as `asked-already`.
     *
     * @param pack by whom it is proposed, which is who never counts, and the rest as for an activation
     */
    record ProposePack(Activate pack) implements Command {

        /** Proposes a pack. */
        public ProposePack(Assessor assessor, String title, String by, List<ControlEdit> edits) {
            this(new Activate(assessor, title, by, edits));
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.proposePack(this);
        }
    }

    /** Replaces the directory as a whole; holds keep the people they began with, and ask the new directory whether those still hold their roles. */
    record ReplacePeople(Directory directory) implements Command {
        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.replacePeople(this);
        }
    }

    /**
     * Lets a person's key count from now on.
     *
     * @param enrolment made by {@link org.portcullis.engine.approval.Enrolment#sign}: proof that the person can sign with the key
     * @param confirmedBy a second person, who has seen the first one's identity
     * @param confirmation made by that person with {@link org.portcullis.engine.approval.KeyConfirmation#sign}; {@link JsonObject#EMPTY} is refused once another
     *     person has a key that is in force
     */
    record EnrolKey(JsonObject enrolment, String confirmedBy, JsonObject confirmation) implements Command {
        public EnrolKey {
            CommandTexts.requireWritable(enrolment);
            CommandTexts.requireWritable(confirmation);
            CommandTexts.requireText(confirmedBy, MAX_ID);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.enrolKey(this);
        }

        /** Lets the founding key count: the first of a journal, which nobody else can sign for yet. */
        public static EnrolKey founding(JsonObject enrolment, String confirmedBy) {
            return new EnrolKey(enrolment, confirmedBy, JsonObject.EMPTY);
        }
    }

    /**
     * Puts a person's new key in the place of an old one, which stays in force until the instant that the rotation names, at most {@link
     * org.portcullis.engine.approval.Rotation#MAX_OVERLAP}.
     *
     * @param proof the {@link org.portcullis.engine.approval.Rotation}, signed with the new key
     * @param consent the same, signed with the old key
     * @param confirmedBy a second person, as for an enrolment
     * @param confirmation made by that person, as for an enrolment
     */
    record RotateKey(JsonObject proof, JsonObject consent, String confirmedBy, JsonObject confirmation)
            implements Command {
        public RotateKey {
            CommandTexts.requireWritable(proof);
            CommandTexts.requireWritable(consent);
            CommandTexts.requireWritable(confirmation);
            CommandTexts.requireText(confirmedBy, MAX_ID);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.rotateKey(this);
        }
    }

    /** Makes a key count no longer, also one that was replaced; votes by it in holds that are still open stop counting as well. */
    record RevokeKey(String keyId, String by, String reason) implements Command {
        public RevokeKey {
            CommandTexts.requireText(keyId, MAX_ID);
            CommandTexts.requireText(by, MAX_ID);
            CommandTexts.requireText(reason, MAX_TEXT);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.revokeKey(this);
        }
    }

    /**
     * Lets a pseudonym stand for a person from now on; refused where the journal knows it already.
     *
     * @param commitment to the identity of the person, whose opening MUST be durable elsewhere before
     */
    record CommitPerson(Pseudonym person, Digest commitment) implements Command {
        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.commitPerson(this);
        }
    }

    /**
     * Records that a person is erased: what opens the person's commitments MUST be destroyed as soon as this is durable, and not before.
     *
     * <p>Refused while a key of the person is in force, since nobody could say any more who signs with it, and while something that the person asked for or voted
     * on is open, since those who judge it could no longer see who and why.
     *
     * @param by another person whom the journal knows
     */
    record ErasePerson(Pseudonym person, String by, String reason) implements Command {
        public ErasePerson {
            CommandTexts.requireText(by, MAX_ID);
            CommandTexts.requireText(reason, MAX_TEXT);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.erasePerson(this);
        }
    }

    /** Submits a basket; an earlier submission of the same basket that waits, or whose token is not used, is void. */
    record Submit(Submission submission, MarketSnapshot snapshot, Stage stage) implements Command {
        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.submit(this);
        }
    }

    /**
     * Acknowledges warnings.
     *
     * @param textShown the digest of the text that the person was shown
     * @param retyped what the person typed; empty where nothing is asked for
     */
    record Acknowledge(
            String submission, String person, Selection selection, String reason, String retyped, Digest textShown)
            implements Command {
        public Acknowledge {
            CommandTexts.requireText(submission, MAX_ID);
            CommandTexts.requireText(person, MAX_ID);
            CommandTexts.requireText(reason, MAX_TEXT);
            CommandTexts.requireText(retyped, MAX_TEXT);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.acknowledge(this);
        }
    }

    /** Casts a vote that the approver has signed; see {@link org.portcullis.engine.approval.Statement#sign}. */
    record Vote(JsonObject envelope) implements Command {
        public Vote {
            CommandTexts.requireWritable(envelope);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.vote(this);
        }
    }

    /** Takes a submission or a petition back; only its requester may, and only before its token is used or its quorums are met. */
    record Withdraw(String submission, String person) implements Command {
        public Withdraw {
            CommandTexts.requireText(submission, MAX_ID);
            CommandTexts.requireText(person, MAX_ID);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.withdraw(this);
        }
    }

    /**
     * Asks, at the gateway before the algo, whether a basket may go.
     *
     * @param envelope the release token; {@link JsonObject#EMPTY} where there is none
     * @param submissionDigest of the basket that is about to go, computed by the gateway
     */
    record PresentToken(JsonObject envelope, Digest submissionDigest) implements Command {
        public PresentToken {
            CommandTexts.requireWritable(envelope);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.presentToken(this);
        }
    }

    /**
     * Gives an approver's own estimate of what a hold is about; only then is the approver shown the submitter's amount.
     *
     * @param hold the hold's id
     * @param amount as the person types it, for example `USD 150 million`
     */
    record Estimate(String hold, String person, String amount) implements Command {
        public Estimate {
            CommandTexts.requireText(hold, MAX_ID);
            CommandTexts.requireText(person, MAX_ID);
            CommandTexts.requireText(amount, MAX_ID);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.estimate(this);
        }
    }

    /**
     * Asks people to let go of what a control stopped, or of a kill switch that was pulled: begins a hold by the terms of the control.
     *
     * @param stopped the stop's id, or the id of the control whose kill switch it is
     * @param reason why it may go on; must not be blank
     */
    record AskReEnabling(String stopped, String person, String reason) implements Command {
        public AskReEnabling {
            CommandTexts.requireText(stopped, MAX_ID);
            CommandTexts.requireText(person, MAX_ID);
            CommandTexts.requireText(reason, MAX_TEXT);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.askReEnabling(this);
        }
    }

    /**
     * Asks for the one release past a hard limit that states it: somebody verifies, somebody else authorises, and one line or basket goes once.
     *
     * @param person the submitter of the submission
     * @param control one of the controls that block
     * @param line the line's number, or 0 for the basket
     * @param reason why it may go; must not be blank
     * @param circumstances what makes it exceptional; must not be blank
     */
    record AskExceptionalRelease(
            String submission, String person, ControlId control, int line, String reason, String circumstances)
            implements Command {
        public AskExceptionalRelease {
            CommandTexts.requireText(submission, MAX_ID);
            CommandTexts.requireText(person, MAX_ID);
            CommandTexts.requireText(control.text(), MAX_ID);
            CommandTexts.requireText(reason, MAX_TEXT);
            CommandTexts.requireText(circumstances, MAX_TEXT);
            if (line < 0) {
                throw new IllegalArgumentException("a line is numbered from 1, and the basket is 0, not " + line);
            }
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.askExceptionalRelease(this);
        }
    }

    /** Asks about an order on its way or working, or reports what happened to it or to its market. */
    record Report(WorkEvent event) implements Command {
        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.report(this);
        }
    }

    /**
     * Asks for the cancellation of what is out; never refused, whoever asks.
     *
     * @param key names the target: an order's id, the engine's id of a submission, a strategy's id, a trader's id or a desk's name
     */
    record Cancel(Target target, String key, String by, String reason) implements Command {
        public Cancel {
            CommandTexts.requireText(key, MAX_ID);
            CommandTexts.requireText(by, MAX_ID);
            CommandTexts.requireText(reason, MAX_TEXT);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.cancel(this);
        }
    }

    /** Pulls a kill switch: it stays pulled over restarts until people let go, and everything in its scope is cancelled. */
    record PullSwitch(ControlId control, String person, String reason) implements Command {
        public PullSwitch {
            CommandTexts.requireText(person, MAX_ID);
            CommandTexts.requireText(reason, MAX_TEXT);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.pullSwitch(this);
        }
    }

    /**
     * Takes an alert on, so that nothing more of it is due; only who answers for a role that was told, holds it, or covers for it.
     *
     * @param note what is done about it; must not be blank
     */
    record AcknowledgeAlert(String alert, String person, String note) implements Command {
        public AcknowledgeAlert {
            CommandTexts.requireText(alert, MAX_ID);
            CommandTexts.requireText(person, MAX_ID);
            CommandTexts.requireText(note, MAX_TEXT);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.acknowledgeAlert(this);
        }
    }

    /**
     * Says that a person was delivered an alert.
     *
     * @param channel how, for example `screen`
     * @param revision up to where, as {@link Instruction.Tell} gave it
     */
    record ConfirmDelivery(String alert, String person, String channel, int revision) implements Command {
        public ConfirmDelivery {
            CommandTexts.requireText(alert, MAX_ID);
            CommandTexts.requireText(person, MAX_ID);
            CommandTexts.requireText(channel, MAX_ID);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.confirmDelivery(this);
        }
    }

    /** Says that a person has seen an alert, up to the revision that was delivered. */
    record Seen(String alert, String person, int revision) implements Command {
        public Seen {
            CommandTexts.requireText(alert, MAX_ID);
            CommandTexts.requireText(person, MAX_ID);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.seen(this);
        }
    }

    /**
     * Offers to hand over who answers for what tells a role; until somebody accepts, who offers answers for it.
     *
     * @param desk only for alerts about orders of this desk; empty for all
     * @param to the person who is to take over; empty where a role is to
     * @param toRole the role whose holders are to take over; empty where a person is to
     * @param until the last instant at which it can be accepted, within a day
     */
    record OfferHandOver(
            Role role, String desk, String from, String to, Optional<Role> toRole, String note, Instant until)
            implements Command {
        public OfferHandOver {
            CommandTexts.requireText(role.name(), MAX_ID);
            CommandTexts.requireText(desk, MAX_ID);
            CommandTexts.requireText(from, MAX_ID);
            CommandTexts.requireText(to, MAX_ID);
            toRole.ifPresent(other -> CommandTexts.requireText(other.name(), MAX_ID));
            CommandTexts.requireText(note, MAX_TEXT);
            if (to.isEmpty() == toRole.isEmpty()) {
                throw new IllegalArgumentException("a duty is handed over to a person or to a role");
            }
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.offerHandOver(this);
        }
    }

    /** Accepts what was offered, at the last instant at the latest. */
    record AcceptHandOver(String handOver, String person) implements Command {
        public AcceptHandOver {
            CommandTexts.requireText(handOver, MAX_ID);
            CommandTexts.requireText(person, MAX_ID);
        }

        @Override
        public <R> R match(CommandCases<R> cases) {
            return cases.acceptHandOver(this);
        }
    }

    /** Which warnings are acknowledged. */
    sealed interface Selection {

        /** Dispatches on the selection. */
        <R> R match(SelectionCases<R> cases);

        /** Handles each selection. */
        interface SelectionCases<R> {
            R all(All selection);

            R one(One selection);
        }

        /** Every warning that may be cleared at once. */
        record All() implements Selection {
            @Override
            public <R> R match(SelectionCases<R> cases) {
                return cases.all(this);
            }
        }

        /** The warning of one control on one line, or on the basket for line 0. */
        record One(ControlId control, int line) implements Selection {
            @Override
            public <R> R match(SelectionCases<R> cases) {
                return cases.one(this);
            }
        }
    }
}
