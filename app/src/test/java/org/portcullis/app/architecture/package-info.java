/**
 * Holds the lines that the compiler cannot draw: the arrows between the modules, the one home of each library, determinism,
 * naming, and what a tracked file may contain. The command line sees every module, so the rules about all of them live here.
 */
@NullMarked
package org.portcullis.app.architecture;

import org.jspecify.annotations.NullMarked;
