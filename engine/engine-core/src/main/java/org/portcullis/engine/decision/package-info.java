/** Decisions: findings combined in a lattice, grouped and explained. */
@NullMarked
package org.portcullis.engine.decision;

import org.jspecify.annotations.NullMarked;
