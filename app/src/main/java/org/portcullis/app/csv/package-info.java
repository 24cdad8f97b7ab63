/** Files of CSV with a line of titles, read line by line, with mistakes that name file and line. */
@NullMarked
package org.portcullis.app.csv;

import org.jspecify.annotations.NullMarked;
