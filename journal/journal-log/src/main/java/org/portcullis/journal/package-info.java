/** The write-ahead journal: durable, Merkle-hashed, signed. */
@NullMarked
package org.portcullis.journal;

import org.jspecify.annotations.NullMarked;
