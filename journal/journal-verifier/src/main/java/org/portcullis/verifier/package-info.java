/** The stand-alone verifier: trusts nothing that the writer says about itself. */
@NullMarked
package org.portcullis.verifier;

import org.jspecify.annotations.NullMarked;
