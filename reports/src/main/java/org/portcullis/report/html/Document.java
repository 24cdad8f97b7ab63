package org.portcullis.report.html;

/**
 * One page, written as HTML that is well-formed XML as well.
 *
 * @param path from the root of the pages, with slashes
 * @param title of the page, for the window and for search
 * @param style the path of the style sheet from the root
 * @param body what the page shows
 */
public record Document(String path, String title, String style, Node.Element body) {
    private static final String LANGUAGE = "en-GB";

    private static final Node.Cases<Boolean> IS_BLOCK = new Node.Cases<>() {
        @Override
        public Boolean text(Node.Text text) {
            return false;
        }

        @Override
        public Boolean element(Node.Element element) {
            return element.tag().isBlock();
        }
    };

    /** The page as a file; ends with a line feed. */
    public String html() {
        Node.Element head = Node.element(
                Tag.HEAD,
                Node.element(Tag.META).with(Attribute.CHARSET, "utf-8"),
                Node.element(Tag.META)
                        .with(Attribute.NAME, "viewport")
                        .with(Attribute.CONTENT, "width=device-width, initial-scale=1"),
                Node.element(Tag.TITLE, title),
                Node.element(Tag.LINK).with(Attribute.REL, "stylesheet").to(Address.page(path, style)));
        Node.Element page = Node.element(Tag.HTML, head, body).with(Attribute.LANG, LANGUAGE);
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
        page.match(new Writer(out, 0));
        return out.append('\n').toString();
    }

    /** Writes nodes; block elements with blocks in them over several lines, everything else in one. */
    private record Writer(StringBuilder out, int depth) implements Node.Cases<StringBuilder> {

        @Override
        public StringBuilder text(Node.Text node) {
            escape(node.text(), false);
            return out;
        }

        @Override
        public StringBuilder element(Node.Element element) {
            out.append('<').append(element.tag().word());
            element.attributes().forEach((name, value) -> attribute(name.word(), value));
            element.address().ifPresent(address -> attribute("href", address.text()));
            if (element.tag().isEmpty()) {
                return out.append("/>");
            }
            out.append('>');
            Writer inner = new Writer(out, depth + 1);
            boolean lines = element.children().stream().anyMatch(child -> child.match(IS_BLOCK));
            for (Node child : element.children()) {
                if (lines) {
                    out.append('\n').append(" ".repeat(depth + 1));
                }
                child.match(inner);
            }
            if (lines) {
                out.append('\n').append(" ".repeat(depth));
            }
            return out.append("</").append(element.tag().word()).append('>');
        }

        private void attribute(String name, String value) {
            out.append(' ').append(name).append("=\"");
            escape(value, true);
            out.append('"');
        }

        private void escape(String text, boolean quoted) {
            for (int at = 0; at < text.length(); ) {
                int codePoint = text.codePointAt(at);
                at += Character.charCount(codePoint);
                switch (codePoint) {
                    case '<' -> out.append("&lt;");
                    case '>' -> out.append("&gt;");
                    case '&' -> out.append("&amp;");
                    case '"' -> out.append(quoted ? "&quot;" : "\"");
                    default -> out.appendCodePoint(isAllowed(codePoint) ? codePoint : 0xFFFD);
                }
            }
        }

        /** What XML allows; the rest has no meaning in a page either. */
        private static boolean isAllowed(int codePoint) {
            return codePoint == '\t'
                    || codePoint == '\n'
                    || (codePoint >= 0x20 && codePoint < 0x7F)
                    || (codePoint >= 0xA0 && codePoint <= 0xD7FF)
                    || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                    || codePoint >= 0x10000;
        }
    }
}
