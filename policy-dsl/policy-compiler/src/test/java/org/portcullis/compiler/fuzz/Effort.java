package org.portcullis.compiler.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures the work of compiling a text by the memory that it takes, which is the same on every machine and every day. */
final class Effort {
    private Effort() {}

    /** The bytes that compiling the text allocates. */
    static long of(String text) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        Oracle.compile(text);
        return threads.getThreadAllocatedBytes(id) - before;
    }
}
