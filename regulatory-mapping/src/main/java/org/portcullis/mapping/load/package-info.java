/**
 * Reads a catalogue of provisions from YAML and reports everything that is wrong with it at once, with places and cures.
 *
 * <p>Start at {@link org.portcullis.mapping.load.CatalogueLoader}. Files are only ever taken apart into text nodes: no
 * tag, alias or anchor is followed and no object is constructed from what a file says.
 */
@NullMarked
package org.portcullis.mapping.load;

import org.jspecify.annotations.NullMarked;
