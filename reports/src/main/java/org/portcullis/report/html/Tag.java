package org.portcullis.report.html;

import java.util.Locale;

/** The elements that pages are made of; there is none that runs or loads anything but the one style sheet. */
public enum Tag {
    A(false),
    ABBR(false),
    ARTICLE(true),
    ASIDE(true),
    B(false),
    BODY(true),
    CAPTION(true),
    CODE(false),
    DD(true),
    DIV(true),
    DL(true),
    DT(true),
    EM(false),
    FOOTER(true),
    H1(true),
    H2(true),
    H3(true),
    HEAD(true),
    HEADER(true),
    HTML(true),
    LI(true),
    LINK(true),
    MAIN(true),
    META(true),
    NAV(true),
    OL(true),
    P(true),
    SECTION(true),
    SPAN(false),
    STRONG(false),
    TABLE(true),
    TBODY(true),
    TD(true),
    TH(true),
    THEAD(true),
    TIME(false),
    TITLE(true),
    TR(true),
    UL(true);

    private final boolean block;

    Tag(boolean block) {
        this.block = block;
    }

    /** Whether the element stands on lines of its own. */
    boolean isBlock() {
        return block;
    }

    /** Whether the element has no content and is closed at once. */
    boolean isEmpty() {
        return this == LINK || this == META;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
