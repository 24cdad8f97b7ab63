/**
 * What the command `attest` does: makes a statement about a workbook, has people sign it with keys of their own, and shows what the journal holds of it. Start at {@link
 * org.portcullis.app.attest.AttestationOffice}; only the commands depend on it.
 */
@NullMarked
package org.portcullis.app.attest;

import org.jspecify.annotations.NullMarked;
