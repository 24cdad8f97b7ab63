/** Incident scenarios: reading one from its folder and replaying it through the engine. */
@NullMarked
package org.portcullis.app.scenario;

import org.jspecify.annotations.NullMarked;
