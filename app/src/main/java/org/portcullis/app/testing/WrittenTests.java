package org.portcullis.app.testing;

import java.util.Optional;
import org.portcullis.engine.policytest.coverage.Share;

/**
 * The missing tests of one policy, written.
 *
 * @param file the policy
 * @param place where they were written; empty where they are printed
 * @param before the share that was tested before
 * @param after the share that is tested with them
 */
public record WrittenTests(String file, Optional<String> place, MissingTestsFile missing, Share before, Share after) {}
