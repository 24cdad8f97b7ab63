package org.portcullis.engine.flow;

import org.portcullis.engine.entry.EntryBody;

/** An entry that is about to be appended; correlation and policy are empty where there is none. */
record Draft(EntryBody body, String correlation, String policy) {}
