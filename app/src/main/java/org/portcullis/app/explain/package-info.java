/** Says what one control of a policy is about, for people and for machines; the content is the register's. */
@NullMarked
package org.portcullis.app.explain;

import org.jspecify.annotations.NullMarked;
