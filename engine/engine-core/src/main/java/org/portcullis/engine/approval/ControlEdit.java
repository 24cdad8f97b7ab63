package org.portcullis.engine.approval;

import java.time.Instant;
import org.portcullis.model.control.ControlId;

/** Says who changed a control and when; whoever did so recently may be excluded from approving under it. */
public record ControlEdit(ControlId control, String person, Instant at) {}
