package org.portcullis.engine.flow;

/** Names commands in the journal; words are forever. */
final class CommandWords implements CommandCases<String> {

    @Override
    public String activate(Command.Activate command) {
        return "activate";
    }

    @Override
    public String proposePack(Command.ProposePack command) {
        return "propose pack";
    }

    @Override
    public String replacePeople(Command.ReplacePeople command) {
        return "replace people";
    }

    @Override
    public String enrolKey(Command.EnrolKey command) {
        return "enrol key";
    }

    @Override
    public String rotateKey(Command.RotateKey command) {
        return "rotate key";
    }

    @Override
    public String revokeKey(Command.RevokeKey command) {
        return "revoke key";
    }

    @Override
    public String commitPerson(Command.CommitPerson command) {
        return "commit person";
    }

    @Override
    public String erasePerson(Command.ErasePerson command) {
        return "erase person";
    }

    @Override
    public String submit(Command.Submit command) {
        return "submit";
    }

    @Override
    public String acknowledge(Command.Acknowledge command) {
        return "acknowledge";
    }

    @Override
    public String vote(Command.Vote command) {
        return "vote";
    }

    @Override
    public String withdraw(Command.Withdraw command) {
        return "withdraw";
    }

    @Override
    public String presentToken(Command.PresentToken command) {
        return "present token";
    }

    @Override
    public String report(Command.Report command) {
        return "report";
    }

    @Override
    public String cancel(Command.Cancel command) {
        return "cancel";
    }

    @Override
    public String pullSwitch(Command.PullSwitch command) {
        return "pull switch";
    }

    @Override
    public String estimate(Command.Estimate command) {
        return "estimate";
    }

    @Override
    public String askReEnabling(Command.AskReEnabling command) {
        return "ask re-enabling";
    }

    @Override
    public String askExceptionalRelease(Command.AskExceptionalRelease command) {
        return "ask exceptional release";
    }

    @Override
    public String acknowledgeAlert(Command.AcknowledgeAlert command) {
        return "acknowledge alert";
    }

    @Override
    public String confirmDelivery(Command.ConfirmDelivery command) {
        return "confirm delivery";
    }

    @Override
    public String seen(Command.Seen command) {
        return "seen";
    }

    @Override
    public String offerHandOver(Command.OfferHandOver command) {
        return "offer hand-over";
    }

    @Override
    public String acceptHandOver(Command.AcceptHandOver command) {
        return "accept hand-over";
    }
}
