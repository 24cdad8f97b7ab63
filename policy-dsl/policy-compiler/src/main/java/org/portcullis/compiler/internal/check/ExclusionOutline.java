package org.portcullis.compiler.internal.check;

import java.util.Optional;
import org.portcullis.compiler.syntax.ExclusionSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.value.Value;

/**
 * An exclusion with its parts laid side by side.
 *
 * @param isRequester whether it excludes the requester in person
 * @param role the role whose holders it excludes
 * @param editedWithin the time within which a change of the control excludes
 */
record ExclusionOutline(
        boolean isRequester, Optional<Located<String>> role, Optional<Located<Value.TimeSpan>> editedWithin) {

    static ExclusionOutline of(ExclusionSyntax exclusion) {
        return exclusion.match(new ExclusionSyntax.Cases<>() {
            @Override
            public ExclusionOutline requester(ExclusionSyntax.Requester requester) {
                return new ExclusionOutline(true, Optional.empty(), Optional.empty());
            }

            @Override
            public ExclusionOutline delegates(ExclusionSyntax.DelegatesOfRequester delegates) {
                return new ExclusionOutline(false, Optional.empty(), Optional.empty());
            }

            @Override
            public ExclusionOutline holders(ExclusionSyntax.HoldersOf holders) {
                return new ExclusionOutline(false, Optional.of(holders.role()), Optional.empty());
            }

            @Override
            public ExclusionOutline editors(ExclusionSyntax.RecentEditors editors) {
                return new ExclusionOutline(false, Optional.empty(), Optional.of(editors.within()));
            }
        });
    }
}
