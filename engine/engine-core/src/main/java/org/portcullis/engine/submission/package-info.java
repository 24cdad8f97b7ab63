/** What comes in: a basket of orders as it was submitted, and the snapshot of market data it is judged by. */
@NullMarked
package org.portcullis.engine.submission;

import org.jspecify.annotations.NullMarked;
