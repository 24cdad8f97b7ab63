/**
 * What is measured once in a process of its own: loading, memory, hot reload, and durable decisions.
 *
 * <p>{@link org.portcullis.benchmark.alone.Alone} is the program; it prints a name and a number on each line.
 */
@NullMarked
package org.portcullis.benchmark.alone;

import org.jspecify.annotations.NullMarked;
