package org.portcullis.report.html;

import java.util.Locale;

/** The attributes that elements may have. An address is not among them: see {@link Address}. */
public enum Attribute {
    ARIA_CURRENT,
    ARIA_LABEL,
    CHARSET,
    CLASS,
    COLSPAN,
    CONTENT,
    /** The title of a cell's column, shown where a narrow page has no room for columns. */
    DATA_COLUMN,
    DATETIME,
    ID,
    LANG,
    NAME,
    REL,
    ROLE,
    SCOPE,
    TABINDEX,
    TITLE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
