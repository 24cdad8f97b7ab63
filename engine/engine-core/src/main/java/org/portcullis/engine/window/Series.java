package org.portcullis.engine.window;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Derivation.Windowed;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.ValueText;

/** Is all windows of one reference, one for each combination of the texts that it belongs to; mutable. */
final class Series {
    private final Reference reference;
    private final Windowed how;
    private final Noun noun;
    private final Span span;
    private final WindowLimits limits;
    private final Map<List<String>, Window> windows = new HashMap<>();
    /** What could belong to any key: occurrences of which a text is not known, or for whose key there is no room. */
    private final Window anywhere;

    private final Measure[] per;
    private final Window nothing;
    private int sourceOf;
    private @Nullable String source;

    Series(Reference reference, Windowed how, Noun noun, ZoneId zone, WindowLimits limits) {
        this.reference = reference;
        this.how = how;
        this.noun = noun;
        this.span = Span.of(how.span(), zone);
        this.limits = limits;
        this.anywhere = new Window(span);
        this.per = how.per().toArray(Measure[]::new);
        this.nothing = new Window(span);
    }

    Reference reference() {
        return reference;
    }

    Windowed how() {
        return how;
    }

    Noun noun() {
        return noun;
    }

    /** The key that the texts make; empty where one of them is not known. */
    Optional<List<String>> key(Map<Measure, String> texts) {
        List<String> key = new ArrayList<>(how.per().size());
        for (Measure measure : how.per()) {
            String text = texts.get(measure);
            if (text == null) {
                return Optional.empty();
            }
            key.add(text);
        }
        return Optional.of(key);
    }

    /** The key that the texts of facts make; null where one of them is not known. */
    @Nullable
    List<String> key(Facts facts) {
        String[] key = new String[per.length];
        for (int i = 0; i < per.length; i++) {
            Measure measure = per[i];
            String text = facts.isKnown(measure) ? facts.text(measure) : null;
            if (text == null) {
                return null;
            }
            key[i] = text;
        }
        return List.of(key);
    }

    /** Says of a number where it comes from: how many occurrences are kept. */
    String sourceOf(int entries) {
        String words = source;
        if (words == null || entries != sourceOf) {
            words = "computed over " + ValueText.grouped(Math.multiplyExact(entries, Exact.ONE), 0)
                    + " recorded and what would be added";
            source = words;
            sourceOf = entries;
        }
        return words;
    }

    /** Adds an occurrence; null where there is no room for it, which the window remembers. */
    Window.@Nullable Entry add(Instant at, Map<Measure, String> texts, Amount amount) {
        Optional<List<String>> key = key(texts);
        Window window = key.map(known -> window(known, at)).orElse(anywhere);
        Window.Entry entry = window.add(at, limits.entries());
        if (entry != null) {
            update(entry, amount);
        }
        return entry;
    }

    /** Says what an occurrence that is kept counts now; one that could belong to any key stays unknown unless it counts nothing. */
    void update(Window.Entry entry, Amount amount) {
        entry.become(entry.isIn(anywhere) && !amount.equals(Amount.NONE) ? Amount.UNKNOWN : amount);
    }

    /** Looks at the key's window as of now, for which there may be none. */
    Standing standing(List<String> key, Instant now) {
        anywhere.trim(now);
        Window window = windows.get(key);
        if (window == null) {
            return Standing.of(anywhere, nothing);
        }
        window.trim(now);
        return Standing.of(anywhere, window);
    }

    /** Whether a window that ends now holds what happened at the instant. */
    boolean reachesBackTo(Instant then, Instant now) {
        return !then.equals(Instant.MIN) && span.contains(then, now);
    }

    /** How many occurrences are kept in all. */
    int size() {
        return anywhere.size()
                + windows.values().stream().mapToInt(Window::size).sum();
    }

    private Window window(List<String> key, Instant at) {
        Window known = windows.get(key);
        if (known != null) {
            return known;
        }
        if (windows.size() >= limits.keys()) {
            windows.values().removeIf(window -> {
                window.trim(at);
                return window.isEmpty();
            });
        }
        if (windows.size() >= limits.keys()) {
            return anywhere;
        }
        Window fresh = new Window(span);
        windows.put(key, fresh);
        return fresh;
    }

    /** What is known of a window before the candidate comes. */
    record Standing(boolean isOverfull, boolean hasUnknown, Total total, int entries) {
        static Standing of(Window anywhere, Window window) {
            return new Standing(
                    anywhere.isOverfull() || window.isOverfull(),
                    anywhere.hasUnknown() || window.hasUnknown(),
                    window.total(),
                    window.size());
        }
    }
}
