package org.portcullis.model.organisation;

/**
 * A place where people work.
 *
 * @param name the name that orders and policies carry, for example `London`
 * @param country two capital letters (ISO 3166-1)
 * @param calendar the name of the calendar by which people there work
 */
public record Location(String id, String name, String country, String calendar) {
    private static final int COUNTRY_LENGTH = 2;

    public Location {
        Names.require("a location", id, name);
        Names.require("the calendar of `" + id + "`", id, calendar);
        if (country.length() != COUNTRY_LENGTH || !country.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw new IllegalArgumentException("a country is two capital letters, not `" + country + "`");
        }
    }
}
