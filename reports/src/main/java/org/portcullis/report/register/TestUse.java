package org.portcullis.report.register;

/**
 * What one test of the policy shows of one control.
 *
 * @param test the test's name
 * @param passed whether the test passes
 * @param named whether an expectation of the test names the control
 * @param shows what the control says of the facts that the test gives: that it is breached, satisfied, unknown, or does not apply
 */
public record TestUse(String test, boolean passed, boolean named, String shows) {}
