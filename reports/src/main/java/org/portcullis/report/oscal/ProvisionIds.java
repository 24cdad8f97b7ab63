package org.portcullis.report.oscal;

import java.util.HashMap;
import java.util.Map;

/** Gives each provision one token, never the same to two. Mutable; one thread. */
final class ProvisionIds {

    private static final int MARK = 8;

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    String of(String citation) {
        return ids.computeIfAbsent(citation, this::free);
    }

    private String free(String citation) {
        String token = Spelling.token(citation);
        if (owners.putIfAbsent(token, citation) == null) {
            return token;
        }
        String marked =
                token + "-" + NamedUuid.ROOT.of("provision", citation).text().substring(0, MARK);
        owners.put(marked, citation);
        return marked;
    }
}
