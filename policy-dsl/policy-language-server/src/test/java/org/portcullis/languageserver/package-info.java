/** Tests of the language server over its protocol, from the other end of the streams. */
@NullMarked
package org.portcullis.languageserver;

import org.jspecify.annotations.NullMarked;
