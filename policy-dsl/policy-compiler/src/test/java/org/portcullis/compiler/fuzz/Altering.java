package org.portcullis.compiler.fuzz;

import java.util.List;
import java.util.Random;

/** Alters texts word by word and character by character. */
record Altering(Random random, List<String> texts) {
    private static final String SCRAPS = "\"().,:%-<>=&|!$ \n\r\tAaZz09é\u202e\ufeff\u0000\ud83d\ude00\u00a0“";

    String altered(String text) {
        String altered = random.nextBoolean() ? words(text) : text;
        return random.nextBoolean() ? characters(altered) : altered;
    }

    private String words(String text) {
        String[] words = text.split("(?<=\\s)", -1);
        String[] others = texts.get(random.nextInt(texts.size())).split("(?<=\\s)", -1);
        for (int change = random.nextInt(6); change >= 0; change--) {
            int at = random.nextInt(words.length);
            String other = others[random.nextInt(others.length)];
            words[at] = switch (random.nextInt(4)) {
                case 0 -> "";
                case 1 -> words[at] + other;
                case 2 -> words[at].repeat(1 + random.nextInt(20));
                default -> other;
            };
        }
        return String.join("", words);
    }

    private String characters(String text) {
        StringBuilder altered = new StringBuilder(text.isEmpty() ? " " : text);
        for (int change = random.nextInt(6); change >= 0 && altered.length() > 0; change--) {
            int at = random.nextInt(altered.length());
            char scrap = SCRAPS.charAt(random.nextInt(SCRAPS.length()));
            switch (random.nextInt(4)) {
                case 0 -> altered.deleteCharAt(at);
                case 1 -> altered.insert(at, scrap);
                case 2 -> altered.setLength(at);
                default -> altered.setCharAt(at, scrap);
            }
        }
        return altered.toString();
    }
}
