package org.portcullis.model.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ValueTextTest {
    private static final CurrencyCode USD = new CurrencyCode("USD");

    @Test
    void spanThatWasMeasuredIsReadToTheMillisecond() {
        assertEquals("4251 ms", ValueText.readable(new Value.TimeSpan(4_250_978, SpanUnit.MILLISECONDS)));
    }

    @Test
    void moneyIsWrittenWithAScaleWordWhereItStaysShort() {
        assertEquals("USD 4 billion", ValueText.canonical(usd(4_000_000_000_000_000L)));
        assertEquals("USD 250 million", ValueText.canonical(usd(250_000_000_000_000L)));
        assertEquals("USD 63.8 million", ValueText.canonical(usd(63_800_000_000_000L)));
        assertEquals("USD 2,000,000,000.01", ValueText.canonical(usd(2_000_000_000_010_000L)));
        assertEquals("USD 12,500", ValueText.canonical(usd(12_500_000_000L)));
    }

    @Test
    void peopleReadAllDigits() {
        assertEquals("USD 444,000,000,054.64", ValueText.readable(usd(444_000_000_054_640_000L)));
        assertEquals("USD 4,000,000,000", ValueText.readable(usd(4_000_000_000_000_000L)));
        assertEquals("1,212,000 shares", ValueText.readable(shares(1_212_000_000_000L)));
    }

    @Test
    void moneyIsShownInHundredthsAwayFromZero() {
        assertEquals("USD 247,999,999,940.36", ValueText.readable(usd(247_999_999_940_356_084L)));
        assertEquals("USD 2,000,000,000.01", ValueText.readable(usd(2_000_000_000_000_001L)));
        assertEquals("USD -0.01", ValueText.readable(usd(-1)));
        assertEquals("USD 9,223,372,036,854.775807", ValueText.readable(usd(Long.MAX_VALUE)));
    }

    @Test
    void oneOfAUnitIsWrittenInTheSingular() {
        assertEquals("1 share", ValueText.canonical(shares(1_000_000L)));
        assertEquals("1 day", ValueText.canonical(new Value.TimeSpan(86_400_000_000L, SpanUnit.DAYS)));
        assertEquals("1 trading day", ValueText.canonical(new Value.TimeSpan(1_000_000L, SpanUnit.TRADING_DAYS)));
        assertEquals("1 ms", ValueText.canonical(new Value.TimeSpan(1_000L, SpanUnit.MILLISECONDS)));
    }

    @Test
    void aSingleSignIsKeptBelowOne() {
        assertEquals("-0.5", ValueText.decimal(-500_000L, 0));
        assertEquals("-0.5%", ValueText.canonical(new Value.Ratio(-5_000L)));
    }

    @Test
    void aLargeRatioReadsAsAMultiple() {
        assertEquals("95%", ValueText.readable(new Value.Ratio(950_000)));
        assertEquals("240.08%", ValueText.readable(new Value.Ratio(2_400_800)));
        assertEquals("7,655 times", ValueText.readable(new Value.Ratio(7_655_174_000L)));
    }

    @Test
    void otherValuesKeepTheirUnits() {
        assertEquals("\"Delta 1\"", ValueText.canonical(new Value.Text("Delta 1")));
        assertEquals("Delta 1", ValueText.readable(new Value.Text("Delta 1")));
        assertEquals("USD 12.50 per share", ValueText.canonical(new Value.Price(12_500_000L, USD)));
        assertEquals("10 minutes", ValueText.canonical(new Value.TimeSpan(600_000_000L, SpanUnit.MINUTES)));
        assertEquals("20 trading days", ValueText.canonical(new Value.TimeSpan(20_000_000L, SpanUnit.TRADING_DAYS)));
        assertEquals("50 messages per second", ValueText.canonical(new Value.Rate(50_000_000L, CountUnit.MESSAGES)));
        assertEquals("150.5%", ValueText.canonical(new Value.Ratio(1_505_000)));
    }

    @Test
    void machinesReadPlainDecimals() {
        assertEquals("444000000054.64", ValueText.decimal(444_000_000_054_640_000L, 0));
        assertEquals("12.00", ValueText.decimal(12_000_000L, 2));
        assertEquals("0.000001", ValueText.decimal(1L, 2));
    }

    @Test
    void thousandsAreSeparatedOnEitherSideOfZero() {
        assertEquals("0", ValueText.grouped(0, 0));
        assertEquals("999", ValueText.grouped(999_000_000L, 0));
        assertEquals("-999", ValueText.grouped(-999_000_000L, 0));
        assertEquals("1,000", ValueText.grouped(1_000_000_000L, 0));
        assertEquals("-123,456.000007", ValueText.grouped(-123_456_000_007L, 0));
        assertEquals("-9,223,372,036,854.775808", ValueText.grouped(Long.MIN_VALUE, 2));
    }

    @Test
    void aCurrencyIsThreeCapitals() {
        assertThrows(IllegalArgumentException.class, () -> new CurrencyCode("usd"));
        assertThrows(IllegalArgumentException.class, () -> new CurrencyCode("US"));
    }

    @Test
    void textHasNoNumber() {
        assertThrows(IllegalStateException.class, () -> new Value.Text("x").micros());
    }

    private static Value usd(long micros) {
        return new Value.Money(micros, USD);
    }

    private static Value shares(long micros) {
        return new Value.Count(micros, CountUnit.SHARES);
    }
}
