package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.entry.PackChanges;
import org.portcullis.engine.entry.StatedLimit;
import org.portcullis.report.evidence.PolicyBook.Activation;
import org.portcullis.report.evidence.PolicyBook.Petition;
import org.portcullis.report.evidence.PolicyBook.Placed;
import org.portcullis.report.evidence.PolicyBook.Stated;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet of limits: which were in force when, what each was before, and who changed it. */
final class LimitRows {

    static final String NAME = "Limits in force";

    private final Grounds grounds;
    private final PolicyBook book;
    private final List<Row> rows = new ArrayList<>();
    private long stated;
    private long found;

    private LimitRows(Grounds grounds) {
        this.grounds = grounds;
        this.book = grounds.books().policies();
    }

    static Planned of(Grounds grounds) {
        return new LimitRows(grounds).traced();
    }

    private Planned traced() {
        List<Activation> inForce = book.inForce(grounds.request());
        List<Activation> all = book.activations();
        for (Activation activation : inForce) {
            int place = all.indexOf(activation);
            Optional<Activation> before = place == 0 ? Optional.empty() : Optional.of(all.get(place - 1));
            rows(activation, before, all.subList(place + 1, all.size()));
        }
        return grounds.traced(
                sheet(),
                "entries pack.activated, pack.control and pack.changes of every pack that was in force at some time of the period;"
                        + " one row for each limit of each control, then for each control removed or changed otherwise",
                inForce.stream().mapToLong(Activation::statedRows).sum(),
                new Tested(
                        found == stated,
                        found + " of " + stated
                                + " changes of limits that pack.changes states are those between the rows"));
    }

    private TableSheet sheet() {
        return new TableSheet(
                NAME,
                "Limits in force: every limit of every policy pack, what it was before, and who changed it",
                List.of(
                        "Ordered by the day on which a pack was put in force. Old is the limit of the same control in the pack that was in"
                                + " force before. A change is reverted when a later pack has the old limit again.",
                        "Requester, approvers and reason are those of the petition by whose signatures the pack was put in force; where"
                                + " nobody had to sign, who put it in force stands alone. Recalibrations are changes of a pack and are listed as such;"
                                + " the reason that a pack's own text gives for one is not in the journal."),
                Optional.empty(),
                List.of(
                        Column.of(
                                "Entry",
                                7,
                                "index of the entry pack.control, or of pack.changes where the control is gone"),
                        Column.of("In force from (UTC)", 20, "when the pack was put in force"),
                        Column.of("Until (UTC)", 20, "when another pack was put in force; empty for the last"),
                        Column.of("Policy", 34, "name and version of the pack"),
                        Column.of("Control", 21, "the control's id"),
                        Column.of("Measure", 23, "what is compared, and how"),
                        Column.of("Old", 16, "the limit in the pack before; empty where there was none"),
                        Column.of("New", 16, "the limit in this pack; empty where there is none any more"),
                        Column.of("Unit", 16, "what the limit counts"),
                        Column.of("Change", 14, "what became of the limit"),
                        Column.of("Reason", 18, "why the pack was asked for"),
                        Column.of("Requested by", 18, "who asked for the pack or put it in force"),
                        Column.of("Approved by", 16, "whose signatures put it in force"),
                        Column.of(
                                "Expires", 11, "the first day on which the pack is no longer in force, if it says so"),
                        Column.of("Reverted", 14, "whether a later pack has the old limit again"),
                        Column.onScreen("Reverted by entry", 9, "index of the entry pack.activated that did so"),
                        Column.onScreen("Pack entry", 9, "index of the entry pack.activated"),
                        Column.onScreen("Petition", 14, "the engine's id of the petition"),
                        Column.onScreen("Policy fingerprint", 74, "digest of what the pack means")),
                5,
                Optional.empty(),
                Rows.of(rows));
    }

    private void rows(Activation activation, Optional<Activation> before, List<Activation> later) {
        Map<String, PackChanges.Way> ways = new LinkedHashMap<>();
        activation
                .changes()
                .forEach(each -> ways.put(key(each.change()), each.change().way()));
        stated += activation.changes().stream()
                .filter(each -> !each.change().measure().isEmpty())
                .count();
        for (Placed placed : activation.controls().values()) {
            List<StatedLimit> limits = placed.control().limits();
            for (int i = 0; i < limits.size(); i++) {
                Optional<Placed> old = before.flatMap(pack ->
                        Optional.ofNullable(pack.controls().get(placed.control().id())));
                limit(activation, before, later, placed, old, i, ways);
            }
        }
        for (Stated change : activation.changes()) {
            if (change.standsAlone()) {
                boolean removed = change.change().way() == PackChanges.Way.REMOVED;
                rows.add(row(
                        activation,
                        change.entry(),
                        change.change().control(),
                        removed ? "the control is gone" : "the control, not its limits",
                        Cell.of(removed ? oldLimits(before, change.change().control()) : ""),
                        Cells.blank(),
                        "",
                        removed ? Cells.stop("REMOVED") : Cells.attention("OTHERWISE"),
                        Optional.empty()));
            }
        }
    }

    private void limit(
            Activation activation,
            Optional<Activation> before,
            List<Activation> later,
            Placed placed,
            Optional<Placed> old,
            int place,
            Map<String, PackChanges.Way> ways) {
        StatedLimit now = placed.control().limits().get(place);
        Optional<StatedLimit> was = old.flatMap(known -> at(known, place));
        Optional<PackChanges.Way> way = was.flatMap(
                limit -> Optional.ofNullable(ways.get(key(placed.control().id(), limit, now))));
        found += way.isPresent() ? 1 : 0;
        boolean changed = was.isPresent() && !was.get().equals(now);
        Optional<Activation> back = changed
                ? later.stream()
                        .filter(pack -> Optional.ofNullable(
                                        pack.controls().get(placed.control().id()))
                                .flatMap(known -> at(known, place))
                                .equals(was))
                        .findFirst()
                : Optional.empty();
        rows.add(row(
                activation,
                placed.entry(),
                placed.control().id(),
                now.measure() + " " + now.comparator(),
                was.map(limit -> ControlRegister.value(limit.value())).orElseGet(Cells::blank),
                ControlRegister.value(now.value()),
                unit(was, now),
                mark(before, old, was, now, way),
                back));
    }

    private static Cell mark(
            Optional<Activation> before,
            Optional<Placed> old,
            Optional<StatedLimit> was,
            StatedLimit now,
            Optional<PackChanges.Way> way) {
        if (before.isEmpty()) {
            return Cells.neutral("FIRST PACK");
        }
        if (old.isEmpty() || was.isEmpty()) {
            return Cells.attention("ADDED");
        }
        if (was.get().equals(now)) {
            return Cells.neutral("UNCHANGED");
        }
        return way.map(LimitRows::mark).orElseGet(() -> Cells.attention("CHANGED"));
    }

    private static Cell mark(PackChanges.Way way) {
        return switch (way) {
            case TIGHTER -> Cells.good("TIGHTER");
            case LOOSER -> Cells.attention("LOOSER");
            case ADDED, REMOVED, OTHER -> Cells.attention("CHANGED");
        };
    }

    private Row row(
            Activation activation,
            long entry,
            String control,
            String measure,
            Cell old,
            Cell now,
            String unit,
            Cell change,
            Optional<Activation> back) {
        Optional<Petition> petition = book.petition(activation);
        return Row.of(
                Cell.of(entry),
                new Cell.At(activation.from()),
                activation.until().<Cell>map(Cell.At::new).orElseGet(Cells::blank),
                Cell.of(activation.pack().name() + ", " + activation.pack().version()),
                Cell.of(control),
                Cell.of(measure),
                old,
                now,
                Cell.of(unit),
                change,
                Cell.of(petition.map(Petition::reason).orElse("nobody had to sign")),
                Cell.of(petition.map(Petition::requester)
                        .orElse(activation.pack().activatedBy())),
                Cell.of(petition.map(asked -> String.join(", ", asked.approvers()))
                        .orElse("")),
                Cell.of(activation.pack().effectiveUntil().map(Object::toString).orElse("")),
                back.map(pack -> Cells.attention("REVERTED")).orElseGet(Cells::blank),
                back.map(pack -> Cell.of(pack.entry())).orElseGet(Cells::blank),
                Cell.of(activation.entry()),
                Cell.code(activation.pack().signedBy().orElse("")),
                Cell.code(activation.pack().fingerprint().value()));
    }

    private static String oldLimits(Optional<Activation> before, String control) {
        return before.flatMap(pack -> Optional.ofNullable(pack.controls().get(control)))
                .map(placed -> String.join(
                        "\n",
                        placed.control().limits().stream()
                                .map(StatedLimit::words)
                                .toList()))
                .orElse("");
    }

    private static String unit(Optional<StatedLimit> was, StatedLimit now) {
        return was.map(StatedLimit::unit)
                .filter(unit -> !unit.equals(now.unit()))
                .map(unit -> now.unit() + ", before " + unit)
                .orElse(now.unit());
    }

    private static Optional<StatedLimit> at(Placed placed, int place) {
        List<StatedLimit> limits = placed.control().limits();
        return place < limits.size() ? Optional.of(limits.get(place)) : Optional.empty();
    }

    private static String key(PackChanges.Change change) {
        return String.join("\n", change.control(), change.measure(), change.from(), change.to());
    }

    private static String key(String control, StatedLimit was, StatedLimit now) {
        return String.join("\n", control, now.measure(), was.words(), now.words());
    }
}
