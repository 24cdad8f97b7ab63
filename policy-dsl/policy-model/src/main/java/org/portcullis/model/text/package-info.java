/** Words that people write: how a message repeats them, and which known word a misspelt one probably means. Everybody may depend on it. */
@NullMarked
package org.portcullis.model.text;

import org.jspecify.annotations.NullMarked;
