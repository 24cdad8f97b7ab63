package org.portcullis.report.excel;

/**
 * Is a place at which a workbook is not what the journal gives.
 *
 * @param sheet the sheet; empty where the workbook as a whole is meant
 * @param place the address of a cell or range, or what of the sheet or workbook is meant
 * @param journal what the journal gives
 * @param workbook what the workbook has
 */
public record Difference(String sheet, String place, String journal, String workbook) {

    /** Names the place as a spreadsheet does. */
    public String where() {
        return sheet.isEmpty() ? place : "sheet `" + sheet + "`, " + place;
    }
}
