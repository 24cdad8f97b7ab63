/**
 * The register of a policy pack: what each control says, where it applies, which provisions it serves and which tests try it, as records and as pages of HTML.
 *
 * <p>Start at {@link org.portcullis.report.register.Register}, which reads a pack, and {@link org.portcullis.report.register.RegisterPages}, which writes it down.
 * Needs the pack and the catalogue of provisions alone: no journal, no clock. The command line depends on it.
 */
@NullMarked
package org.portcullis.report.register;

import org.jspecify.annotations.NullMarked;
