package org.portcullis.report.sheet;

/** Is one sheet of a workbook. */
public sealed interface Sheet permits TableSheet, PageSheet {

    /** The longest name that spreadsheets take. */
    int MAX_NAME = 31;

    /** Gives the name on the tab, unique in its workbook. */
    String name();

    /** Gives the title above the content. */
    String title();

    /** Dispatches on the kind of sheet. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of sheet. */
    interface Cases<R> {
        /** Handles a table. */
        R table(TableSheet sheet);

        /** Handles a page. */
        R page(PageSheet sheet);
    }

    /** Refuses a name that a tab cannot carry with an {@link IllegalArgumentException}. */
    static void requireName(String name) {
        if (name.isBlank() || name.length() > MAX_NAME || !name.matches("[A-Za-z][A-Za-z0-9 ]*")) {
            throw new IllegalArgumentException("`" + name + "` cannot be the name of a sheet");
        }
    }
}
