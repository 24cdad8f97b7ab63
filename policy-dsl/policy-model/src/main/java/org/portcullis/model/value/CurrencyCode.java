package org.portcullis.model.value;

/** Names a currency by its three capital letters (ISO 4217 form; that the code is assigned is not checked here). */
public record CurrencyCode(String code) implements Comparable<CurrencyCode> {
    public CurrencyCode {
        if (code.length() != 3 || !code.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw new IllegalArgumentException("a currency code is three capital letters, not `" + code + "`");
        }
    }

    @Override
    public int compareTo(CurrencyCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
