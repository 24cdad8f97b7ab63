package org.portcullis.engine.flow;

/** Handles each kind of command. */
public interface CommandCases<R> {
    R activate(Command.Activate command);

    R proposePack(Command.ProposePack command);

    R replacePeople(Command.ReplacePeople command);

    R enrolKey(Command.EnrolKey command);

    R rotateKey(Command.RotateKey command);

    R revokeKey(Command.RevokeKey command);

    R commitPerson(Command.CommitPerson command);

    R erasePerson(Command.ErasePerson command);

    R submit(Command.Submit command);

    R acknowledge(Command.Acknowledge command);

    R vote(Command.Vote command);

    R withdraw(Command.Withdraw command);

    R presentToken(Command.PresentToken command);

    R estimate(Command.Estimate command);

    R askReEnabling(Command.AskReEnabling command);

    R askExceptionalRelease(Command.AskExceptionalRelease command);

    R report(Command.Report command);

    R cancel(Command.Cancel command);

    R pullSwitch(Command.PullSwitch command);

    R acknowledgeAlert(Command.AcknowledgeAlert command);

    R confirmDelivery(Command.ConfirmDelivery command);

    R seen(Command.Seen command);

    R offerHandOver(Command.OfferHandOver command);

    R acceptHandOver(Command.AcceptHandOver command);
}
