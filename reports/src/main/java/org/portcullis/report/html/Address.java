package org.portcullis.report.html;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a link goes: a page of the same folder of pages, and if wanted a place in it.
 *
 * @param text relative and percent-encoded, as it stands in the page
 */
public record Address(String text) {
    private static final String UNRESERVED = "-._~";

    /** A place in the page that links. */
    public static Address place(String id) {
        return new Address("#" + encoded(id));
    }

    /**
     * Another page.
     *
     * @param from the page that links, by its path from the root of the pages, with slashes
     * @param to the other page or file, by its path from the root
     */
    public static Address page(String from, String to) {
        List<String> base = new ArrayList<>(Arrays.asList(from.split("/", -1)));
        base.remove(base.size() - 1);
        List<String> target = new ArrayList<>(Arrays.asList(to.split("/", -1)));
        while (!base.isEmpty() && target.size() > 1 && base.get(0).equals(target.get(0))) {
            base.remove(0);
            target.remove(0);
        }
        StringBuilder address = new StringBuilder("../".repeat(base.size()));
        for (int at = 0; at < target.size(); at++) {
            address.append(at == 0 ? "" : "/").append(encoded(target.get(at)));
        }
        return new Address(address.toString());
    }

    /** A place in another page. */
    public Address at(String id) {
        return new Address(text + "#" + encoded(id));
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || UNRESERVED.indexOf(c) >= 0;
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return encoded.toString();
    }
}
