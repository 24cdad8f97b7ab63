package org.portcullis.report.register;

import static org.portcullis.report.html.Node.element;
import static org.portcullis.report.html.Node.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.portcullis.report.html.Node;
import org.portcullis.report.html.Tag;

/** The calendar of reviews: what is due first stands first. */
final class ReviewsPage {
    private static final String PAGE = Site.REVIEWS;

    private ReviewsPage() {}

    static RegisterFile of(Site site) {
        List<Node.Element> rows = site.register().controls().stream()
                .sorted(Comparator.comparing(
                                (ControlEntry entry) -> entry.review().due().orElse(LocalDate.MAX))
                        .thenComparing(ControlEntry::id))
                .map(entry -> row(site, entry))
                .toList();
        List<Node> content = new ArrayList<>();
        content.add(element(Tag.H1, "Reviews"));
        content.add(element(
                Tag.P,
                "When each control has to be reviewed next, seen from "
                        + site.register().day() + ". A review that is due by the calendar counts trading days."));
        content.add(element(Tag.H2, "Calendar").id("reviews"));
        content.add(Site.table(
                "Next reviews, the earliest first",
                List.of("Due", "Control", "Owner", "Last on", "Every", "State"),
                rows));
        return site.page(PAGE, "Reviews", content);
    }

    private static Node.Element row(Site site, ControlEntry entry) {
        ReviewState review = entry.review();
        Node due = review.due().map(Site::day).orElseGet(() -> text("by the calendar"));
        return Site.row(
                due,
                List.of(
                        Site.cell(site.control(PAGE, entry.id())),
                        Site.cell(entry.terms().owner()),
                        Site.cell(Site.day(review.lastOn())),
                        Site.cell(review.every()),
                        Site.cell(state(site.register().day(), review))));
    }

    private static Node state(LocalDate day, ReviewState review) {
        if (review.due().isEmpty()) {
            return text("–");
        }
        long days = ChronoUnit.DAYS.between(day, review.due().get());
        if (days < 0) {
            return Site.mark("bad", "overdue by " + counted(-days));
        }
        return days == 0 ? Site.mark("attention", "due today") : text("in " + counted(days));
    }

    private static String counted(long days) {
        return days + (days == 1 ? " day" : " days");
    }
}
