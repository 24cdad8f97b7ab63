package org.portcullis.report.excel;

/** Says why a file cannot be read as an evidence workbook; nothing was compared. */
public final class UnreadableWorkbook extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public UnreadableWorkbook(String reason) {
        super(reason);
    }

    /** Says why, and what was behind it. */
    public UnreadableWorkbook(String reason, Throwable cause) {
        super(reason, cause);
    }
}
