package org.portcullis.mapping.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.mapping.Source;
import org.portcullis.mapping.Sureness;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Fields;
import org.portcullis.yaml.Text;

/** Reads the sources that an entry rests on and holds its mark against them. */
final class SourceKeys {

    private SourceKeys() {}

    /** Reads the keys in the field {@code sources}; needed unless nothing is confirmed. */
    static List<String> read(
            Fields fields, boolean needed, Map<String, Source> sources, Set<String> sourceKeys, Faults faults) {
        List<Text> texts = fields.texts("sources", needed);
        List<String> keys = new ArrayList<>();
        for (Text key : texts) {
            if (!sourceKeys.contains(key.value())) {
                faults.add(
                        key.at(),
                        "the source `" + key.value() + "` is unknown",
                        "add it to the file of sources or correct the key");
            } else if (keys.contains(key.value())) {
                faults.add(key.at(), "the source `" + key.value() + "` is there twice", "keep one of them");
            } else {
                keys.add(key.value());
            }
        }
        Optional<String> marked = fields.optional("sureness").map(Text::value);
        boolean allKnown = !texts.isEmpty() && keys.stream().allMatch(sources::containsKey);
        boolean somePrimary = keys.stream()
                .map(sources::get)
                .anyMatch(source -> source != null && source.tier() == Source.Tier.PRIMARY);
        if (marked.equals(Optional.of(Sureness.PRIMARY.mark())) && allKnown && !somePrimary) {
            faults.add(
                    fields.at("sureness"),
                    "the mark `P` needs a primary source and none is named",
                    "name one or write `S`");
        }
        return keys;
    }
}
