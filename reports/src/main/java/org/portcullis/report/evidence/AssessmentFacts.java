package org.portcullis.report.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.engine.entry.PackActivated;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.mapping.assessment.FactKind;
import org.portcullis.model.control.ControlKind;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.assessment.SelfAssessment.Shown;

/** States facts of the journal and the policies of the period, each in one sentence with the sheet where more of it stands. */
final class AssessmentFacts {

    private static final int MAX_NAMES = 8;
    private static final int MAX_POLICIES = 2;

    private final EvidenceRequest request;
    private final Survey survey;

    AssessmentFacts(EvidenceRequest request, Survey survey) {
        this.request = request;
        this.survey = survey;
    }

    /** States one fact; of several policies, each is named. */
    Shown of(FactKind kind) {
        return switch (kind) {
            case OWNERS -> new Shown(owners(), ControlRegister.NAME);
            case REVIEWS -> new Shown(reviews(), "Overdue reviews");
            case LIMITS ->
                new Shown(
                        kinds(
                                "limits",
                                ControlKind.HARD_LIMIT,
                                ControlKind.SOFT_LIMIT,
                                ControlKind.CUMULATIVE_LIMIT,
                                ControlKind.THROTTLE,
                                ControlKind.IN_FLIGHT),
                        "Limits in force");
            case GRANTS -> new Shown(kinds("grants", ControlKind.GRANT), ControlRegister.NAME);
            case APPROVALS -> new Shown(approvals(), "Approvals");
            case ALERTS -> new Shown(alerts(), "Alert routing");
            case IN_FLIGHT ->
                new Shown(
                        kinds("controls of working orders", ControlKind.IN_FLIGHT) + "; suspended "
                                + counted("work.stopped") + " times and resumed " + counted("work.resumed")
                                + " times in the period",
                        "In flight actions");
            case KILL_SWITCHES ->
                new Shown(
                        kinds("kill switches", ControlKind.KILL_SWITCH) + "; pulled " + counted("switch.pulled")
                                + " times, swept " + counted("switch.swept") + " times and let go "
                                + counted("switch.cleared") + " times in the period",
                        "Kill switch");
            case POLICIES -> new Shown(policies(), "Access and duties");
            case KEYS ->
                new Shown(
                        "signing keys in the period: enrolled " + counted("key.enrolled") + ", rotated "
                                + counted("key.rotated") + ", revoked " + counted("key.revoked"),
                        "Key register");
            case DECISIONS ->
                new Shown(
                        survey.decisions() + " submissions with " + survey.statedLines()
                                + " orders decided in the period, each with its desk and trader; blocking findings "
                                + survey.statedBlocks(),
                        "Decisions");
            case VOLUME -> new Shown(volume(), "Decisions");
            case RECORDS ->
                new Shown(
                        survey.entries() + " entries up to the checkpoint, " + survey.gaps() + " gaps, "
                                + survey.brokenLinks() + " broken links; " + survey.wholeDecisions() + " of "
                                + survey.decisions() + " decisions of the period whole",
                        "Chain verification");
        };
    }

    private String owners() {
        Map<String, Long> owners = controls().stream()
                .collect(Collectors.groupingBy(PackControl::owner, TreeMap::new, Collectors.counting()));
        return "owners of the " + controls().size() + " controls of the period's policies: "
                + names(owners.entrySet().stream()
                        .map(owner -> owner.getKey() + " (" + owner.getValue() + ")")
                        .toList());
    }

    private String reviews() {
        String lastDay = request.lastDay().toString();
        long due = controls().stream()
                .map(PackControl::reviewDue)
                .filter(day -> !day.isEmpty() && day.compareTo(lastDay) <= 0)
                .count();
        String next = controls().stream()
                .map(PackControl::reviewDue)
                .filter(day -> !day.isEmpty())
                .sorted()
                .findFirst()
                .orElse("by calendar");
        return "reviews of " + controls().size() + " controls: due by " + lastDay + " " + due
                + ", the first next review " + next;
    }

    private String kinds(String what, ControlKind... kinds) {
        return what + " of the policies: "
                + perPack(pack -> {
                    List<String> found = new ArrayList<>();
                    for (ControlKind kind : kinds) {
                        List<String> ids = pack.controls().stream()
                                .filter(control -> control.kind().equals(kind.words()))
                                .map(PackControl::id)
                                .toList();
                        if (!ids.isEmpty()) {
                            found.add(kind.words() + " " + ids.size() + " (" + names(ids) + ")");
                        }
                    }
                    return found.isEmpty() ? "none" : String.join(", ", found);
                });
    }

    private String approvals() {
        TreeSet<String> signers = new TreeSet<>();
        controls().stream()
                .filter(control -> control.kind().equals(ControlKind.APPROVAL.words()))
                .forEach(control -> signers.addAll(control.recipients()));
        return "approvers that the policies name: " + names(List.copyOf(signers)) + "; accepted votes in the period "
                + survey.votes() + ", of them with a signature that holds " + survey.validVotes();
    }

    private String alerts() {
        TreeSet<String> told = new TreeSet<>();
        controls().stream()
                .filter(control -> !control.changesTrading())
                .forEach(control -> told.addAll(control.recipients()));
        return "recipients that controls which only alert name: " + names(List.copyOf(told)) + "; in the period "
                + counted("alert.raised") + " alerts raised, " + counted("alert.acknowledged") + " acknowledged, "
                + counted("alert.step.taken") + " steps of chains taken";
    }

    private String policies() {
        return "policies of the period: "
                + perPack(pack -> {
                    PackActivated activated = pack.activated();
                    String signed = activated
                            .signedBy()
                            .map(petition -> "signed in petition " + petition)
                            .orElse("without signatures");
                    return "in force since entry " + pack.entry() + ", " + signed;
                });
    }

    private String volume() {
        String busiest = survey.volume()
                .busiestDay()
                .map(day -> "busiest day " + day.from().toString().substring(0, 10) + " with " + day.submissions()
                        + " submissions and " + day.orders() + " orders decided, twice that " + 2 * day.orders())
                .orElse("no decision in the period");
        String minute = survey.volume()
                .busiestMinute()
                .map(stretch -> "; busiest minute " + stretch.from().toString().substring(11, 16) + " UTC with "
                        + stretch.orders() + " orders")
                .orElse("");
        long days = Math.max(1, Duration.between(request.from(), request.to()).toDays());
        return busiest + minute + "; the period has " + days + (days == 1 ? " day" : " days")
                + ", and messages to venues are not in the journal";
    }

    private List<PackControl> controls() {
        return survey.packs().stream().flatMap(pack -> pack.controls().stream()).toList();
    }

    /** Says it of each policy, and once of those that have the same. */
    private String perPack(Function<Pack, String> words) {
        Map<String, List<String>> same = new LinkedHashMap<>();
        survey.packs()
                .forEach(pack -> same.computeIfAbsent(words.apply(pack), first -> new ArrayList<>())
                        .add(pack.label()));
        if (same.isEmpty()) {
            return "no policy decided or was put in force";
        }
        return same.entrySet().stream()
                .map(each -> named(each.getValue(), survey.packs().size()) + ": " + each.getKey())
                .collect(Collectors.joining("; "));
    }

    /** Names policies, or says how many they are where they are many or all. */
    static String named(List<String> labels, int all) {
        if (labels.size() == all && all > 1) {
            return "all " + all + " policies";
        }
        return labels.size() > MAX_POLICIES ? labels.size() + " of " + all + " policies" : String.join(" and ", labels);
    }

    private long counted(String type) {
        return survey.inPeriod(List.of(type));
    }

    private static String names(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String first = String.join(", ", names.subList(0, Math.min(MAX_NAMES, names.size())));
        return names.size() > MAX_NAMES ? first + " and " + (names.size() - MAX_NAMES) + " more" : first;
    }
}
