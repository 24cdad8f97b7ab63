package org.portcullis.report.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.StatedLimit;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Stage;
import org.portcullis.report.evidence.EffectBook.Effect;
import org.portcullis.report.evidence.EffectBook.Observed;
import org.portcullis.report.evidence.PolicyBook.Activation;
import org.portcullis.report.evidence.PolicyBook.Placed;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet that holds every limit against what was observed, and says which control never did anything. */
final class EffectRows {

    static final String NAME = "Effectiveness";

    static final String POLICY = "Policy";
    static final String CONTROL = "Control";
    static final String LIMIT = "Limit";
    static final String FINGERPRINT = "Policy fingerprint";
    static final String VALUE = "Value";
    static final String MEDIAN = "p50";
    static final String HIGH = "p99.9";
    static final String GREATEST = "Maximum";
    static final String EVALUATED = "Evaluations";
    static final String HITS = "Hits";
    static final String HIT_RATE = "Hit rate, %";
    static final String OVERRIDES = "Overrides";
    static final String OVERRIDE_RATE = "Override rate, %";
    static final String SECONDS = "Seconds to override, p50";
    static final String LONGEST = "Longest";
    static final String MEDIAN_SHARE = "p50 in % of the limit";
    static final String HIGH_SHARE = "p99.9 in % of the limit";
    static final String GREATEST_SHARE = "Maximum in % of the limit";

    /** So many times the limit, or its part, is called far from it. */
    static final int FAR = 10;

    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> UPWARDS = Set.of(Comparator.MORE_THAN.words(), Comparator.AT_LEAST.words());

    private final Grounds grounds;
    private final EffectBook book;
    private final TableSheet shell;
    private final List<Row> rows = new ArrayList<>();

    private EffectRows(Grounds grounds) {
        this.grounds = grounds;
        this.book = grounds.books().effects();
        this.shell = sheet();
    }

    static Planned of(Grounds grounds) {
        return new EffectRows(grounds).traced();
    }

    private Planned traced() {
        Map<String, Activation> packs = packs(grounds);
        long expected = 0;
        for (Activation pack : packs.values()) {
            for (Placed placed : pack.controls().values()) {
                expected += Math.max(1, placed.control().limits().size());
                rows(pack, placed);
            }
        }
        return grounds.traced(
                shell,
                "decision.tallies and decision.lines of the period, what was acknowledged and released in it, set against the"
                        + " pack.control entries of every pack that was in force in it; by pack, then in its order",
                expected,
                book.hits(),
                new Tested(
                        book.wholeAcknowledgements() == book.acknowledgements(),
                        book.wholeAcknowledgements() + " of " + book.acknowledgements()
                                + " acknowledgements cleared as many warnings as they state; hits against decision.tallies"));
    }

    /** Gives the packs that were in force in the period, each once, by their fingerprints. */
    static Map<String, Activation> packs(Grounds grounds) {
        Map<String, Activation> packs = new LinkedHashMap<>();
        grounds.books()
                .policies()
                .inForce(grounds.request())
                .forEach(each -> packs.putIfAbsent(each.pack().fingerprint().value(), each));
        return packs;
    }

    private TableSheet sheet() {
        return new TableSheet(
                NAME,
                "Effectiveness: every limit against what was observed, and how often its control was hit and overridden",
                List.of(
                        "One row for each limit of each control of every pack that was in force in the period; what is counted of the control as a whole"
                                + " stands in its first row. Evaluations and hits are those of decisions; an answer that is unknown is a hit. How often a"
                                + " control was asked of orders in flight is not in the journal by control: such hits stand on screen, and in no rate.",
                        "Percentiles are by the nearest rank. ALL JUDGED: over every value that the control judged; the journal holds them for notionals"
                                + " and numbers of orders alone. HITS ONLY: over the values that its findings state; what passed left no value in the"
                                + " journal, so that these percentiles say nothing of it. NOT RECORDED: no value is in the journal.",
                        "Up to " + String.format(java.util.Locale.ROOT, "%,d", Distribution.MAX_EXACT)
                                + " different values percentiles are exact. Beyond that, values with the same first eleven binary digits are counted"
                                + " together, and a percentile is off by less than 0.1 percent; the maximum is exact always. Shares of other measures are"
                                + " rounded up to a hundredth of a percent by the engine.",
                        "NEVER FIRED and ALWAYS FIRED: none or all of its evaluations were hits. FIRED FOR MISSING DATA ALONE: every hit was an unknown answer. ALWAYS OVERRIDDEN: every hit went on. LIMIT FAR FROM"
                                + " WHAT IS OBSERVED: all values stay below a tenth of the limit, or the median is more than "
                                + FAR
                                + " times the limit. These want a look; none of them says by itself that a control is wrong."),
                Optional.empty(),
                columns(),
                2,
                Optional.of(HITS),
                sink -> rows.forEach(sink));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Version", 11, "version of the pack; its name and fingerprint stand on screen at the right"),
                Column.of(CONTROL, 24, "the control's id; again for its second limit"),
                Column.of(LIMIT, 22, "the measure and the comparison; empty where the control states no single number"),
                Column.of(VALUE, 15, "the limit's value"),
                Column.of("Unit", 13, "the limit's unit, which is that of the values observed"),
                Column.of(MEDIAN, 15, "half of the observed values are at most this"),
                Column.of("p99", 15, "99 of 100 observed values are at most this"),
                Column.of(HIGH, 15, "999 of 1,000 observed values are at most this"),
                Column.of(GREATEST, 15, "the greatest observed value"),
                Column.of(
                        "Values are",
                        13,
                        "of which values the percentiles are: all that were judged, those of hits only, or none that is recorded"),
                Column.of(EVALUATED, 10, "how often decisions of the period evaluated the control"),
                Column.of(HITS, 8, "how often it was breached or its answer was unknown"),
                Column.of(HIT_RATE, 8, "hits in a hundred evaluations, as a formula"),
                Column.of(
                        OVERRIDES,
                        9,
                        "hits that went on: warnings acknowledged, hits whose hold was released, exceptional releases"),
                Column.of(OVERRIDE_RATE, 9, "overrides in a hundred hits, as a formula"),
                Column.of(
                        SECONDS,
                        10,
                        "half of the acts took at most so many seconds: from the text shown to its acknowledgement, from a hold's beginning to its release"),
                Column.of(LONGEST, 9, "seconds of the act that took longest"),
                Column.of("Verdict", 20, "what about the control wants a look"),
                Column.onScreen(
                        "First hit", 8, "index of the first decision, or judgement of a working order, with a hit"),
                Column.onScreen("Last hit", 8, "index of the last one"),
                Column.onScreen("Kind", 12, "grant, hard limit, soft limit and so on"),
                Column.onScreen("Entry", 7, "index of the entry pack.control"),
                Column.onScreen("Values", 10, "how many values the percentiles are of"),
                Column.onScreen("Percentiles", 13, "whether they are exact"),
                Column.onScreen(MEDIAN_SHARE, 13, "the median in percent of the limit, as a formula"),
                Column.onScreen(HIGH_SHARE, 13, "p99.9 in percent of the limit, as a formula"),
                Column.onScreen(GREATEST_SHARE, 13, "the maximum in percent of the limit, as a formula"),
                Column.onScreen("Unknown", 9, "hits whose answer was unknown, since a fact was missing"),
                Column.onScreen("Warnings acknowledged", 13, "warnings of the control that people acknowledged"),
                Column.onScreen("Hits released", 9, "hits whose hold people released"),
                Column.onScreen("Exceptional releases", 12, "exceptional releases of what the control had blocked"),
                Column.onScreen("Hits in flight", 9, "objections to working orders; not in the rates"),
                Column.onScreen(POLICY, 44, "name and version of the pack"),
                Column.onScreen(FINGERPRINT, 74, "digest of what the pack means"));
    }

    private void rows(Activation pack, Placed placed) {
        PackControl control = placed.control();
        Effect effect = book.effect(pack.pack().fingerprint().value(), control.id());
        if (control.limits().isEmpty()) {
            rows.add(row(pack, placed, effect, Optional.empty(), true));
        }
        for (int i = 0; i < control.limits().size(); i++) {
            rows.add(row(pack, placed, effect, Optional.of(control.limits().get(i)), i == 0));
        }
    }

    private Row row(Activation pack, Placed placed, Effect effect, Optional<StatedLimit> limit, boolean first) {
        PackControl control = placed.control();
        Optional<Observed> observed = limit.map(effect::observed);
        Optional<Distribution> values = observed.map(Observed::values);
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(pack.pack().version()),
                Cell.of(control.id()),
                Cell.of(limit.map(each -> each.measure() + " " + each.comparator())
                        .orElse("")),
                limit.map(each -> ControlRegister.value(each.value())).orElseGet(Cells::blank),
                Cell.of(limit.map(StatedLimit::unit).orElse("")),
                percentile(values, 500),
                percentile(values, 990),
                percentile(values, 999),
                percentile(values, 1000),
                population(observed),
                first ? Cell.of(effect.evaluated()) : Cells.blank(),
                first ? Cell.of(effect.hits()) : Cells.blank(),
                first ? share(HITS, effect.hits(), EVALUATED, effect.evaluated()) : Cells.blank(),
                first ? Cell.of(effect.overrides()) : Cells.blank(),
                first ? share(OVERRIDES, effect.overrides(), HITS, effect.hits()) : Cells.blank(),
                first ? seconds(effect.seconds().percentile(500)) : Cells.blank(),
                first ? seconds(effect.seconds().greatest()) : Cells.blank(),
                verdict(control, effect, limit, observed),
                first ? effect.first().map(Cell::of).orElseGet(Cells::blank) : Cells.blank(),
                first ? effect.last().map(Cell::of).orElseGet(Cells::blank) : Cells.blank(),
                Cell.of(control.kind())));
        cells.addAll(List.of(
                Cell.of(placed.entry()),
                values.map(all -> Cell.of(all.values())).orElseGet(Cells::blank),
                Cell.of(values.filter(all -> all.values() > 0)
                        .map(all -> all.isExact() ? "EXACT" : Distribution.ROUGH)
                        .orElse("")),
                ofLimit(MEDIAN, values, 500, limit),
                ofLimit(HIGH, values, 999, limit),
                ofLimit(GREATEST, values, 1000, limit),
                first ? Cell.of(effect.unknown()) : Cells.blank(),
                first ? Cell.of(effect.acknowledged()) : Cells.blank(),
                first ? Cell.of(effect.released()) : Cells.blank(),
                first ? Cell.of(effect.exceptional()) : Cells.blank(),
                first ? Cell.of(effect.inFlight()) : Cells.blank(),
                Cell.of(pack.pack().name() + ", " + pack.pack().version()),
                Cell.code(pack.pack().fingerprint().value())));
        return new Row(cells);
    }

    private static OptionalLong at(Distribution values, int ofThousand) {
        return ofThousand == 1000 ? values.greatest() : values.percentile(ofThousand);
    }

    private static Cell percentile(Optional<Distribution> values, int ofThousand) {
        return values.map(all -> at(all, ofThousand))
                .filter(OptionalLong::isPresent)
                .map(micros -> amount(micros.getAsLong()))
                .orElseGet(Cells::blank);
    }

    private static Cell amount(long micros) {
        return micros % 1_000_000 == 0 ? Cell.of(micros / 1_000_000) : Cell.Amount.ofMicros(micros);
    }

    private static Cell seconds(OptionalLong seconds) {
        return seconds.isPresent() ? Cell.of(seconds.getAsLong()) : Cells.blank();
    }

    private static Cell population(Optional<Observed> observed) {
        return observed.map(each -> each.isOfAll()
                        ? Cells.good("ALL JUDGED")
                        : each.values().values() > 0 ? Cells.attention("HITS ONLY") : Cells.gap("NOT RECORDED"))
                .orElseGet(Cells::blank);
    }

    private Cell ofLimit(String of, Optional<Distribution> values, int ofThousand, Optional<StatedLimit> limit) {
        OptionalLong value = values.map(all -> at(all, ofThousand)).orElse(OptionalLong.empty());
        OptionalLong whole = limit.map(LimitValue::of).orElse(OptionalLong.empty());
        return value.isPresent() && whole.isPresent() && whole.getAsLong() != 0
                ? share(of, value.getAsLong(), VALUE, whole.getAsLong())
                : Cells.blank();
    }

    /** Gives so many percent as a formula over two cells of the row that is made; blank where the whole is zero. */
    private Cell share(String part, long parts, String whole, long all) {
        return all == 0
                ? Cells.blank()
                : new Cell.Formula(
                        "100*" + cell(part) + "/" + cell(whole),
                        HUNDRED.multiply(BigDecimal.valueOf(parts)).divide(BigDecimal.valueOf(all), DIGITS));
    }

    private String cell(String heading) {
        return letters(heading) + (shell.headingLine() + 1 + rows.size());
    }

    /** Names the column of a heading. */
    static String letters(String heading) {
        return ProvenanceSheet.letters(
                columns().stream().map(Column::heading).toList().indexOf(heading));
    }

    private static Cell verdict(
            PackControl control, Effect effect, Optional<StatedLimit> limit, Optional<Observed> observed) {
        if (control.kind().equals(ControlKind.KILL_SWITCH.words())) {
            return Cells.neutral("SEE KILL SWITCH");
        }
        if (control.kind().equals(ControlKind.ESCALATION.words())) {
            return Cells.neutral("SEE ALERT ROUTING");
        }
        List<String> looks = new ArrayList<>();
        boolean fired = effect.hits() + effect.inFlight() > 0;
        boolean asked = effect.evaluated() > 0 || isInFlight(control.stage());
        if (!fired) {
            looks.add(asked ? "NEVER FIRED" : "NEVER EVALUATED");
        }
        if (fired && effect.hits() > 0 && effect.hits() == effect.evaluated()) {
            looks.add("ALWAYS FIRED");
        }
        if (effect.hits() > 0 && effect.hits() == effect.unknown() && effect.inFlight() == 0) {
            looks.add("FIRED FOR MISSING DATA ALONE");
        }
        if (effect.hits() > 0 && effect.overrides() >= effect.hits()) {
            looks.add("ALWAYS OVERRIDDEN");
        }
        if (limit.isPresent() && observed.isPresent() && isFar(control, limit.get(), observed.get())) {
            looks.add("LIMIT FAR FROM WHAT IS OBSERVED");
        }
        return looks.isEmpty() ? Cells.good("FIRED AT TIMES") : Cells.attention(String.join("; ", looks));
    }

    private static boolean isInFlight(String stage) {
        return List.of(Stage.values()).stream().anyMatch(each -> each.isInFlight() && stage.contains(each.words()));
    }

    /** Tells so of limits upwards alone; a grant's cap is one, whatever its words. */
    private static boolean isFar(PackControl control, StatedLimit limit, Observed observed) {
        OptionalLong stated = LimitValue.of(limit);
        Distribution values = observed.values();
        boolean upwards = UPWARDS.contains(limit.comparator()) || control.kind().equals(ControlKind.GRANT.words());
        if (stated.orElse(0) <= 0 || values.values() == 0 || !upwards) {
            return false;
        }
        BigDecimal whole = BigDecimal.valueOf(stated.getAsLong());
        BigDecimal median = BigDecimal.valueOf(values.percentile(500).orElse(0));
        BigDecimal greatest = BigDecimal.valueOf(values.greatest().orElse(0));
        BigDecimal far = BigDecimal.valueOf(FAR);
        return (observed.isOfAll() && greatest.multiply(far).compareTo(whole) < 0)
                || median.compareTo(whole.multiply(far)) > 0;
    }
}
