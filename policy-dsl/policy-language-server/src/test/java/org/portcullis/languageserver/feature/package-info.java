/** Tests of what needs no protocol. */
@NullMarked
package org.portcullis.languageserver.feature;

import org.jspecify.annotations.NullMarked;
