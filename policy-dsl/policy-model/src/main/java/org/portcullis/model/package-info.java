/** The checked, span-free policy pack. */
@NullMarked
package org.portcullis.model;

import org.jspecify.annotations.NullMarked;
