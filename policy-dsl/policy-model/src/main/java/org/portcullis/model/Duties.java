package org.portcullis.model;

import org.portcullis.model.control.Role;

/** Two roles that one person does not hold together: segregation of duties. */
public record Duties(Role first, Role second) {}
