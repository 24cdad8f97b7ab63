package org.portcullis.report.obligation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.Seating;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.PackActivated;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.work.Stop;
import org.portcullis.model.control.ControlKind;
import org.portcullis.report.EvidenceRequest;

/**
 * Follows every hold to its release and judges what rests on the signatures: releases, exceptions, latched stops and changes of policies.
 * Keeps the holds that wait, the petitions that were released, and the stops that stand. Mutable; one thread.
 */
final class Signatures extends Judging {

    private final Predicate<HoldEntry.VoteAccepted> genuine;
    private final Map<String, Hold> waiting = new HashMap<>();
    private final Map<String, Set<String>> signers = new HashMap<>();
    private final Map<String, PetitionEntry.Asked> petitions = new HashMap<>();
    private final Set<String> signed = new HashSet<>();
    private final Map<String, Stop> latched = new HashMap<>();
    private final Instances exceptions = new Instances();
    private final Instances stops = new Instances();
    private final Instances changes = new Instances();
    private boolean changesSigned;

    /** Takes what tells whether an accepted vote is signed by its person's own key. */
    Signatures(EvidenceRequest request, Predicate<HoldEntry.VoteAccepted> genuine) {
        super(request);
        this.genuine = genuine;
    }

    @Override
    public Boolean asked(PetitionEntry.Asked body) {
        return petitions.put(body.petition(), body) == null;
    }

    @Override
    public Boolean begun(HoldEntry.Begun body) {
        return waiting.put(body.hold().id(), body.hold()) == null;
    }

    @Override
    public Boolean voteAccepted(HoldEntry.VoteAccepted body) {
        boolean holds = genuine.test(body);
        if (holds) {
            signers.computeIfAbsent(body.hold(), first -> new TreeSet<>()).add(body.approver());
        }
        return holds;
    }

    @Override
    public Boolean released(HoldEntry.Released body) {
        Optional<Hold> hold = Optional.ofNullable(waiting.remove(body.hold()));
        Set<String> genuinely = Optional.ofNullable(signers.remove(body.hold())).orElse(Set.of());
        boolean byOthers =
                hold.filter(each -> areOthers(each, body.seats(), genuinely)).isPresent();
        Purpose.Kind purpose = hold.map(each -> each.purpose().kind()).orElse(Purpose.Kind.RELEASE);
        if (purpose == Purpose.Kind.RELEASE) {
            count(byOthers, "hold " + body.hold() + " was released without the signatures of others");
        } else if (byOthers) {
            signed.add(body.hold());
        }
        if (purpose == Purpose.Kind.EXCEPTIONAL_RELEASE && inPeriod()) {
            boolean said = Optional.ofNullable(petitions.get(body.hold()))
                    .filter(petition -> !petition.circumstances().isBlank())
                    .isPresent();
            exceptions.add(
                    byOthers && said && body.seats().size() > 1,
                    index(),
                    "petition " + body.hold() + " does not say why, or is not signed by two others");
        }
        return byOthers;
    }

    /** Whether different people took the seats, none of them the requester, and each with a signature. */
    private static boolean areOthers(Hold hold, List<Seating.Taken> seats, Set<String> genuinely) {
        List<String> people = seats.stream().map(Seating.Taken::person).toList();
        return !people.isEmpty()
                && new HashSet<>(people).size() == people.size()
                && !people.contains(hold.requester())
                && genuinely.containsAll(people);
    }

    @Override
    public Boolean rejected(HoldEntry.Rejected body) {
        return forget(body.hold());
    }

    @Override
    public Boolean expired(HoldEntry.Expired body) {
        return forget(body.hold());
    }

    @Override
    public Boolean withdrawn(PetitionEntry.Withdrawn body) {
        return forget(body.petition());
    }

    private boolean forget(String hold) {
        signers.remove(hold);
        petitions.remove(hold);
        return waiting.remove(hold) != null;
    }

    @Override
    public Boolean stopped(WorkEntry.Stopped body) {
        return body.stop().latched() && latched.put(body.stop().id(), body.stop()) == null;
    }

    @Override
    public Boolean resumed(WorkEntry.Resumed body) {
        Stop stop = latched.remove(body.stop());
        if (stop != null && inPeriod()) {
            stops.add(
                    signed.contains(body.by()),
                    index(),
                    "stop " + body.stop() + " of control " + stop.control().text() + " went on without signatures");
        }
        return stop != null;
    }

    @Override
    public Boolean packActivated(PackActivated body) {
        boolean asked =
                changesSigned || (body.changesSigned() && body.signedBy().isPresent());
        if (asked && inPeriod()) {
            changes.add(
                    body.signedBy().filter(signed::contains).isPresent(),
                    index(),
                    "policy " + body.name() + ", " + body.version() + " was put in force without signatures");
        }
        changesSigned = body.changesSigned();
        return asked;
    }

    @Override
    Judgement judgement(Controls controls) {
        return instances.judge(
                Obligation.HOLDS_SIGNED_BY_OTHERS,
                controls.have(ControlKind.APPROVAL, ControlKind.ALERT_FLOOD),
                "no policy of the period holds submissions");
    }

    Judgement exceptions(Controls controls) {
        return exceptions.judge(
                Obligation.EXCEPTIONS_AUTHORISED,
                controls.stated().stream()
                        .anyMatch(each -> each.control().terms().stream()
                                .anyMatch(term -> term.contains(" may be released once by "))),
                "no policy of the period provides for exceptional releases");
    }

    Judgement stops(Controls controls) {
        return stops.judge(
                Obligation.STOPS_LET_GO_BY_PEOPLE,
                controls.stated().stream()
                        .anyMatch(each ->
                                each.control().terms().stream().anyMatch(term -> term.startsWith("re-enabled"))),
                "no control of the period latches");
    }

    Judgement changes(Controls controls) {
        return changes.judge(
                Obligation.CHANGES_SIGNED, changesSigned, "no policy of the period asks for signatures on its changes");
    }
}
