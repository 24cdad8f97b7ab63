package org.portcullis.report.evidence;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.evidence.Stretches.Stretch;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Chart;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.PageSheet.Line;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.TableSheet;

/** Makes the page of charts: each draws a small grid below it, whose cells are formulas over the sheets. */
final class ChartsPage {

    static final String NAME = "Charts";

    private static final List<Integer> WIDTHS = List.of(62, 22, 22, 22, 22);
    private static final int FEW_LINES = 21;
    private static final int MANY_LINES = 28;
    private static final int FEW_CATEGORIES = 8;

    private final TableSheet effects;
    private final TableSheet decisions;
    private final Grounds grounds;
    private final List<Place> rows = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Chart> charts = new ArrayList<>();

    private ChartsPage(TableSheet effects, TableSheet decisions, Grounds grounds) {
        this.effects = effects;
        this.decisions = decisions;
        this.grounds = grounds;
    }

    /** Draws what the sheet of effectiveness and the sheet of decisions hold. */
    static PageSheet of(List<Traced> traced, Grounds grounds) throws JournalFailure {
        return new ChartsPage(sheet(traced, EffectRows.NAME), sheet(traced, DecisionRows.DECISIONS), grounds).page();
    }

    private static TableSheet sheet(List<Traced> traced, String name) {
        return traced.stream()
                .map(Traced::sheet)
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Is a row of the sheet of effectiveness. */
    private record Place(Row row, int line) {}

    private PageSheet page() throws JournalFailure {
        effects.rows().forEach(row -> rows.add(new Place(row, effects.headingLine() + 1 + rows.size())));
        lines.add(
                Line.note(
                        "Every chart draws the grid below it, and every number in these grids is a formula over another sheet: whoever changes a cell there"
                                + " changes the chart. At most " + Chart.MAX_CATEGORIES
                                + " categories are drawn; what is left out is said above each chart. Where several packs have a control of the same name, the version of the pack stands behind it."));
        grounds.request().notice().ifPresent(notice -> lines.add(Line.warning(notice)));
        lines.add(Line.space());
        rates();
        limits();
        seconds();
        pace();
        return new PageSheet(NAME, "Charts: how controls worked in the period", WIDTHS, lines, charts);
    }

    private void rates() {
        List<Place> asked = rows.stream()
                .filter(place -> number(place, EffectRows.EVALUATED).signum() > 0)
                .sorted(by(EffectRows.HITS))
                .toList();
        drawn(
                "Hit and override rates by control",
                "Hits in a hundred evaluations, and overrides in a hundred hits, of the controls with the most hits."
                        + leftOut(asked, "controls with fewer hits")
                        + " Controls that no decision evaluated have no rate.",
                asked,
                Chart.Kind.BARS,
                "Control",
                "Percent",
                List.of(EffectRows.HIT_RATE, EffectRows.OVERRIDE_RATE, EffectRows.HITS, EffectRows.EVALUATED),
                2);
    }

    private void limits() {
        List<Place> known = rows.stream()
                .filter(place -> number(place, EffectRows.HIGH_SHARE).signum() > 0)
                .sorted(by(EffectRows.HIGH_SHARE))
                .toList();
        begin(
                "Limits against what was observed",
                "Median, p99.9 and maximum of the observed values in percent of the limit, which is 100, for the limits with the highest p99.9."
                        + leftOut(known, "limits")
                        + " A star stands where only the values of hits are in the journal: such points lie beyond the limit by nature.",
                known.isEmpty());
        if (known.isEmpty()) {
            return;
        }
        List<List<Cell>> grid = new ArrayList<>();
        for (Place place : first(known)) {
            boolean hitsOnly = text(place, "Values are").equals("HITS ONLY");
            grid.add(List.of(
                    Cell.of(name(place, true) + (hitsOnly ? " *" : "")),
                    Cell.of(100),
                    reference(place, EffectRows.GREATEST_SHARE),
                    reference(place, EffectRows.HIGH_SHARE),
                    reference(place, EffectRows.MEDIAN_SHARE)));
        }
        chart(
                Chart.Kind.POINTS,
                "Limits against what was observed",
                "Control",
                "Percent of the limit",
                true,
                List.of("Control", "Limit", "Maximum", "p99.9", "Median"),
                grid,
                4);
    }

    private void seconds() {
        List<Place> acted = rows.stream()
                .filter(place -> !text(place, EffectRows.LONGEST).isEmpty())
                .sorted(by(EffectRows.LONGEST))
                .toList();
        drawn(
                "Time to acknowledge and release",
                "Seconds from the text shown to its acknowledgement, or from the beginning of a hold to its release, for the controls with the"
                        + " longest." + leftOut(acted, "controls with shorter times"),
                acted,
                Chart.Kind.BARS,
                "Control",
                "Seconds",
                List.of(EffectRows.SECONDS, EffectRows.LONGEST, EffectRows.OVERRIDES),
                2);
    }

    private void drawn(
            String title,
            String note,
            List<Place> places,
            Chart.Kind kind,
            String categories,
            String values,
            List<String> headings,
            int drawn) {
        begin(title, note, places.isEmpty());
        if (places.isEmpty()) {
            return;
        }
        List<List<Cell>> grid = new ArrayList<>();
        for (Place place : first(places)) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(name(place, false))));
            headings.forEach(heading -> cells.add(reference(place, heading)));
            grid.add(cells);
        }
        List<String> heads = new ArrayList<>(List.of(categories));
        heads.addAll(headings);
        chart(kind, title, categories, values, false, heads, grid, drawn);
    }

    private void pace() {
        Stretches cut = Stretches.of(grounds.request().from(), grounds.request().to(), Chart.MAX_CATEGORIES);
        String title = "Decisions by " + cut.unit() + " (UTC)";
        begin(
                title,
                "Every decision of the period by its strictest effect, counted live in the sheet Decisions. The unit is the shortest of which there"
                        + " are at most " + Chart.MAX_CATEGORIES + ".",
                cut.all().isEmpty());
        if (cut.all().isEmpty()) {
            return;
        }
        List<List<Cell>> grid = new ArrayList<>();
        for (Stretch stretch : cut.all()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(stretch.label())));
            for (Effect effect : List.of(Effect.BLOCK, Effect.HOLD, Effect.WARN, Effect.RELEASE)) {
                cells.add(count(stretch, effect));
            }
            grid.add(cells);
        }
        String unit =
                cut.unit().substring(0, 1).toUpperCase(Locale.ROOT) + cut.unit().substring(1);
        chart(
                Chart.Kind.STACKED_COLUMNS,
                title,
                unit,
                "Decisions",
                false,
                List.of(unit, "Block", "Hold", "Warn", "Release"),
                grid,
                4);
    }

    /** Counts the decisions of a stretch with an effect; what is only noted is released. */
    private Cell count(Stretch stretch, Effect effect) {
        List<String> counts = new ArrayList<>();
        long decided = grounds.survey().decisions();
        List<Effect> effects = effect == Effect.RELEASE ? List.of(Effect.RELEASE, Effect.NOTE) : List.of(effect);
        long computed = 0;
        for (Effect each : effects) {
            computed += grounds.books().hours().count(stretch.start(), stretch.end(), each);
            for (int tab = 1; tab <= TableSheet.tabs(decided); tab++) {
                String at = range(tab, DecisionRows.DECIDED);
                counts.add("COUNTIFS(" + at + ",\">=\"&" + instant(stretch.from()) + "," + at + ",\"<\"&"
                        + instant(stretch.to()) + "," + range(tab, DecisionRows.EFFECT) + ",\"*" + each.name() + "\")");
            }
        }
        return new Cell.Formula(String.join("+", counts), BigDecimal.valueOf(computed));
    }

    private String range(int tab, String heading) {
        long left = grounds.survey().decisions() - (long) (tab - 1) * TableSheet.ROWS_PER_TAB;
        long last = decisions.headingLine() + Math.max(1, Math.min(TableSheet.ROWS_PER_TAB, left));
        String letters = letters(decisions, heading);
        return "'" + decisions.tabName(tab) + "'!$" + letters + "$" + (decisions.headingLine() + 1) + ":$" + letters
                + "$" + last;
    }

    private static String instant(LocalDateTime at) {
        String date = "DATE(" + at.getYear() + "," + at.getMonthValue() + "," + at.getDayOfMonth() + ")";
        return at.getHour() == 0 ? date : "(" + date + "+TIME(" + at.getHour() + ",0,0))";
    }

    private void begin(String title, String note, boolean nothing) {
        if (!charts.isEmpty()) {
            lines.add(Line.newPage());
        }
        lines.add(Line.heading(title));
        lines.add(Line.note(nothing ? "Nothing to draw: the period has no value for this chart." : note));
    }

    private void chart(
            Chart.Kind kind,
            String title,
            String categories,
            String values,
            boolean logarithmic,
            List<String> heads,
            List<List<Cell>> grid,
            int drawn) {
        int top = lines.size();
        int room = grid.size() <= FEW_CATEGORIES ? FEW_LINES : MANY_LINES;
        IntStream.range(0, room).forEach(line -> lines.add(Line.room()));
        lines.add(Line.space());
        int head = lines.size();
        lines.add(Line.gridHead(heads.toArray(new String[0])));
        grid.forEach(cells -> lines.add(Line.gridRow(cells.toArray(new Cell[0]))));
        charts.add(new Chart(
                kind,
                title,
                categories,
                values,
                logarithmic,
                IntStream.rangeClosed(1, drawn).boxed().toList(),
                head,
                grid.size(),
                top,
                room));
    }

    private static List<Place> first(List<Place> places) {
        return places.subList(0, Math.min(Chart.MAX_CATEGORIES, places.size()));
    }

    private static String leftOut(List<Place> places, String what) {
        int left = places.size() - first(places).size();
        return left == 0 ? " None is left out." : " Left out: " + left + " " + what + ".";
    }

    private Comparator<Place> by(String heading) {
        Function<Place, BigDecimal> number = place -> number(place, heading);
        return Comparator.comparing(number).reversed().thenComparing(Place::line);
    }

    /** Names the control, with its measure where a limit is meant and it has several, and with its pack where several packs have one of the name. */
    private String name(Place place, boolean ofLimit) {
        String control = text(place, EffectRows.CONTROL);
        String pack = text(place, EffectRows.FINGERPRINT);
        List<String> packs = rows.stream()
                .filter(other -> text(other, EffectRows.CONTROL).equals(control))
                .map(other -> text(other, EffectRows.FINGERPRINT))
                .toList();
        List<String> words = new ArrayList<>(List.of(control));
        if (ofLimit && packs.stream().filter(pack::equals).count() > 1) {
            words.add(text(place, EffectRows.LIMIT));
        }
        if (packs.stream().distinct().count() > 1) {
            words.add(pack(place));
        }
        return String.join(", ", words);
    }

    /** Names a pack by its version alone, where that names it. */
    private String pack(Place place) {
        String policy = text(place, EffectRows.POLICY);
        String version = policy.substring(policy.lastIndexOf(' ') + 1);
        long of = rows.stream()
                .filter(other -> text(other, EffectRows.POLICY).endsWith(" " + version))
                .map(other -> text(other, EffectRows.FINGERPRINT))
                .distinct()
                .count();
        return of == 1 ? version : policy;
    }

    private Cell reference(Place place, String heading) {
        Cell cell = cell(place, heading);
        if (cell.text().isEmpty()) {
            return Cells.blank();
        }
        return new Cell.Formula(
                "'" + effects.name() + "'!" + letters(effects, heading) + place.line(), number(place, heading));
    }

    private Cell cell(Place place, String heading) {
        return place.row().cells().get(index(effects, heading));
    }

    private String text(Place place, String heading) {
        return cell(place, heading).text();
    }

    private BigDecimal number(Place place, String heading) {
        Cell cell = cell(place, heading);
        if (cell instanceof Cell.Formula formula) {
            return formula.computed();
        }
        return cell.text().isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell.text());
    }

    private static String letters(TableSheet sheet, String heading) {
        return ProvenanceSheet.letters(index(sheet, heading));
    }

    private static int index(TableSheet sheet, String heading) {
        return sheet.columns().stream().map(Column::heading).toList().indexOf(heading);
    }
}
