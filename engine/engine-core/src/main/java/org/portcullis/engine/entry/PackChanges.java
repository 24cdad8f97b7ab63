package org.portcullis.engine.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.submission.Given;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/**
 * Says what a pack that people signed changes against the one that was in force before it; several entries where one has no room.
 *
 * @param before the fingerprint of the pack that was in force
 * @param after the fingerprint of the pack that is in force now
 * @param part from zero
 */
public record PackChanges(Digest before, Digest after, int part, List<Change> changes) implements PolicyEntry {
    static final String TYPE = "pack.changes";

    public PackChanges {
        changes = List.copyOf(changes);
    }

    /** What becomes of a threshold or of a control. */
    public enum Way {
        ADDED("added"),
        REMOVED("removed"),
        TIGHTER("tighter"),
        LOOSER("looser"),
        /** Something else of the control than a threshold that can be compared. */
        OTHER("other");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        /** The word as the journal carries it. */
        public String word() {
            return word;
        }
    }

    /**
     * One difference.
     *
     * @param measure what the threshold is on; empty where the difference is none of a threshold
     * @param from the threshold before, with comparator and unit; empty where there is none
     * @param to the threshold now; empty where there is none
     */
    public record Change(String control, String measure, String from, String to, Way way) {

        /** The difference as people read it. */
        public String words() {
            return control + ": "
                    + switch (way) {
                        case ADDED -> "added";
                        case REMOVED -> "removed";
                        case OTHER -> "changed";
                        case TIGHTER, LOOSER -> from + ", now " + to + ": " + way.word();
                    };
        }

        private JsonObject toJson() {
            return JsonObject.builder()
                    .put("control", control)
                    .put("measure", measure)
                    .put("from", from)
                    .put("to", to)
                    .put("way", way.word())
                    .build();
        }

        private static Change fromJson(JsonObject json) {
            return new Change(
                    json.text("control"),
                    json.text("measure"),
                    json.text("from"),
                    json.text("to"),
                    Words.constant(Way.values(), Way::word, json.text("way")));
        }
    }

    /** The differences between two packs, by the controls of the one before, then what is added. */
    public static List<Change> between(PolicyPack before, PolicyPack after) {
        Map<String, PackControl> now = byId(after);
        List<Change> changes = new ArrayList<>();
        byId(before).forEach((id, old) -> {
            PackControl fresh = now.remove(id);
            if (fresh == null) {
                changes.add(new Change(id, "", "", "", Way.REMOVED));
            } else {
                changes.addAll(between(old, fresh));
            }
        });
        now.keySet().forEach(id -> changes.add(new Change(id, "", "", "", Way.ADDED)));
        return changes;
    }

    /** The entries that record differences; none where there are none. */
    public static List<PackChanges> of(Digest before, Digest after, List<Change> changes) {
        List<PackChanges> entries = new ArrayList<>();
        if (!changes.isEmpty()) {
            for (List<Change> chunk : Chunks.of(changes, Change::toJson)) {
                entries.add(new PackChanges(before, after, entries.size(), chunk));
            }
        }
        return entries;
    }

    private static Map<String, PackControl> byId(PolicyPack pack) {
        Map<String, PackControl> controls = new LinkedHashMap<>();
        Digest same = Digest.of(JsonObject.EMPTY);
        for (Control control : pack.controls()) {
            // Place and fingerprint are no differences.
            controls.put(control.id().text(), PackControl.of(same, 1, control));
        }
        return controls;
    }

    private static List<Change> between(PackControl old, PackControl fresh) {
        if (old.equals(fresh)) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        boolean comparable =
                old.limits().size() == fresh.limits().size() && old.kind().equals(fresh.kind());
        for (int i = 0; comparable && i < old.limits().size(); i++) {
            StatedLimit from = old.limits().get(i);
            StatedLimit to = fresh.limits().get(i);
            if (!from.equals(to)) {
                changes.add(new Change(old.id(), to.measure(), from.words(), to.words(), way(old.kind(), from, to)));
            }
        }
        return changes.isEmpty() ? List.of(new Change(old.id(), "", "", "", Way.OTHER)) : changes;
    }

    /** Smaller is tighter, except where a control acts on what is too small. */
    private static Way way(String kind, StatedLimit from, StatedLimit to) {
        Optional<Long> old = number(from);
        Optional<Long> fresh = number(to);
        boolean alike = from.measure().equals(to.measure())
                && from.comparator().equals(to.comparator())
                && from.unit().equals(to.unit());
        if (!alike || old.isEmpty() || fresh.isEmpty() || old.get().equals(fresh.get())) {
            return Way.OTHER;
        }
        boolean actsOnSmall = from.comparator().equals(Comparator.LESS_THAN.words())
                || (from.comparator().equals(Comparator.AT_MOST.words()) && !kind.equals(ControlKind.GRANT.words()));
        boolean smaller = fresh.get() < old.get();
        return smaller == actsOnSmall ? Way.LOOSER : Way.TIGHTER;
    }

    private static Optional<Long> number(StatedLimit limit) {
        return Given.parse(limit.value().replace(",", "")).match(new Given.Cases<>() {
            @Override
            public Optional<Long> amount(Given.Amount number) {
                return Optional.of(number.micros());
            }

            @Override
            public Optional<Long> absent(Given.Absent none) {
                return Optional.empty();
            }

            @Override
            public Optional<Long> unreadable(Given.Unreadable text) {
                return Optional.empty();
            }
        });
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("before", before.value())
                .put("after", after.value())
                .put("part", part)
                .put("changes", changes.stream().map(Change::toJson).toList())
                .build();
    }

    static PackChanges fromJson(JsonObject json) {
        return new PackChanges(
                new Digest(json.text("before")),
                new Digest(json.text("after")),
                Math.toIntExact(json.whole("part")),
                json.array("changes").objects().stream().map(Change::fromJson).toList());
    }

    @Override
    public <R> R matchPolicy(PolicyCases<R> cases) {
        return cases.packChanges(this);
    }
}
