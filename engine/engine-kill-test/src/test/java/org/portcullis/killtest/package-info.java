/** Kills engines at work with signal 9 and looks at what they left. */
@NullMarked
package org.portcullis.killtest;

import org.jspecify.annotations.NullMarked;
