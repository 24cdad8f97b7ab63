package org.portcullis.compiler.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.Texts;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.model.calendar.TradingCalendar;
import org.portcullis.model.calendar.TradingCalendars;
import org.portcullis.model.organisation.LegalEntity;
import org.portcullis.model.organisation.Location;
import org.portcullis.model.organisation.Organisation;

/** Requirements that run over the desks and locations of the firm. */
class RequirementOfOrganisationTest {
    private static final String POLICY = Texts.HEADER + """
            grant DESK-TRADERS lets role "Trader" submit baskets, when released.
            hard limit LDN-WAVE cites DEMO-RULES "7.3.2(1)"
              applies to baskets where order.location is "London", when released
              block the whole basket if basket.notional is more than USD 4 billion
              say "{basket.notional}: the limit is {limit}.".
            require "Everywhere": every %s of the organisation has a hard limit on basket.notional.
            """;

    @Test
    void locationOfTheFirmWithoutTheLimitIsNamed() {
        assertEquals(
                List.of("P0520 `New York` has no hard limit on basket.notional"), about("order.location", "P0520"));
    }

    @Test
    void attributeThatTheFirmDoesNotListIsNotChecked() {
        assertEquals(
                List.of(
                        "P0613 the requirement cannot be checked, because it is not known here which values of order.venue"
                                + " the organisation has"),
                about("order.venue", "P0613"));
    }

    private static List<String> about(String attribute, String code) {
        return PolicyCompiler.compile(new SourceText("x.policy", POLICY.formatted(attribute)), settings())
                .diagnostics()
                .stream()
                .filter(found -> found.code().code().equals(code))
                .map(found -> found.code() + " " + found.message())
                .toList();
    }

    private static CompilerSettings settings() {
        Organisation firm = Organisation.named("Test")
                .add(new LegalEntity("E", "Entity"))
                .add(new Location("LDN", "London", "GB", "XLON-EQ"))
                .add(new Location("NYC", "New York", "US", "XNYS-EQ"))
                .build();
        return CompilerSettings.none().withOrganisation(firm, new NoCalendars());
    }

    private static final class NoCalendars implements TradingCalendars {
        @Override
        public Optional<TradingCalendar> find(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> names() {
            return List.of();
        }
    }
}
