package org.portcullis.report.word;

/** Makes text that a document can hold: what XML cannot carry becomes the replacement character. */
final class Carried {

    private Carried() {}

    static String of(String text) {
        StringBuilder carried = new StringBuilder(text.length());
        text.codePoints().map(point -> isCarried(point) ? point : 0xFFFD).forEach(carried::appendCodePoint);
        return carried.toString();
    }

    private static boolean isCarried(int point) {
        return point == '\n'
                || point == '\t'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point > 0xFFFF;
    }
}
