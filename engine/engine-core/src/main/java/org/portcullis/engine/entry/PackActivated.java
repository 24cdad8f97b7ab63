package org.portcullis.engine.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.Header;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/**
 * Says that a policy pack is in force from now on; its controls follow, one {@link PackControl} entry each.
 *
 * @param fingerprint names the pack by what it means
 * @param title the file or the name under which people know the pack
 * @param activatedBy the person or program that put it in force
 * @param effectiveUntil the first day on which it is no longer in force; empty means open-ended
 * @param missingData what an unknown answer does where a control says nothing else
 * @param controls how many controls follow
 * @param changesSigned whether people sign before a changed policy is in force
 * @param signedBy the petition whose signatures put it in force, where people signed
 */
public record PackActivated(
        Digest fingerprint,
        String title,
        String activatedBy,
        String name,
        String version,
        String languageVersion,
        String owner,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveUntil,
        String zone,
        String calendar,
        String currency,
        String rateSource,
        String missingData,
        int controls,
        boolean changesSigned,
        Optional<String> signedBy)
        implements PolicyEntry {

    /** The type of the entry. */
    public static final String TYPE = "pack.activated";

    /** Describes the pack. */
    public static PackActivated of(PolicyPack pack, Digest fingerprint, String title, String activatedBy) {
        Header header = pack.header();
        return new PackActivated(
                fingerprint,
                title,
                activatedBy,
                header.name(),
                header.version(),
                header.languageVersion(),
                header.owner(),
                header.effectiveFrom(),
                header.effectiveUntil(),
                header.zone().getId(),
                header.calendar(),
                header.currency().code(),
                header.rateSource(),
                header.missingData().word(),
                pack.controls().size(),
                header.changes().isPresent(),
                Optional.empty());
    }

    /** The same, put in force by the signatures of a petition. */
    public PackActivated signedBy(String petition) {
        return new PackActivated(
                fingerprint,
                title,
                activatedBy,
                name,
                version,
                languageVersion,
                owner,
                effectiveFrom,
                effectiveUntil,
                zone,
                calendar,
                currency,
                rateSource,
                missingData,
                controls,
                changesSigned,
                Optional.of(petition));
    }

    /**
     * Gives the records of an activation: this entry and one for each control, in the order of the text. Callers MUST
     * append them before the pack decides anything.
     */
    public static List<JournalRecord> records(
            PolicyPack pack, Digest fingerprint, String title, String activatedBy, Instant at) {
        PackActivated activated = of(pack, fingerprint, title, activatedBy);
        List<JournalRecord> records = new ArrayList<>();
        records.add(new JournalRecord(TYPE, at, "", fingerprint.value(), activated.toJson()));
        for (int i = 0; i < pack.controls().size(); i++) {
            PackControl control =
                    PackControl.of(fingerprint, i + 1, pack.controls().get(i));
            records.add(new JournalRecord(PackControl.TYPE, at, "", fingerprint.value(), control.toJson()));
        }
        return List.copyOf(records);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R matchPolicy(PolicyCases<R> cases) {
        return cases.packActivated(this);
    }

    @Override
    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder();
        if (changesSigned) {
            json.put("changesSigned", true);
        }
        return json.putIfPresent("signedBy", signedBy)
                .put("fingerprint", fingerprint.value())
                .put("title", title)
                .put("activatedBy", activatedBy)
                .put("name", name)
                .put("version", version)
                .put("languageVersion", languageVersion)
                .put("owner", owner)
                .put("effectiveFrom", effectiveFrom.toString())
                .putIfPresent("effectiveUntil", effectiveUntil.map(LocalDate::toString))
                .put("zone", zone)
                .put("calendar", calendar)
                .put("currency", currency)
                .put("rateSource", rateSource)
                .put("missingData", missingData)
                .put("controls", controls)
                .build();
    }

    /**
     * Reads the body.
     *
     * @throws org.portcullis.model.json.JsonMismatch for missing members
     * @throws IllegalArgumentException for members that are not what they must be
     * @throws java.time.DateTimeException for an unreadable day
     */
    public static PackActivated fromJson(JsonObject json) {
        return new PackActivated(
                new Digest(json.text("fingerprint")),
                json.text("title"),
                json.text("activatedBy"),
                json.text("name"),
                json.text("version"),
                json.text("languageVersion"),
                json.text("owner"),
                LocalDate.parse(json.text("effectiveFrom")),
                json.findText("effectiveUntil").map(LocalDate::parse),
                json.text("zone"),
                json.text("calendar"),
                json.text("currency"),
                json.text("rateSource"),
                json.text("missingData"),
                Math.toIntExact(json.whole("controls")),
                json.has("changesSigned") && json.bool("changesSigned"),
                json.findText("signedBy"));
    }
}
