@NullMarked
package org.portcullis.compiler.fix;

import org.jspecify.annotations.NullMarked;
