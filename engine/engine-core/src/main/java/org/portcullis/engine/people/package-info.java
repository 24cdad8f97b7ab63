/** People, their roles and their keys. */
@NullMarked
package org.portcullis.engine.people;

import org.jspecify.annotations.NullMarked;
