/**
 * The firm as policies see it: entities, places, desks, people with their roles, keys, delegations and duties, each with its dates.
 *
 * <p>Start at {@link org.portcullis.model.organisation.Organisation}. Nothing here knows today: every question names its day. Everybody may depend on it.
 */
@NullMarked
package org.portcullis.model.organisation;

import org.jspecify.annotations.NullMarked;
