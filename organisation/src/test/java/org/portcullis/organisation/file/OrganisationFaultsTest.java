package org.portcullis.organisation.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case is the complete file of the reference with one passage replaced, and what is then said of which stretch of text. */
class OrganisationFaultsTest {
    private static final String HALE = "    from: 2019-09-02\n    until: 2023-01-01";
    private static final String DELEGATION =
            "{person: p-reid, delegate: p-okafor, role: Desk Head, from: 2022-05-09, until: 2022-05-14}";

    static Stream<Arguments> cases() {
        return Stream.of(
                wrong(
                        "format: \"1\"",
                        "format: \"2\"",
                        "\"2\": this version reads files of format `1` (write `format: \"1\"`)"),
                wrong(
                        "desks:\n",
                        "desk:\n",
                        "f: the field `desks` is missing (add `desks:` with its value)",
                        "desk: the field `desk` is unknown (did you mean `desks`?)"),
                wrong(
                        "{id: egmi,",
                        "{id: egml,",
                        "egml: the legal entity `egml` is there twice, first on line 5 (give the second one another name, or leave it out)",
                        "egmi: there is no legal entity `egmi` (did you mean `egml`?)"),
                wrong(
                        "country: US",
                        "country: USA",
                        "USA: there is no country `USA` (write the two capital letters of ISO 3166-1, for example `GB`)"),
                wrong(
                        "calendar: XNYS-EQ",
                        "calendar: XNYS-QE",
                        "XNYS-QE: there is no calendar `XNYS-QE` (did you mean `XNYS-EQ`?)"),
                wrong(
                        "like: XLON-EQ",
                        "like: FIRM-LDN",
                        "FIRM-LDN: there is no calendar `FIRM-LDN` (the calendars are `TARGET`, `XAMS-EQ`, `XBRU-EQ`, `XETR-EQ`, `XLIS-EQ`, `XLON-EQ`, `XNAS-EQ`, `XNYS-EQ`, `XPAR-EQ`, `XSTO-EQ`, `XSWX-EQ`)"),
                wrong(
                        "open: [2022-05-02]",
                        "open: [2022-07-01]",
                        "[2022-07-01]: 2022-07-01 is both closed and open (leave it out of one list)"),
                wrong(
                        "{id: d1-nyc, name: Delta 1, entity: egmi, location: nyc}",
                        "{id: d1-nyc, name: Delta 1, entity: egmi, location: ldn}",
                        "Delta 1: two desks at one location are called `Delta 1`, the first on line 20 (give one of them another name)"),
                wrong(
                        "roles: [Delta 1 Trader]",
                        "roles: [Delta 1 Tradr]",
                        "Delta 1 Tradr: there is no role `Delta 1 Tradr` (did you mean `Delta 1 Trader`?)"),
                wrong(
                        "id: p-hale",
                        "id: p hale",
                        "p hale: `p hale` is not an id (write up to 60 letters, digits, dots, dashes and underscores, a letter or digit first)"),
                wrong(
                        HALE,
                        "    from: 2023-01-01\n    until: 2019-09-02",
                        "2019-09-02: it ends on 2019-09-02 and begins on 2023-01-01 (write the first day that no longer counts, which comes after the first day)"),
                wrong(
                        HALE,
                        "    from: 2019-02-30",
                        "2019-02-30: `2019-02-30` is not a day (write year, month and day such as `2022-05-02`)"),
                wrong(
                        "    desk: d1-ldn\n",
                        "",
                        "i: nobody can tell where this person works (add `desk:`, or `location:` for a person without a desk)"),
                wrong(
                        "person: p-okafor\n",
                        "person: p-okafr\n",
                        "p-okafr: there is no person `p-okafr` (did you mean `p-okafor`?)"),
                wrong(
                        "id: key-reid",
                        "id: key-okafor",
                        "key-okafor: the key `key-okafor` is there twice, first on line 40 (give the second one another name, or leave it out)"),
                wrong(
                        "BEGIN PUBLIC KEY",
                        "BEGIN PRIVATE KEY",
                        "|: this is a private key, and whoever read the file can now sign with it (write the public key, and let the person have a new pair of keys)"),
                wrong(
                        "-----END PUBLIC KEY-----",
                        "-----END PUBLIC-----",
                        "|: this is no Ed25519 public key (write its 32 bytes as 64 hexadecimal digits, or as PEM from `-----BEGIN PUBLIC KEY-----` on)"),
                wrong(
                        DELEGATION,
                        DELEGATION.replace("Desk Head", "Trading Risk"),
                        "Trading Risk: `Morgan Reid` does not hold the role `Trading Risk` (give the person the role, or name somebody who holds it)"),
                wrong(
                        DELEGATION,
                        DELEGATION.replace("p-okafor", "p-reid"),
                        "p-reid: nobody acts for himself or herself (name the person who acts instead)"),
                wrong(
                        DELEGATION,
                        "{person: p-reid, delegate: p-hale, role: Desk Head, from: 2023-05-09}",
                        "p-hale: `Robin Hale` works here from 2019-09-02 until 2023-01-01, on no day of the delegation (correct the days, or leave the delegation out)"),
                wrong(
                        "{people: [p-lund], weekdays",
                        "{people: [p-reid], weekdays",
                        "p-reid: `Morgan Reid` does not hold the role `Risk Duty Manager` (give the person the role, or name somebody who holds it)"),
                wrong(
                        "weekdays: [thursday, friday]",
                        "weekdays: [thursday, fryday]",
                        "fryday: `fryday` is not a value of `weekdays` (did you mean `friday`?)"),
                wrong(
                        "{people: [p-brandt], weekdays",
                        "{people: [], weekdays",
                        "[]: nobody is on this shift (name its people, or leave it out)"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mistakeIsFoundWhereItIs(String passage, String replacement, List<String> expected) {
        assertEquals(expected, Example.faults(Example.with(passage, replacement)));
    }

    @Test
    void severalMistakesAreFoundAtOnce() {
        String text = Example.with("country: US", "country: USA")
                .replace("roles: [Delta 1 Trader]", "roles: [Delta 1 Tradr]")
                .replace("person: p-okafor\n", "person: p-okafr\n");
        assertEquals(3, Example.faults(text).size());
    }

    private static Arguments wrong(String passage, String replacement, String... faults) {
        return Arguments.of(passage, replacement, List.of(faults));
    }
}
