package org.portcullis.compiler.internal.parse;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.portcullis.compiler.diagnostic.Cure;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Fix;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.internal.parse.generated.PolicyParser;
import org.portcullis.compiler.internal.parse.generated.PolicyVisitor;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/**
 * Builds values, dates and references.
 *
 * <p>The builders implement the generated visitor, so that a rule without a builder does not compile; each method returns what its rule means. What cannot be
 * represented is reported and replaced by a stand-in, and the sentence is then not trusted any more.
 */
abstract class ValueTree implements PolicyVisitor<Object> {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate STAND_IN_DATE = LocalDate.EPOCH;
    private static final CurrencyCode STAND_IN_CURRENCY = new CurrencyCode("XXX");
    private static final long MICROS_PER_BASIS_POINT = 100;
    private static final List<String> UNITS = Stream.concat(
                    Arrays.stream(CountUnit.values()).map(CountUnit::word),
                    Arrays.stream(SpanUnit.values()).map(SpanUnit::word))
            .toList();

    final Reports reports;
    private final NumberReader numbers;

    ValueTree(Reports reports) {
        this.reports = reports;
        this.numbers = new NumberReader(reports);
    }

    @Override
    public Located<Value> visitValue(PolicyParser.ValueContext ctx) {
        Span span = Spans.of(ctx);
        if (ctx.text != null) {
            return new Located<>(new Value.Text(Spans.unquoted(ctx.text).value()), span);
        }
        if (ctx.money() != null) {
            Value.Money money = visitMoney(ctx.money()).value();
            Value value = ctx.perShare == null ? money : new Value.Price(money.micros(), money.currency());
            return new Located<>(value, span);
        }
        long micros = visitNumber(ctx.number()).value();
        if (ctx.percent != null) {
            return new Located<>(new Value.Ratio(hundredth(micros, span)), span);
        }
        if (ctx.points != null) {
            return new Located<>(new Value.Ratio(basisPoints(micros, span)), span);
        }
        if (ctx.timeUnit() != null) {
            return new Located<>(timeSpan(micros, ctx.number(), ctx.timeUnit()), span);
        }
        if (ctx.unit() != null) {
            CountUnit unit = visitUnit(ctx.unit());
            requireNumberOfUnit(micros, unit.word(), ctx.unit());
            Value value = ctx.perSecond == null ? count(micros, unit, span) : new Value.Rate(micros, unit);
            return new Located<>(value, span);
        }
        reportMissingUnit(ctx.number());
        return new Located<>(new Value.Ratio(micros), span);
    }

    @Override
    public Located<Value.Money> visitMoney(PolicyParser.MoneyContext ctx) {
        CurrencyCode currency = currency(ctx.currency).value();
        return new Located<>(new Value.Money(visitNumber(ctx.number()).value(), currency), Spans.of(ctx));
    }

    /** Millionths of one; a stand-in of zero if they do not fit. */
    @Override
    public Located<Long> visitNumber(PolicyParser.NumberContext ctx) {
        Span span = Spans.of(ctx);
        OptionalLong micros = numbers.micros(ctx.NUMBER().getText(), span, scale(ctx));
        return new Located<>(micros.orElse(0), span);
    }

    @Override
    public CountUnit visitUnit(PolicyParser.UnitContext ctx) {
        String written = ctx.getText();
        return switch (ctx.getStart().getType()) {
            case PolicyParser.SHARES, PolicyParser.SHARE -> CountUnit.SHARES;
            case PolicyParser.CONTRACTS, PolicyParser.CONTRACT -> CountUnit.CONTRACTS;
            case PolicyParser.ORDERS, PolicyParser.ORDER -> CountUnit.ORDERS;
            case PolicyParser.MESSAGES, PolicyParser.MESSAGE -> CountUnit.MESSAGES;
            case PolicyParser.WARNINGS, PolicyParser.WARNING -> CountUnit.WARNINGS;
            case PolicyParser.EXECUTIONS, PolicyParser.EXECUTION -> CountUnit.EXECUTIONS;
            default -> {
                reports.add(
                        DiagnosticCode.UNKNOWN_UNIT,
                        Spans.of(ctx),
                        "there is no unit " + UserText.quoted(written),
                        unitCure(written, Spans.of(ctx)));
                yield CountUnit.SHARES;
            }
        };
    }

    @Override
    public Located<Value.TimeSpan> visitDuration(PolicyParser.DurationContext ctx) {
        long micros = visitNumber(ctx.number()).value();
        if (ctx.timeUnit() == null) {
            reportMissingUnit(ctx.number());
            return new Located<>(new Value.TimeSpan(SpanUnit.DAYS.microsInOne(), SpanUnit.DAYS), Spans.of(ctx));
        }
        return new Located<>(timeSpan(micros, ctx.number(), ctx.timeUnit()), Spans.of(ctx));
    }

    @Override
    public SpanUnit visitTimeUnit(PolicyParser.TimeUnitContext ctx) {
        return switch (ctx.getStart().getType()) {
            case PolicyParser.MS -> SpanUnit.MILLISECONDS;
            case PolicyParser.SECONDS, PolicyParser.SECOND -> SpanUnit.SECONDS;
            case PolicyParser.MINUTES, PolicyParser.MINUTE -> SpanUnit.MINUTES;
            case PolicyParser.HOURS, PolicyParser.HOUR -> SpanUnit.HOURS;
            case PolicyParser.TRADING -> SpanUnit.TRADING_DAYS;
            default -> SpanUnit.DAYS;
        };
    }

    @Override
    public ReferenceSyntax visitReference(PolicyParser.ReferenceContext ctx) {
        Optional<Located<Integer>> days =
                Optional.ofNullable(ctx.days).map(token -> whole(token)).map(found -> atLeastOne(found));
        return new ReferenceSyntax(Spans.word(ctx.PATH().getSymbol()), days, Spans.of(ctx));
    }

    /** A whole number; a stand-in of one if it is none. */
    final Located<Integer> whole(Token number) {
        Span span = Spans.of(number);
        OptionalLong whole = numbers.whole(number.getText(), span);
        return new Located<>(Math.toIntExact(whole.orElse(1)), span);
    }

    final Located<LocalDate> date(Token token) {
        Span span = Spans.of(token);
        try {
            return new Located<>(LocalDate.parse(token.getText(), DATE), span);
        } catch (DateTimeParseException noDate) {
            reports.add(
                    DiagnosticCode.INVALID_DATE,
                    span,
                    UserText.quoted(token.getText()) + " is no day of the calendar",
                    "write the year with four digits, then month and day with two, as in `2026-11-01`");
            return new Located<>(STAND_IN_DATE, span);
        }
    }

    final Located<CurrencyCode> currency(Token token) {
        Span span = Spans.of(token);
        String code = token.getText();
        if (code.matches("[A-Z]{3}")) {
            return new Located<>(new CurrencyCode(code), span);
        }
        reports.add(
                DiagnosticCode.UNKNOWN_CURRENCY,
                span,
                UserText.quoted(code) + " is no currency",
                "write the three capital letters of the currency, as in `USD`");
        return new Located<>(STAND_IN_CURRENCY, span);
    }

    private Located<Integer> atLeastOne(Located<Integer> days) {
        if (days.value() >= 1) {
            return days;
        }
        reports.add(
                DiagnosticCode.TIME_NOT_POSITIVE,
                days.span(),
                "a window of 0 trading days has nothing in it",
                "write at least 1 trading day");
        return new Located<>(1, days.span());
    }

    private long hundredth(long micros, Span span) {
        if (micros % 100 != 0) {
            reportTooFine(span, "0.0001%");
        }
        return micros / 100;
    }

    private long basisPoints(long micros, Span span) {
        if (micros % (Exact.ONE / MICROS_PER_BASIS_POINT) != 0) {
            reportTooFine(span, "0.01 bps");
        }
        return micros / (Exact.ONE / MICROS_PER_BASIS_POINT);
    }

    private void reportTooFine(Span span, String finest) {
        reports.add(
                DiagnosticCode.NUMBER_OUT_OF_RANGE,
                span,
                "the ratio is finer than " + finest + ", which is kept exactly",
                "write a multiple of " + finest);
    }

    /** Only shares come in fractions. */
    private Value count(long micros, CountUnit unit, Span span) {
        if (unit != CountUnit.SHARES && micros % Exact.ONE != 0) {
            reports.add(
                    DiagnosticCode.MALFORMED_NUMBER,
                    span,
                    "there are no fractions of " + unit.word(),
                    "write a whole number of " + unit.word());
        }
        return new Value.Count(micros, unit);
    }

    /** Time spans are whole numbers of their unit, so that they read back as they were written. */
    private Value.TimeSpan timeSpan(long micros, PolicyParser.NumberContext number, PolicyParser.TimeUnitContext unit) {
        SpanUnit spanUnit = visitTimeUnit(unit);
        requireNumberOfUnit(micros, spanUnit.word(), unit);
        Span span = Spans.of(number);
        if (micros % Exact.ONE != 0) {
            reports.add(
                    DiagnosticCode.MALFORMED_NUMBER,
                    span,
                    UserText.quoted(number.getText()) + " is no whole number of " + spanUnit.word(),
                    "write a whole number, if need be in a smaller unit");
            return new Value.TimeSpan(spanUnit.microsInOne(), spanUnit);
        }
        try {
            return new Value.TimeSpan(Math.multiplyExact(micros / Exact.ONE, spanUnit.microsInOne()), spanUnit);
        } catch (ArithmeticException overflow) {
            reports.add(NumberReader.tooLarge(number.getText(), span));
            return new Value.TimeSpan(spanUnit.microsInOne(), spanUnit);
        }
    }

    /** One thing has one spelling: the singular is for one. */
    private void requireNumberOfUnit(long micros, String plural, ParserRuleContext unit) {
        Token last = unit.getStop();
        boolean singular = plural.endsWith("s") && plural.endsWith(last.getText() + "s");
        if (singular && micros != Exact.ONE) {
            reports.add(
                    DiagnosticCode.UNKNOWN_UNIT,
                    Spans.of(last),
                    UserText.quoted(last.getText()) + " is for one alone",
                    Cure.of(
                            "write `" + last.getText() + "s`",
                            Fix.insert(Spans.of(last).end(), "s")));
        }
    }

    private void reportMissingUnit(PolicyParser.NumberContext number) {
        Span span = Spans.of(number);
        String written = words(number);
        reports.add(
                DiagnosticCode.MISSING_UNIT,
                span,
                UserText.quoted(written) + " has no unit: " + written + " of what?",
                "write the unit, as in `USD 4 billion`, `100 shares`, `95%` or `10 minutes`");
    }

    private static String words(PolicyParser.NumberContext number) {
        String digits = number.NUMBER().getText();
        String cut = digits.length() > 30 ? digits.substring(0, 30) + "…" : digits;
        return number.scale == null ? cut : cut + " " + number.scale.getText();
    }

    private static long scale(PolicyParser.NumberContext number) {
        if (number.scale == null) {
            return 1;
        }
        return switch (number.scale.getType()) {
            case PolicyParser.THOUSAND -> 1_000L;
            case PolicyParser.MILLION -> 1_000_000L;
            default -> 1_000_000_000L;
        };
    }

    /** What to write for a unit that does not exist. */
    static Cure unitCure(String written, Span where) {
        return switch (written) {
            case "bn", "b", "B", "yard", "yards" ->
                Cure.of("write `billion` for a thousand million", Fix.write(where, "billion"));
            case "m", "mn", "mm", "mio", "M" -> Cure.of("write `million`", Fix.write(where, "million"));
            case "k", "K" -> Cure.of("write `thousand`", Fix.write(where, "thousand"));
            case "s", "sec", "secs" -> Cure.of("write `seconds`", Fix.write(where, "seconds"));
            case "min", "mins" -> Cure.of("write `minutes`", Fix.write(where, "minutes"));
            case "h", "hrs" -> Cure.of("write `hours`", Fix.write(where, "hours"));
            case "d" -> Cure.of("write `days`", Fix.write(where, "days"));
            case "bp" -> Cure.of("write `bps`", Fix.write(where, "bps"));
            case "percent", "pct" -> Cure.of("write `%`", Fix.write(where, "%"));
            default ->
                Spelling.cure(written, where, UNITS, "units are " + String.join(", ", UNITS) + ", `%` and `bps`");
        };
    }
}
