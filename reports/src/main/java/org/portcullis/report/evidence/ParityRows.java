package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.StatedLimit;
import org.portcullis.mapping.coverage.ParityMatrix;
import org.portcullis.mapping.coverage.Place;
import org.portcullis.mapping.coverage.Reach;
import org.portcullis.model.value.ValueText;
import org.portcullis.report.evidence.PolicyBook.Activation;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet that sets the protections of a pack against the desks that it decides for: what one has and another has not. */
final class ParityRows {

    static final String NAME = "Parity";

    private static final Pattern LEFT_OUT = Pattern.compile("and [0-9]+ more");
    private static final int MAX_NAMED = 4;

    private final Grounds grounds;
    private final ParityBook book;
    private final List<Row> rows = new ArrayList<>();
    private long expected;

    private ParityRows(Grounds grounds) {
        this.grounds = grounds;
        this.book = grounds.books().parity();
    }

    static Planned of(Grounds grounds) {
        return new ParityRows(grounds).traced();
    }

    private Planned traced() {
        for (Activation pack : EffectRows.packs(grounds).values()) {
            byDesk(pack);
            byScope(pack);
        }
        return grounds.traced(
                new TableSheet(
                        NAME,
                        "Parity: which protection each desk and entity has, and where one has what another has not",
                        notes(),
                        Optional.empty(),
                        columns(),
                        3,
                        Optional.empty(),
                        Rows.of(rows)),
                "entries pack.control of every pack that was in force in the period, with decision.tallies of the period by desk and"
                        + " location; by pack, then for each kind of control and measure one row for each desk, then one for each scope",
                expected,
                new Tested(
                        book.leftOut() == 0,
                        book.decisions() + " decisions were counted by desk; of desks beyond the first "
                                + ParityBook.MAX_PLACES + " there are " + book.leftOut()));
    }

    private static List<String> notes() {
        return List.of(
                "A protection is a kind of control on a measure. By decisions: every desk that submitted in the period, with the controls that were"
                        + " evaluated for it, on ALL or on SOME of its orders; SAME has the limits of the others, DIFFERENT has other ones, OWN is what no"
                        + " other desk has, MISSING is what others have, ONLY DESK has no other to be compared with. NOT JUDGED: no decision asked the"
                        + " control, since it acts at another stage.",
                "By scopes, where controls of the pack name several: every one of them, also of desks that did not submit; NOT NAMED there means that no such control"
                        + " names the scope, which may still lie in another scope: what a scope means is in the policy's text and not in the journal.",
                "The journal names desk and location and no legal entity; the entity is the one that the workbook was asked for.");
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Version", 11, "version of the pack; its name and fingerprint stand on screen at the right"),
                Column.of("Protection", 34, "the kind of control, what it measures, and when it acts"),
                Column.of(
                        "Desk or scope",
                        24,
                        "desk and location as submissions carry them, or the scope as controls name it"),
                Column.of("Entity", 22, "the legal entity that the workbook was asked for"),
                Column.of("By", 11, "whether decisions of the period show it, or the scopes that controls name"),
                Column.of("Decisions", 10, "how many decisions of the period the desk has; empty for scopes"),
                Column.of("Controls there", 25, "the controls that protect it, one to a line"),
                Column.of("Value", 17, "their limits, one to a line; empty where a control states no number"),
                Column.of("Unit", 17, "the units of these limits"),
                Column.of("On", 8, "whether they apply to all orders or baskets there, or to some"),
                Column.of("Parity", 14, "how the desk stands beside the others"),
                Column.of("Difference", 46, "what the others have; the first " + MAX_NAMED + " that differ"),
                Column.onScreen("Policy", 44, "name and version of the pack"),
                Column.onScreen("Policy fingerprint", 74, "digest of what the pack means"));
    }

    /** What a protection is: kind, measures and stage. */
    private record Protection(String kind, String measures, String stage) {
        static Protection of(PackControl control) {
            String measures = control.limits().isEmpty()
                    ? control.target()
                    : control.limits().stream()
                            .map(StatedLimit::measure)
                            .distinct()
                            .collect(Collectors.joining(", "));
            return new Protection(control.kind(), measures, control.stage());
        }

        String words() {
            return kind + " on " + measures + ", " + stage;
        }
    }

    /** What one place has of one protection. */
    private record Having(Place place, List<PackControl> controls, Reach reach) {
        /** Gives what has to be equal for two desks to have the same, whatever the controls are called. */
        List<String> terms() {
            List<String> terms = new ArrayList<>();
            controls.forEach(control -> {
                String effect = control.effect() + " " + control.target();
                control.limits().forEach(limit -> terms.add(effect + " if " + limit.words()));
                if (control.limits().isEmpty()) {
                    terms.add(effect);
                }
            });
            terms.sort(String::compareTo);
            terms.add(on());
            return terms;
        }

        String on() {
            return controls.isEmpty() ? "" : reach == Reach.ALWAYS ? "ALL" : "SOME";
        }

        String words() {
            String has = controls.stream()
                    .flatMap(control -> control.limits().isEmpty()
                            ? List.of(control.id()).stream()
                            : control.limits().stream()
                                    .map(limit -> control.id() + " " + grouped(limit) + " " + limit.unit()))
                    .collect(Collectors.joining(", "));
            return desk(place) + ": " + has + (reach == Reach.SOMETIMES ? " on some" : "");
        }
    }

    private void byDesk(Activation pack) {
        String fingerprint = pack.pack().fingerprint().value();
        List<Place> places = book.places(fingerprint);
        List<PackControl> controls = controls(pack);
        List<PackControl> asked = controls.stream()
                .filter(control -> places.stream()
                        .anyMatch(
                                place -> book.reach(fingerprint, control, place).isPresent()))
                .toList();
        ParityMatrix<PackControl> matrix = ParityMatrix.of(
                asked,
                places,
                (control, place) -> book.reach(fingerprint, control, place).orElse(Reach.NEVER));
        grouped(matrix).forEach((protection, havings) -> {
            for (Having having : havings) {
                add(pack, protection, having, "decisions", standing(having, havings), shortOf(having, havings));
            }
        });
        controls.stream().filter(control -> !asked.contains(control)).forEach(control -> {
            for (Place place : places) {
                Having none = new Having(place, List.of(), Reach.NEVER);
                add(
                        pack,
                        Protection.of(control),
                        none,
                        "decisions",
                        Cells.neutral("NOT JUDGED"),
                        control.id() + " acts " + control.stage() + ", which no decision of the period was about");
            }
        });
        expected += (long) places.size()
                * (asked.stream().map(Protection::of).distinct().count() + controls.size() - asked.size());
    }

    private void byScope(Activation pack) {
        List<PackControl> controls = controls(pack);
        TreeSet<String> scopes = new TreeSet<>();
        controls.forEach(control -> scopes.addAll(control.scopes()));
        scopes.removeIf(scope -> LEFT_OUT.matcher(scope).matches());
        if (scopes.size() < 2) {
            // What one scope has is what its desk has above.
            return;
        }
        List<Place> places = scopes.stream()
                .map(scope -> new Place(grounds.request().entity(), "scope " + scope, "", ""))
                .toList();
        ParityMatrix<PackControl> matrix = ParityMatrix.of(
                controls,
                places,
                (control, place) -> named(control, place.desk().substring("scope ".length())));
        grouped(matrix).forEach((protection, havings) -> {
            for (Having having : havings) {
                Cell parity = having.controls().isEmpty() ? Cells.gap("NOT NAMED") : standing(having, havings);
                add(pack, protection, having, "scopes", parity, shortOf(having, havings));
            }
        });
        expected += (long) places.size()
                * controls.stream().map(Protection::of).distinct().count();
    }

    /** A control without scopes is everywhere; of one with more scopes than its entry can hold nobody knows. */
    private static Reach named(PackControl control, String scope) {
        if (control.scopes().isEmpty() || control.scopes().contains(scope)) {
            return Reach.ALWAYS;
        }
        return control.scopes().stream().anyMatch(each -> LEFT_OUT.matcher(each).matches())
                ? Reach.SOMETIMES
                : Reach.NEVER;
    }

    private static List<PackControl> controls(Activation pack) {
        return pack.controls().values().stream().map(placed -> placed.control()).toList();
    }

    private static Map<Protection, List<Having>> grouped(ParityMatrix<PackControl> matrix) {
        Map<Protection, List<ParityMatrix.Row<PackControl>>> together = new LinkedHashMap<>();
        matrix.rows()
                .forEach(row -> together.computeIfAbsent(Protection.of(row.control()), first -> new ArrayList<>())
                        .add(row));
        Map<Protection, List<Having>> havings = new LinkedHashMap<>();
        together.forEach((protection, rows) -> {
            List<Having> each = new ArrayList<>();
            for (int i = 0; i < matrix.places().size(); i++) {
                each.add(having(matrix.places().get(i), i, rows));
            }
            havings.put(protection, each);
        });
        return havings;
    }

    private static Having having(Place place, int column, List<ParityMatrix.Row<PackControl>> rows) {
        List<ParityMatrix.Row<PackControl>> there = rows.stream()
                .filter(row -> row.reaches().get(column) != Reach.NEVER)
                .toList();
        boolean always = there.stream().allMatch(row -> row.reaches().get(column) == Reach.ALWAYS);
        return new Having(
                place,
                there.stream().map(ParityMatrix.Row::control).toList(),
                there.isEmpty() ? Reach.NEVER : always ? Reach.ALWAYS : Reach.SOMETIMES);
    }

    private static Cell standing(Having having, List<Having> all) {
        List<Having> others = all.stream()
                .filter(other -> !other.place().equals(having.place()))
                .toList();
        List<Having> protectedOnes =
                others.stream().filter(other -> !other.controls().isEmpty()).toList();
        if (having.controls().isEmpty()) {
            return protectedOnes.isEmpty() ? Cells.neutral("NONE") : Cells.stop("MISSING");
        }
        if (others.isEmpty()) {
            return Cells.neutral(having.place().desk().startsWith("scope ") ? "ONLY SCOPE" : "ONLY DESK");
        }
        if (protectedOnes.isEmpty()) {
            return Cells.attention("OWN");
        }
        return protectedOnes.stream().allMatch(other -> other.terms().equals(having.terms()))
                ? Cells.good("SAME")
                : Cells.attention("DIFFERENT");
    }

    /** Names what others have and this one has not, or has otherwise; then those that have nothing. */
    private static String shortOf(Having having, List<Having> all) {
        List<String> words = all.stream()
                .filter(other -> !other.place().equals(having.place()))
                .filter(other -> !other.controls().isEmpty() && !other.terms().equals(having.terms()))
                .map(Having::words)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!having.controls().isEmpty()) {
            all.stream()
                    .filter(other -> other.controls().isEmpty())
                    .forEach(other -> words.add(desk(other.place()) + ": nothing of the kind"));
        }
        List<String> shown = new ArrayList<>(words.subList(0, Math.min(MAX_NAMED, words.size())));
        if (words.size() > MAX_NAMED) {
            shown.add("and " + (words.size() - MAX_NAMED) + " more");
        }
        return String.join("\n", shown);
    }

    private static String grouped(StatedLimit limit) {
        OptionalLong micros = LimitValue.of(limit);
        return micros.isPresent() ? ValueText.grouped(micros.getAsLong(), 0) : limit.value();
    }

    private static String desk(Place place) {
        Place own = new Place("", place.desk(), place.location(), "");
        return own.equals(Place.EVERYWHERE) ? "no desk stated" : own.words();
    }

    private void add(Activation pack, Protection protection, Having having, String by, Cell parity, String difference) {
        Place place = having.place();
        String fingerprint = pack.pack().fingerprint().value();
        List<StatedLimit> limits = having.controls().stream()
                .flatMap(control -> control.limits().stream())
                .toList();
        rows.add(Row.of(
                Cell.of(pack.pack().version()),
                Cell.of(protection.words()),
                Cell.of(desk(place)),
                Cell.of(place.entity()),
                Cell.of(by),
                by.equals("decisions") ? Cell.of(book.decisions(fingerprint, place)) : Cells.blank(),
                Cell.of(having.controls().stream().map(PackControl::id).collect(Collectors.joining("\n"))),
                limits.size() == 1
                        ? ControlRegister.value(limits.get(0).value())
                        : Cell.of(limits.stream().map(ParityRows::grouped).collect(Collectors.joining("\n"))),
                Cell.of(limits.stream().map(StatedLimit::unit).collect(Collectors.joining("\n"))),
                Cell.of(having.on()),
                parity,
                Cell.of(difference),
                Cell.of(pack.pack().name() + ", " + pack.pack().version()),
                Cell.code(fingerprint)));
    }
}
