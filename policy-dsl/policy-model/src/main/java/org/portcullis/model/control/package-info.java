/** The kinds of control a policy pack may hold, and their parts. */
@NullMarked
package org.portcullis.model.control;

import org.jspecify.annotations.NullMarked;
