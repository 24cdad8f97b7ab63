package org.portcullis.compiler.format;

import org.portcullis.compiler.syntax.ControlSyntax;

/** Writes one control, by its kind. */
final class ControlSpelling implements ControlSyntax.Cases<String> {
    private final ControlSyntax control;

    ControlSpelling(ControlSyntax control) {
        this.control = control;
    }

    @Override
    public String grant(ControlSyntax.Grant grant) {
        Sentence sentence = begin("grant")
                .word("lets")
                .word(CanonicalSpelling.roles(grant.roles()))
                .word("submit")
                .word(CanonicalSpelling.of(control.applies()));
        grant.perOrder().ifPresent(cap -> sentence.word("up to").value(cap).word("per order"));
        grant.perBasket()
                .ifPresent(cap -> sentence.word(grant.perOrder().isPresent() ? "and" : "up to")
                        .value(cap)
                        .word("per basket"));
        return end(sentence);
    }

    @Override
    public String hardLimit(ControlSyntax.HardLimit limit) {
        Sentence sentence = applied("hard limit")
                .word("block")
                .word(limit.target().value().words())
                .word("if")
                .word(CanonicalSpelling.of(limit.breach()));
        limit.early().ifPresent(early -> sentence.word(ClauseSpelling.of(early)));
        limit.exceptional().ifPresent(release -> sentence.word(ClauseSpelling.of(release)));
        return end(sentence);
    }

    @Override
    public String softLimit(ControlSyntax.SoftLimit limit) {
        Sentence sentence = applied("soft limit")
                .word("warn")
                .word(limit.target().value().words())
                .word("if")
                .word(CanonicalSpelling.of(limit.breach()));
        limit.early().ifPresent(early -> sentence.word(ClauseSpelling.of(early)));
        ControlSyntax.Acknowledged acknowledged = limit.acknowledged();
        sentence.word("acknowledged").word(acknowledged.mode().value().words());
        if (acknowledged.reasonRequired()) {
            sentence.word("with a reason");
        }
        acknowledged
                .retyped()
                .ifPresent(amount -> sentence.comma().word("retyping").word(CanonicalSpelling.of(amount)));
        if (acknowledged.largestFirst()) {
            sentence.comma().word("largest first");
        }
        acknowledged.by().ifPresent(role -> sentence.word("by").word(CanonicalSpelling.role(role)));
        return end(sentence);
    }

    @Override
    public String alertFlood(ControlSyntax.AlertFlood flood) {
        Sentence sentence = applied("alert flood")
                .word("if more than")
                .word(CanonicalSpelling.warnings(flood.maxWarnings().value()))
                .word("are raised by one")
                .word(flood.raisedByBasket().value() ? "basket" : "order")
                .word(flood.terms().isPresent() ? "hold" : "block")
                .word(flood.target().value().words());
        flood.terms().ifPresent(terms -> sentence.word(CanonicalSpelling.of(terms)));
        return end(sentence);
    }

    @Override
    public String approval(ControlSyntax.Approval approval) {
        return end(applied("approval")
                .word("hold")
                .word(approval.target().value().words())
                .word("if")
                .word(CanonicalSpelling.of(approval.hold()))
                .word(CanonicalSpelling.of(approval.terms())));
    }

    @Override
    public String windowLimit(ControlSyntax.WindowLimit limit) {
        Sentence sentence = applied(limit.kind().words())
                .word(limit.action().value().word())
                .word(limit.target().value().words())
                .word("if")
                .word(CanonicalSpelling.of(limit.breach()));
        limit.early().ifPresent(early -> sentence.word(ClauseSpelling.of(early)));
        limit.reEnabling().ifPresent(again -> sentence.word(ClauseSpelling.of(again)));
        return end(sentence);
    }

    @Override
    public String inFlight(ControlSyntax.InFlight inFlight) {
        Sentence sentence = applied("in-flight control")
                .word(inFlight.action().value().word())
                .word(inFlight.target().value().words())
                .word("if")
                .word(CanonicalSpelling.of(inFlight.breach()));
        inFlight.reEnabling().ifPresent(again -> sentence.word(ClauseSpelling.of(again)));
        return end(sentence);
    }

    @Override
    public String monitor(ControlSyntax.Monitor monitor) {
        Sentence sentence = applied("monitor")
                .word("tell")
                .word(CanonicalSpelling.role(monitor.tell()))
                .word("if")
                .word(CanonicalSpelling.of(monitor.when()));
        monitor.groupedBy().ifPresent(by -> sentence.word("grouped by").word(CanonicalSpelling.of(by)));
        return end(sentence);
    }

    @Override
    public String escalation(ControlSyntax.Escalation escalation) {
        Sentence sentence = begin("escalation").word("when");
        escalation.what().ifPresent(what -> sentence.word("anything is").word(what.value()));
        escalation.condition().ifPresent(when -> sentence.word(CanonicalSpelling.of(when)));
        scopes(sentence);
        escalation.groupedBy().ifPresent(by -> sentence.word("grouped by").word(CanonicalSpelling.of(by)));
        return end(sentence.word(ClauseSpelling.steps(escalation.steps())).word("alerts are never filtered"));
    }

    @Override
    public String killSwitch(ControlSyntax.KillSwitch kill) {
        Sentence sentence = begin("kill switch")
                .word("pulled by")
                .word(CanonicalSpelling.of(kill.pulledBy()))
                .word("cancels all")
                .word(control.applies().subject().value().word());
        scopes(sentence);
        sentence.word("and blocks new").word(kill.blocked().value().word());
        return end(sentence.word(ClauseSpelling.of(kill.reEnabling())));
    }

    private void scopes(Sentence sentence) {
        if (!control.applies().scopes().isEmpty()) {
            sentence.word("in scope")
                    .word(CanonicalSpelling.joined(control.applies().scopes(), " or "));
        }
    }

    private Sentence applied(String kind) {
        return begin(kind).word("applies to").word(CanonicalSpelling.of(control.applies()));
    }

    private Sentence begin(String kind) {
        Sentence sentence = new Sentence().word(kind).word(control.id().value());
        if (!control.citations().isEmpty()) {
            sentence.word("cites").word(CanonicalSpelling.of(control.citations()));
        }
        control.owner().ifPresent(owner -> sentence.word("owner").text(owner));
        control.review().ifPresent(review -> sentence.word(CanonicalSpelling.of(review)));
        control.effective().ifPresent(period -> sentence.word("effective").word(ClauseSpelling.of(period)));
        control.rollout()
                .ifPresent(state -> sentence.word("rollout").word(state.value().word()));
        return sentence;
    }

    private String end(Sentence sentence) {
        control.missingData()
                .ifPresent(effect ->
                        sentence.word("missing data").word(effect.value().word()));
        control.message().ifPresent(message -> sentence.word("say").text(message));
        return sentence.stop();
    }
}
