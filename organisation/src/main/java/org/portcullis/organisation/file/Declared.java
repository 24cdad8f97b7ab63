package org.portcullis.organisation.file;

import java.util.Map;
import java.util.TreeMap;
import org.portcullis.model.text.Resemblance;
import org.portcullis.model.text.ShownText;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Spot;
import org.portcullis.yaml.Text;

/** The ids of one kind that a file declares, with their places. Mutable, for one reading. */
final class Declared {
    private final String what;
    private final Faults faults;
    private final Map<String, Spot> places = new TreeMap<>();
    private boolean unread;

    /**
     * Begins with none.
     *
     * @param what the kind as messages name it, for example `person`
     */
    Declared(String what, Faults faults) {
        this.what = what;
        this.faults = faults;
    }

    /** Notes an id, and reports it where it is there already. */
    void declare(Text id) {
        Spot earlier = places.putIfAbsent(id.value(), id.at());
        if (earlier != null) {
            faults.add(
                    id.at(),
                    "the " + what + " " + ShownText.quoted(id.value()) + " is there twice, first on line "
                            + earlier.line(),
                    "give the second one another name, or leave it out");
        }
    }

    /** Notes that the whole section is missing, which was reported: nobody can tell what it would declare. */
    void unread() {
        unread = true;
    }

    /** Reports an id that is not declared. */
    void require(Text id) {
        if (!unread && !places.containsKey(id.value())) {
            faults.add(
                    id.at(),
                    "there is no " + what + " " + ShownText.quoted(id.value()),
                    Resemblance.didYouMean(
                            id.value(),
                            places.keySet(),
                            places.isEmpty()
                                    ? "the file declares no " + what + ": add it"
                                    : "name one of those that the file declares, or add it"));
        }
    }
}
