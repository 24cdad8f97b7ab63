/**
 * Tells people and programs how the controls of policies answer to a profile of provisions. Only the command uses it.
 */
@NullMarked
package org.portcullis.app.coverage;

import org.jspecify.annotations.NullMarked;
