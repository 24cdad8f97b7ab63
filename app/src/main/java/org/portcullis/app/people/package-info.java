/**
 * What the command line does with a vault and the journal beside it.
 *
 * <p>Start at {@link org.portcullis.app.people.VaultOffice}; commands use it.
 */
@NullMarked
package org.portcullis.app.people;

import org.jspecify.annotations.NullMarked;
