package org.portcullis.report.json;

/** Is told where in the evidence the next value stands. */
interface Place {

    /** Is told in vain. */
    Place NOWHERE = new Place() {
        @Override
        public void sheet(String name) {}

        @Override
        public void at(String what) {}

        @Override
        public void cell(String line, long number, String column) {}
    };

    /** A sheet begins; the empty name means the document around the sheets. */
    void sheet(String name);

    /** A part of the sheet or document begins. */
    void at(String what);

    /** A cell begins, or with an empty column a row. */
    void cell(String line, long number, String column);
}
