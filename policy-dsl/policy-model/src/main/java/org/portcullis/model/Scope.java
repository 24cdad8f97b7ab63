package org.portcullis.model;

import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.ControlId;

/** A named condition that controls refer to. */
public record Scope(ControlId id, Condition means) {}
