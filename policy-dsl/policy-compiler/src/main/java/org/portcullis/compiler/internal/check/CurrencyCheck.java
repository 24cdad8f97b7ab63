package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Value;

/** Holds currencies against the list of codes and against the policy's own currency, in which it computes. */
final class CurrencyCheck implements Check {
    /** The codes of ISO 4217 for money that people pay with; funds codes, metals and test codes are left out. */
    private static final List<String> CODES = List.of(
            ("AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
                            + "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD "
                            + "HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL "
                            + "LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP "
                            + "PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT "
                            + "TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG")
                    .split(" "));

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        Optional<Located<CurrencyCode>> own = policy.header().map(HeaderSyntax::currency);
        own.ifPresent(currency -> isKnown(currency.value(), currency.span(), diagnostics));
        for (Located<Value> value : values(policy)) {
            currency(value.value()).ifPresent(used -> {
                if (isKnown(used, codeSpan(value.span()), diagnostics)) {
                    own.filter(currency -> isKnown(currency.value())
                                    && !currency.value().equals(used))
                            .ifPresent(currency -> foreign(value, used, currency, diagnostics));
                }
            });
        }
    }

    private static void foreign(
            Located<Value> value, CurrencyCode used, Located<CurrencyCode> own, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticCode.FOREIGN_CURRENCY,
                        value.span(),
                        "the amount is in " + used + " and the policy computes in " + own.value(),
                        "write the amount in " + own.value())
                .withLabel(own.span(), "the policy's currency"));
    }

    private static boolean isKnown(CurrencyCode currency) {
        return CODES.contains(currency.code());
    }

    private static boolean isKnown(CurrencyCode currency, Span span, Diagnostics diagnostics) {
        if (isKnown(currency)) {
            return true;
        }
        diagnostics.report(
                DiagnosticCode.UNKNOWN_CURRENCY,
                span,
                "there is no currency " + UserText.quoted(currency.code()),
                Spelling.cure(
                        currency.code(), span, CODES, "name a currency by its code in ISO 4217, for example `USD`"));
        return false;
    }

    /** An amount begins with the three letters of its currency. */
    private static Span codeSpan(Span amount) {
        return Span.of(amount.start(), Math.min(3, amount.length()));
    }

    private static Optional<CurrencyCode> currency(Value value) {
        return value.match(new Value.Cases<>() {
            @Override
            public Optional<CurrencyCode> text(Value.Text text) {
                return Optional.empty();
            }

            @Override
            public Optional<CurrencyCode> money(Value.Money money) {
                return Optional.of(money.currency());
            }

            @Override
            public Optional<CurrencyCode> price(Value.Price price) {
                return Optional.of(price.currency());
            }

            @Override
            public Optional<CurrencyCode> count(Value.Count count) {
                return Optional.empty();
            }

            @Override
            public Optional<CurrencyCode> ratio(Value.Ratio ratio) {
                return Optional.empty();
            }

            @Override
            public Optional<CurrencyCode> span(Value.TimeSpan span) {
                return Optional.empty();
            }

            @Override
            public Optional<CurrencyCode> rate(Value.Rate rate) {
                return Optional.empty();
            }
        });
    }

    private static List<Located<Value>> values(Outline policy) {
        List<Located<Value>> values =
                new ArrayList<>(Conditions.leaves(Conditions.of(policy)).values());
        policy.tests()
                .forEach(test -> Tests.facts(test)
                        .map(TestSyntax.Given::value)
                        .flatMap(Optional::stream)
                        .forEach(values::add));
        policy.controls()
                .forEach(control -> control.grant().ifPresent(grant -> {
                    grant.perOrder().ifPresent(cap -> values.add(new Located<>(cap.value(), cap.span())));
                    grant.perBasket().ifPresent(cap -> values.add(new Located<>(cap.value(), cap.span())));
                }));
        policy.recalibrations().forEach(change -> values.addAll(List.of(change.from(), change.to())));
        return values;
    }
}
