package org.portcullis.compiler.internal.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.QuorumSyntax;
import org.portcullis.model.calendar.TradingCalendar;
import org.portcullis.model.calendar.TradingCalendars;
import org.portcullis.model.control.Role;

/**
 * Finds trading days on which a hold waits for people who are not at work: on 2 May 2022 London had a holiday, and the rest of Europe traded.
 *
 * <p>Judged are the trading days, by the policy's calendar, of the {@value #DAYS} days from the first day on which the policy counts.
 */
final class TradingDayCheck implements Check {
    private static final int DAYS = 90;

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        boolean nobodyWaits =
                policy.controls().stream().noneMatch(control -> control.terms().isPresent());
        if (nobodyWaits || settings.calendars().isEmpty()) {
            return;
        }
        TradingCalendars calendars = settings.calendars().get();
        Staff.of(policy, settings)
                .ifPresent(staff -> policy.header()
                        .ifPresent(header -> calendars
                                .find(header.calendar().value())
                                .ifPresent(calendar -> {
                                    List<LocalDate> days = tradingDays(header, calendar, staff.day(), diagnostics);
                                    Workforce workforce = new Workforce(staff, calendars, new HashMap<>());
                                    policy.controls()
                                            .forEach(control -> control.terms().ifPresent(terms -> {
                                                approvers(Signing.of(terms), days, calendar, workforce, diagnostics);
                                                terms.escalation()
                                                        .forEach(step -> escalation(
                                                                step.to(), days, calendar, workforce, diagnostics));
                                            }));
                                })));
    }

    private static List<LocalDate> tradingDays(
            HeaderSyntax header, TradingCalendar calendar, LocalDate from, Diagnostics diagnostics) {
        LocalDate end = from.plusDays(DAYS);
        Optional<LocalDate> until = header.effectiveUntil().map(Located::value);
        if (until.filter(end::isAfter).isPresent()) {
            end = until.get();
        }
        List<LocalDate> days = new ArrayList<>();
        boolean unknown = false;
        for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
            if (!calendar.covers(day)) {
                unknown = true;
            } else if (calendar.isTradingDay(day)) {
                days.add(day);
            }
        }
        if (unknown) {
            diagnostics.report(
                    DiagnosticCode.CALENDAR_ENDS,
                    header.calendar().span(),
                    "the calendar " + UserText.quoted(calendar.name()) + " knows the days from " + calendar.firstDay()
                            + " to " + calendar.lastDay() + ", and those from " + from + " to "
                            + end.minusDays(1) + " are judged",
                    "judge the policy as of a day that the calendar knows");
        }
        return days;
    }

    private static void approvers(
            Signing terms,
            List<LocalDate> days,
            TradingCalendar calendar,
            Workforce workforce,
            Diagnostics diagnostics) {
        Staff staff = workforce.staff();
        // A hold that nobody can release even if everybody is at work has a diagnostic of its own.
        boolean canBeReleased = staff.hasAll(terms) && staff.canRelease(terms, staff.day(), staff.firm()::holders);
        if (!canBeReleased) {
            return;
        }
        List<LocalDate> bad = without(days, day -> staff.canRelease(terms, day, workforce::available));
        if (bad.isEmpty()) {
            return;
        }
        Seats first = staff.seats(terms, bad.get(0), workforce::available);
        List<QuorumSyntax> tooSmall = new ArrayList<>();
        for (int index = 0; index < first.needed().size(); index++) {
            if (first.eligible().get(index).size() < first.needed().get(index)) {
                tooSmall.add(terms.quorums().get(index));
            }
        }
        // Each quorum could be met, and not all of them by different people.
        boolean together = tooSmall.isEmpty();
        diagnostics.report(
                DiagnosticCode.APPROVERS_AWAY,
                together ? terms.span() : tooSmall.get(0).span(),
                "on " + bad.get(0) + more(bad) + " `" + calendar.name() + "` trades and too few people of "
                        + (together ? "these quorums" : "this quorum") + " are at work: "
                        + workforce.why(
                                together
                                        ? terms.quorums().stream()
                                                .flatMap(quorum -> quorum.roles().stream())
                                                .toList()
                                        : tooSmall.get(0).roles(),
                                bad.get(0)),
                "let people of another location or shift hold the roles as well, or correct the organisation file");
    }

    private static void escalation(
            Located<String> role,
            List<LocalDate> days,
            TradingCalendar calendar,
            Workforce workforce,
            Diagnostics diagnostics) {
        if (!workforce.staff().has(role)) {
            return;
        }
        List<LocalDate> bad = without(
                days, day -> !workforce.available(new Role(role.value()), day).isEmpty());
        if (!bad.isEmpty()) {
            diagnostics.report(
                    DiagnosticCode.ESCALATION_TO_NOBODY,
                    role.span(),
                    "on " + bad.get(0) + more(bad) + " `" + calendar.name()
                            + "` trades and the escalation reaches nobody: " + workforce.why(List.of(role), bad.get(0)),
                    "put somebody on the rota, or escalate to a role that has somebody at work");
        }
    }

    private static List<LocalDate> without(List<LocalDate> days, Predicate<LocalDate> staffed) {
        return days.stream().filter(day -> !staffed.test(day)).toList();
    }

    private static String more(List<LocalDate> days) {
        return switch (days.size()) {
            case 1 -> "";
            case 2 -> " and 1 more day";
            default -> " and " + (days.size() - 1) + " more days";
        };
    }

    /** The people with the calendars by which they work; what was asked once is remembered, as controls ask for the same roles. */
    private record Workforce(Staff staff, TradingCalendars calendars, Map<RoleDay, SortedSet<String>> asked) {
        SortedSet<String> available(Role role, LocalDate day) {
            return asked.computeIfAbsent(
                    new RoleDay(role, day), question -> staff.firm().available(role, day, calendars));
        }

        /** Why not everybody who could hold one of the roles is at work. */
        String why(List<Located<String>> roles, LocalDate day) {
            Set<String> holders = new TreeSet<>();
            Set<String> onDuty = new TreeSet<>();
            for (Located<String> role : roles) {
                holders.addAll(staff.firm().holders(new Role(role.value()), day));
                onDuty.addAll(staff.firm().onDuty(new Role(role.value()), day));
            }
            Set<String> away = new TreeSet<>(onDuty);
            away.removeIf(person -> !staff.firm().isAway(person, day, calendars));
            if (!away.isEmpty()) {
                return staff.named(away) + (away.size() == 1 ? " has" : " have") + " a holiday";
            }
            if (holders.isEmpty()) {
                return "nobody holds the role that day";
            }
            return onDuty.size() < holders.size()
                    ? "the rota leaves out " + staff.named(difference(holders, onDuty))
                    : "only " + staff.named(holders) + (holders.size() == 1 ? " holds" : " hold")
                            + " the role that day";
        }

        private static Set<String> difference(Set<String> all, Set<String> some) {
            Set<String> left = new TreeSet<>(all);
            left.removeAll(some);
            return left;
        }
    }

    private record RoleDay(Role role, LocalDate day) {}
}
