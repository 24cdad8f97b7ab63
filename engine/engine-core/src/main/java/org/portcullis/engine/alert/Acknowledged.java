package org.portcullis.engine.alert;

import java.time.Instant;

/** That a person has taken an alert on, and why nothing more is needed. */
public record Acknowledged(String person, String note, Instant at) {}
