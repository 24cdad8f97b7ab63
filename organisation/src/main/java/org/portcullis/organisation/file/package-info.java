/**
 * Reads organisation files and reports everything that is wrong with one at once, with places and cures.
 *
 * <p>Start at {@link org.portcullis.organisation.file.OrganisationFile}; `docs/organisation.md` describes the form of the file.
 */
@NullMarked
package org.portcullis.organisation.file;

import org.jspecify.annotations.NullMarked;
