/** From a submission and its facts to a decision. */
@NullMarked
package org.portcullis.engine;

import org.jspecify.annotations.NullMarked;
