/**
 * Keys that stay in an SSH agent: this process never sees them. Start at {@link org.portcullis.journal.agent.SshAgent}; programs that sign may use it.
 */
@NullMarked
package org.portcullis.journal.agent;

import org.jspecify.annotations.NullMarked;
