package org.portcullis.engine.flow;

import java.util.List;

/** Sends each command to what judges it. */
record Handling(Context context) implements CommandCases<Transition> {

    @Override
    public Transition activate(Command.Activate command) {
        return new Packs(context).activate(command);
    }

    @Override
    public Transition proposePack(Command.ProposePack command) {
        return new Packs(context).propose(command);
    }

    @Override
    public Transition replacePeople(Command.ReplacePeople command) {
        return new Transition(List.of(context.general(People.replacedBy(command.directory()))), Outcome.Recorded::new);
    }

    @Override
    public Transition enrolKey(Command.EnrolKey command) {
        return new Keeping(context).enrol(command);
    }

    @Override
    public Transition rotateKey(Command.RotateKey command) {
        return new Keeping(context).rotate(command);
    }

    @Override
    public Transition revokeKey(Command.RevokeKey command) {
        return new Keeping(context).revoke(command);
    }

    @Override
    public Transition commitPerson(Command.CommitPerson command) {
        return new Committing(context).commit(command);
    }

    @Override
    public Transition erasePerson(Command.ErasePerson command) {
        return new Committing(context).erase(command);
    }

    @Override
    public Transition submit(Command.Submit command) {
        return new Submitting(context).submit(command);
    }

    @Override
    public Transition acknowledge(Command.Acknowledge command) {
        return new Acknowledging(context).acknowledge(command);
    }

    @Override
    public Transition vote(Command.Vote command) {
        return new Voting(context).vote(command);
    }

    @Override
    public Transition withdraw(Command.Withdraw command) {
        return new Withdrawing(context).withdraw(command);
    }

    @Override
    public Transition presentToken(Command.PresentToken command) {
        return new Presenting(context).present(command);
    }

    @Override
    public Transition estimate(Command.Estimate command) {
        return new Estimating(context).estimate(command);
    }

    @Override
    public Transition askReEnabling(Command.AskReEnabling command) {
        return new Petitioning(context).ask(command);
    }

    @Override
    public Transition askExceptionalRelease(Command.AskExceptionalRelease command) {
        return new Exceptional(context, command).ask();
    }

    @Override
    public Transition report(Command.Report command) {
        return new Reporting(context).report(command);
    }

    @Override
    public Transition cancel(Command.Cancel command) {
        return new Cancelling(context).cancel(command);
    }

    @Override
    public Transition pullSwitch(Command.PullSwitch command) {
        return new Switching(context).pull(command);
    }

    @Override
    public Transition acknowledgeAlert(Command.AcknowledgeAlert command) {
        return new Attending(context).acknowledge(command);
    }

    @Override
    public Transition confirmDelivery(Command.ConfirmDelivery command) {
        return new Attending(context).confirm(command);
    }

    @Override
    public Transition seen(Command.Seen command) {
        return new Attending(context).seen(command);
    }

    @Override
    public Transition offerHandOver(Command.OfferHandOver command) {
        return new HandingOver(context).offer(command);
    }

    @Override
    public Transition acceptHandOver(Command.AcceptHandOver command) {
        return new HandingOver(context).accept(command);
    }
}
