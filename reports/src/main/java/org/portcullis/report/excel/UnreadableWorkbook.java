package org.portcullis.report.excel;

/** Says why a file cannot be read as an evidence workbook; nothing was compared. */
public final class UnreadableWorkbook extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableWorkbook(String reason) {
        super(reason);
    }

    UnreadableWorkbook(String reason, Throwable cause) {
        super(reason, cause);
    }
}
