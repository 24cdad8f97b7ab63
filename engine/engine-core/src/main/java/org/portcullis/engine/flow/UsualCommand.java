package org.portcullis.engine.flow;

/** Answers every command with one thing; for questions that few commands answer otherwise. */
class UsualCommand<R> implements CommandCases<R> {
    private final R usual;

    UsualCommand(R usual) {
        this.usual = usual;
    }

    @Override
    public R activate(Command.Activate command) {
        return usual;
    }

    @Override
    public R proposePack(Command.ProposePack command) {
        return usual;
    }

    @Override
    public R replacePeople(Command.ReplacePeople command) {
        return usual;
    }

    @Override
    public R enrolKey(Command.EnrolKey command) {
        return usual;
    }

    @Override
    public R rotateKey(Command.RotateKey command) {
        return usual;
    }

    @Override
    public R revokeKey(Command.RevokeKey command) {
        return usual;
    }

    @Override
    public R commitPerson(Command.CommitPerson command) {
        return usual;
    }

    @Override
    public R erasePerson(Command.ErasePerson command) {
        return usual;
    }

    @Override
    public R submit(Command.Submit command) {
        return usual;
    }

    @Override
    public R acknowledge(Command.Acknowledge command) {
        return usual;
    }

    @Override
    public R vote(Command.Vote command) {
        return usual;
    }

    @Override
    public R withdraw(Command.Withdraw command) {
        return usual;
    }

    @Override
    public R presentToken(Command.PresentToken command) {
        return usual;
    }

    @Override
    public R report(Command.Report command) {
        return usual;
    }

    @Override
    public R cancel(Command.Cancel command) {
        return usual;
    }

    @Override
    public R pullSwitch(Command.PullSwitch command) {
        return usual;
    }

    @Override
    public R estimate(Command.Estimate command) {
        return usual;
    }

    @Override
    public R askReEnabling(Command.AskReEnabling command) {
        return usual;
    }

    @Override
    public R askExceptionalRelease(Command.AskExceptionalRelease command) {
        return usual;
    }

    @Override
    public R acknowledgeAlert(Command.AcknowledgeAlert command) {
        return usual;
    }

    @Override
    public R confirmDelivery(Command.ConfirmDelivery command) {
        return usual;
    }

    @Override
    public R seen(Command.Seen command) {
        return usual;
    }

    @Override
    public R offerHandOver(Command.OfferHandOver command) {
        return usual;
    }

    @Override
    public R acceptHandOver(Command.AcceptHandOver command) {
        return usual;
    }
}
