package org.portcullis.vault;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.ControlEdit;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.CommandCases;
import org.portcullis.engine.people.CommittedText;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/** Rewrites one command: ids of people become pseudonyms, and what people wrote becomes commitments. */
final class Concealment implements CommandCases<Concealment.Step> {
    private final Concealing concealing;

    private Concealment(Concealing concealing) {
        this.concealing = concealing;
    }

    /** Makes the rewritten command, which may have to write to the vault; empty where the command cannot be rewritten and must not go on. */
    interface Step {
        Optional<Command> take() throws VaultFailure;
    }

    static Optional<Command> of(Command command, Concealing concealing) throws VaultFailure {
        return command.match(new Concealment(concealing)).take();
    }

    @Override
    public Step activate(Command.Activate command) {
        return () -> Optional.of(concealed(command));
    }

    @Override
    public Step proposePack(Command.ProposePack command) {
        return () -> Optional.of(new Command.ProposePack(concealed(command.pack())));
    }

    private Command.Activate concealed(Command.Activate command) throws VaultFailure {
        List<ControlEdit> edits = new ArrayList<>();
        for (ControlEdit edit : command.edits()) {
            edits.add(new ControlEdit(edit.control(), person(edit.person()), edit.at()));
        }
        return new Command.Activate(command.assessor(), command.title(), person(command.by()), edits);
    }

    @Override
    public Step replacePeople(Command.ReplacePeople command) {
        return () -> Optional.of(new Command.ReplacePeople(concealing.directory(command.directory())));
    }

    /** The person of an enrolment is signed: a client asks for the pseudonym before. An id that is none is refused by the engine, which does not know it. */
    @Override
    public Step enrolKey(Command.EnrolKey command) {
        return () ->
                isPseudonymous(command.enrolment(), "person") && isPseudonymous(command.confirmation(), "confirmedBy")
                        ? Optional.of(new Command.EnrolKey(
                                command.enrolment(), person(command.confirmedBy()), command.confirmation()))
                        : Optional.empty();
    }

    @Override
    public Step rotateKey(Command.RotateKey command) {
        return () -> isPseudonymous(command.proof(), "person") && isPseudonymous(command.confirmation(), "confirmedBy")
                ? Optional.of(new Command.RotateKey(
                        command.proof(), command.consent(), person(command.confirmedBy()), command.confirmation()))
                : Optional.empty();
    }

    @Override
    public Step revokeKey(Command.RevokeKey command) {
        return () -> Optional.of(
                new Command.RevokeKey(command.keyId(), person(command.by()), words(command.by(), command.reason())));
    }

    @Override
    public Step commitPerson(Command.CommitPerson command) {
        return () -> Optional.of(command);
    }

    @Override
    public Step erasePerson(Command.ErasePerson command) {
        return () -> Optional.of(
                new Command.ErasePerson(command.person(), person(command.by()), words(command.by(), command.reason())));
    }

    @Override
    public Step submit(Command.Submit command) {
        return () -> Optional.of(
                new Command.Submit(concealing.submission(command.submission()), command.snapshot(), command.stage()));
    }

    @Override
    public Step acknowledge(Command.Acknowledge command) {
        return () -> Optional.of(new Command.Acknowledge(
                command.submission(),
                person(command.person()),
                command.selection(),
                words(command.person(), command.reason()),
                command.retyped(),
                command.textShown()));
    }

    @Override
    public Step vote(Command.Vote command) {
        return () -> isPseudonymous(command.envelope(), "approver") && isCommitted(command.envelope(), "reason")
                ? Optional.of(command)
                : Optional.empty();
    }

    @Override
    public Step withdraw(Command.Withdraw command) {
        return () -> Optional.of(new Command.Withdraw(command.submission(), person(command.person())));
    }

    @Override
    public Step presentToken(Command.PresentToken command) {
        return () -> Optional.of(command);
    }

    @Override
    public Step estimate(Command.Estimate command) {
        return () -> Optional.of(new Command.Estimate(command.hold(), person(command.person()), command.amount()));
    }

    @Override
    public Step askReEnabling(Command.AskReEnabling command) {
        return () -> Optional.of(new Command.AskReEnabling(
                command.stopped(), person(command.person()), words(command.person(), command.reason())));
    }

    @Override
    public Step askExceptionalRelease(Command.AskExceptionalRelease command) {
        return () -> Optional.of(new Command.AskExceptionalRelease(
                command.submission(),
                person(command.person()),
                command.control(),
                command.line(),
                words(command.person(), command.reason()),
                words(command.person(), command.circumstances())));
    }

    @Override
    public Step report(Command.Report command) {
        return () -> Optional.of(command);
    }

    @Override
    public Step cancel(Command.Cancel command) {
        return () -> Optional.of(new Command.Cancel(
                command.target(),
                command.target() == Target.TRADER ? person(command.key()) : command.key(),
                person(command.by()),
                words(command.by(), command.reason())));
    }

    @Override
    public Step pullSwitch(Command.PullSwitch command) {
        return () -> Optional.of(new Command.PullSwitch(
                command.control(), person(command.person()), words(command.person(), command.reason())));
    }

    @Override
    public Step acknowledgeAlert(Command.AcknowledgeAlert command) {
        return () -> Optional.of(new Command.AcknowledgeAlert(
                command.alert(), person(command.person()), words(command.person(), command.note())));
    }

    @Override
    public Step confirmDelivery(Command.ConfirmDelivery command) {
        return () -> Optional.of(new Command.ConfirmDelivery(
                command.alert(), person(command.person()), command.channel(), command.revision()));
    }

    @Override
    public Step seen(Command.Seen command) {
        return () -> Optional.of(new Command.Seen(command.alert(), person(command.person()), command.revision()));
    }

    @Override
    public Step offerHandOver(Command.OfferHandOver command) {
        return () -> Optional.of(new Command.OfferHandOver(
                command.role(),
                command.desk(),
                person(command.from()),
                person(command.to()),
                command.toRole(),
                words(command.from(), command.note()),
                command.until()));
    }

    @Override
    public Step acceptHandOver(Command.AcceptHandOver command) {
        return () -> Optional.of(new Command.AcceptHandOver(command.handOver(), person(command.person())));
    }

    /** An empty id stays empty: the engine refuses it, or it means nobody. */
    private String person(String id) throws VaultFailure {
        return id.isBlank() ? "" : concealing.person(id);
    }

    /** Words of nobody have no author who could be erased. */
    private String words(String author, String text) throws VaultFailure {
        return author.isBlank() ? "" : concealing.words(author, text);
    }

    private static boolean isPseudonymous(JsonObject envelope, String member) {
        return signed(envelope, member).map(Pseudonym::isPseudonym).orElse(true);
    }

    private static boolean isCommitted(JsonObject envelope, String member) {
        return signed(envelope, member)
                .map(text -> text.isEmpty() || CommittedText.isCommitted(text))
                .orElse(true);
    }

    /** A member of what is signed; empty where the envelope or what is in it has another form, which the engine refuses and keeps by its digest. */
    private static Optional<String> signed(JsonObject envelope, String member) {
        try {
            JsonObject payload = JsonReader.readObject(Base64.getDecoder().decode(envelope.text("payload")));
            return Optional.of(payload.text(member));
        } catch (IllFormedJson | JsonMismatch | IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
